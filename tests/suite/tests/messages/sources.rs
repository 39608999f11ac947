//! Message templates in the sources of the crates.

use linq_suite::tests_folder;
use std::{
    fmt, fs,
    path::{Path, PathBuf},
};

const CRATES: [&str; 4] = ["linq-core", "linq-ureq", "linq-reqwest", "linq-webhook"];

/// Text in front of a string literal that is not a message.
const NOT_A_MESSAGE: [&str; 15] = [
    "expect(",
    "panic!(",
    "compile_error!(concat!(",
    "format_args!(",
    "message =",
    "label =",
    "note =",
    "must_use =",
    "deprecated =",
    "doc = concat!(",
    "doc =",
    "doc:",
    "from =",
    "into =",
    "from_static(",
];

/// Text in front of a message that may be a single word.
const MESSAGE: [&str; 4] = ["#[error(", "problem(", "whole(", "MissingIdentity::new("];

/// String literals that are not rendered: file, beginning of the literal, and reason.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    (
        "linq-ureq/src/tls.rs",
        "no TLS back end",
        "of a build without features",
    ),
    (
        "linq-reqwest/src/tls.rs",
        "no TLS back end",
        "of a build without features",
    ),
    (
        "linq-core/src/api/declare.rs",
        "`, ",
        "documentation, and a compile error",
    ),
    ("linq-core/src/api/declare.rs", " ", "documentation"),
    ("linq-core/src/api/declare.rs", "\\n", "documentation"),
    ("linq-core/src/api/declare.rs", "), a list", "documentation"),
    (
        "linq-core/src/exchange/exchange_config.rs",
        "Bearer ",
        "a header",
    ),
    ("linq-core/src/exchange/request.rs", "{} {path} (", "Debug"),
    ("linq-core/src/exchange/trace.rs", "", "a log"),
    (
        "linq-core/src/stored_call.rs",
        "must be JSON",
        "the body of an operation, which is JSON",
    ),
    ("linq-core/src/json.rs", "", "part of a message of serde"),
    (
        "linq-core/src/macros/model.rs",
        "a field",
        "a name, which is always a string",
    ),
    ("linq-core/src/macros/model.rs", "\\n", "documentation"),
    (
        "linq-core/src/macros/secret_string.rs",
        "floating point",
        "a term of serde",
    ),
    (
        "linq-core/src/rate_limit/key.rs",
        "",
        "a key, and its Debug",
    ),
    (
        "linq-core/src/webhook/consent.rs",
        "opt out",
        "a phrase of recipients",
    ),
    ("linq-core/src/webhook/event.rs", "skipped a value", "a log"),
    (
        "linq-core/src/webhook/head.rs",
        "the payload of the event",
        "a log",
    ),
    (
        "linq-webhook/src/rejection.rs",
        "rejected a webhook delivery",
        "a log",
    ),
    (
        "linq-ureq/src/interrupt.rs",
        "the helper thread panicked",
        "a bug",
    ),
    (
        "linq-ureq/src/lib.rs",
        "not supported by",
        "core checks the URL first",
    ),
    (
        "linq-ureq/src/upload.rs",
        "the file could not be",
        "replaced by the source's error",
    ),
    (
        "linq-reqwest/src/lib.rs",
        "not supported by",
        "core checks the URL first",
    ),
    (
        "linq-reqwest/src/upload/body.rs",
        "the file could not be",
        "replaced by the source's error",
    ),
];

/// A message with placeholders.
pub(crate) struct Template {
    file: String,
    line: usize,
    text: String,
}

impl Template {
    /// Returns whether a rendered line contains this message, with any text for its placeholders.
    pub(crate) fn matches(&self, line: &str) -> bool {
        let mut rest = line;
        fixed_parts(&self.text).all(|part| match rest.split_once(part) {
            Some((_, after)) => {
                rest = after;
                true
            }
            None => false,
        })
    }

    fn is(&self, (file, start, _): &(&str, &str, &str)) -> bool {
        self.file == *file && self.text.starts_with(start)
    }
}

