//! The error messages of the Rust crates, rendered in `tests/vectors/messages.rust.txt` for reading.
//!
//! Messages are provoked through the public API. The sources are scanned for templates, so that none is missing.

#![allow(clippy::unwrap_used)] // a test fails by panicking

mod arguments;
mod calls;
mod sources;
mod transports;
mod webhooks;

use linq_suite::compare_text_with_vector;
use std::{
    fmt::{Display, Write as _},
    sync::LazyLock,
};

/// The file's content; some messages take time, so they are rendered once.
static RENDERED: LazyLock<String> = LazyLock::new(|| {
    let mut messages = Messages::default();
    arguments::add(&mut messages);
    calls::add(&mut messages);
    transports::add(&mut messages);
    webhooks::add(&mut messages);
    messages.text
});

#[test]
fn messages_match_the_vector() {
    compare_text_with_vector("messages.rust.txt", &RENDERED);
}

#[test]
fn every_template_in_the_sources_is_rendered() {
    let missing: Vec<_> = sources::templates()
        .into_iter()
        .filter(|template| !RENDERED.lines().any(|line| template.matches(line)))
        .map(|template| template.to_string())
        .collect();
    assert!(
        missing.is_empty(),
        "add these messages to tests/suite/tests/messages, or to the exceptions in sources.rs:\n{}",
        missing.join("\n")
    );
}

/// Rendered messages, one a line, under headings.
#[derive(Default)]
pub(crate) struct Messages {
    text: String,
}

impl Messages {
    pub(crate) fn heading(&mut self, heading: &str) {
        let gap = if self.text.is_empty() { "" } else { "\n" };
        writeln!(self.text, "{gap}# {heading}").unwrap();
    }

    pub(crate) fn add(&mut self, message: impl Display) {
        let message = without_number(&message.to_string(), "127.0.0.1:", "PORT");
        let message = without_number(&message, "os error ", "CODE");
        assert!(!message.contains('\n'), "more than one line: {message}");
        writeln!(self.text, "{message}").unwrap();
    }

    /// Adds the error of a result.
    #[track_caller]
    pub(crate) fn error<T>(&mut self, result: Result<T, impl Display>) {
        self.add(result.err().expect("an error"));
    }
}

/// Replaces the numbers after a prefix, which differ from run to run or between systems.
fn without_number(message: &str, prefix: &str, placeholder: &str) -> String {
    let mut parts = message.split(prefix);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_digit());
        format!("{text}{prefix}{placeholder}{rest}")
    })
}
