//! One accepted and one refused example a rule, at least; a refusal by its full text.

mod parts;
mod text;

use crate::{error::InvalidArgument, message::MessageContent};

fn accepted(content: impl Into<MessageContent>) {
    let content = content.into();
    content
        .check()
        .unwrap_or_else(|invalid| panic!("{invalid}\n{content:?}"));
}

fn refused(content: impl Into<MessageContent>, words: &str) {
    let content = content.into();
    let words_of =
        |outcome: Result<(), InvalidArgument>| outcome.map_err(|invalid| invalid.to_string());
    assert_eq!(
        words_of(content.check()),
        Err(words.to_owned()),
        "{content:?}"
    );
    assert_eq!(
        words_of(content.check_first()),
        Err(words.to_owned()),
        "{content:?}"
    );
}

fn read(json: serde_json::Value) -> MessageContent {
    serde_json::from_value(json).unwrap()
}