impl fmt::Display for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "crates/{}:{}: {:?}", self.file, self.line, self.text)
    }
}

/// Returns the parts of a template between its placeholders.
fn fixed_parts(template: &str) -> impl Iterator<Item = &str> {
    template
        .split('{')
        .enumerate()
        .map(|(index, part)| match part.split_once('}') {
            Some((_, fixed)) if index > 0 => fixed,
            _ => part,
        })
        .filter(|part| !part.is_empty())
}

/// Returns the templates in all crates, without tests and exceptions.
pub(crate) fn templates() -> Vec<Template> {
    let mut templates = Vec::new();
    let crates = tests_folder("../crates");
    for path in CRATES
        .iter()
        .flat_map(|name| rust_files(&crates.join(name).join("src")))
    {
        let source = fs::read_to_string(&path).unwrap();
        let file = path.strip_prefix(&crates).unwrap().to_str().unwrap();
        let found = literals(without_tests(&source)).into_iter();
        templates.extend(found.map(|(line, text)| Template {
            file: file.to_owned(),
            line,
            text,
        }));
    }
    for exception in EXCEPTIONS {
        assert!(
            templates.iter().any(|template| template.is(exception)),
            "no literal: {exception:?}"
        );
    }
    templates.retain(|template| !EXCEPTIONS.iter().any(|exception| template.is(exception)));
    assert!(templates.len() > 150, "{}", templates.len());
    templates
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() && name != "tests" {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|it| it == "rs") && !name.ends_with("tests.rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// Cuts a source at its module of tests.
fn without_tests(source: &str) -> &str {
    let is_module = |at: &usize| {
        let lines = source[*at..].lines();
        let mut items = lines.skip_while(|line| line.trim_start().starts_with("#["));
        items
            .next()
            .is_some_and(|line| line.starts_with("mod ") && line.ends_with('{'))
    };
    let mut attributes = source.match_indices("#[cfg(test)]").map(|(at, _)| at);
    source
        .split_at(attributes.find(is_module).unwrap_or(source.len()))
        .0
}

/// Returns the string literals of a source that look like messages, with their lines.
fn literals(source: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = source[at..].find(['"', '\'', '/']) {
        let start = at + offset;
        let rest = &source[start..];
        at = if rest.starts_with("//") {
            start + rest.find('\n').unwrap_or(rest.len())
        } else if let Some(text) = rest.strip_prefix('"') {
            let len = literal_len(text);
            if is_message(&source[..start], &text[..len]) {
                let line = source[..start].matches('\n').count() + 1;
                found.push((line, unescape(&text[..len])));
            }
            start + 1 + len + 1
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\") {
            // A character, which may be a quotation mark.
            start + 2 + rest[2..].find('\'').unwrap_or_default() + 1
        } else {
            start + 1
        };
    }
    found
}

/// Returns the length of a string literal up to its closing quotation mark.
fn literal_len(text: &str) -> usize {
    let mut is_escaped = false;
    let end = text.find(|c| {
        let is_end = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_end
    });
    end.expect("a closing quotation mark")
}

fn is_message(before: &str, literal: &str) -> bool {
    let before = before.trim_end();
    if NOT_A_MESSAGE.iter().any(|end| before.ends_with(end)) {
        return false;
    }
    let is_reason = || {
        let statement = before.rsplit(';').next().unwrap_or_default();
        let arguments = statement.rsplit_once("InvalidArgument::new(");
        before.ends_with(',') && arguments.is_some_and(|(_, rest)| !rest.contains(')'))
    };
    literal.contains(' ') || MESSAGE.iter().any(|end| before.ends_with(end)) || is_reason()
}

/// Replaces escapes: of quotation marks, backslashes, and line breaks in the source.
fn unescape(literal: &str) -> String {
    let mut lines = literal.split("\\\n");
    let first = lines.next().unwrap_or_default().to_owned();
    let joined = lines.fold(first, |text, line| text + line.trim_start());
    joined.replace("\\\"", "\"").replace("\\\\", "\\")
}
