//! At least one valid and one invalid example of every rule, with the full error message.

mod parts;
mod text;

use crate::{error::InvalidArgument, message::MessageContent};

fn assert_valid(content: impl Into<MessageContent>) {
    let content = content.into();
    content
        .check()
        .unwrap_or_else(|invalid| panic!("{invalid}\n{content:?}"));
}

fn assert_invalid(content: impl Into<MessageContent>, message: &str) {
    let content = content.into();
    let message_of =
        |outcome: Result<(), InvalidArgument>| outcome.map_err(|invalid| invalid.to_string());
    assert_eq!(
        message_of(content.check()),
        Err(message.to_owned()),
        "{content:?}"
    );
    assert_eq!(
        message_of(content.check_first_message()),
        Err(message.to_owned()),
        "{content:?}"
    );
}

fn read(json: serde_json::Value) -> MessageContent {
    serde_json::from_value(json).unwrap()
}
