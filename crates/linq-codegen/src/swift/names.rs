//! Names in Swift.

use crate::api::{Side, TypeName};

/// Types with a name of `SwiftUI` or of another type, by side and name in Rust.
const TYPES: &[(Side, &str, &str)] = &[
    (Side::Request, "InlineSticker", "OutgoingInlineSticker"),
    (Side::Request, "Link", "OutgoingLink"),
    (Side::Request, "Media", "OutgoingMedia"),
    (Side::Request, "Text", "OutgoingText"),
    (Side::Request, "TextDecoration", "OutgoingTextDecoration"),
    (Side::Response, "Background", "ChatBackground"),
    (Side::Response, "BackgroundStyle", "ChatBackgroundStyle"),
    (Side::Response, "BackgroundType", "ChatBackgroundType"),
];

/// Methods with a shorter name in Rust, by official name.
const METHODS: &[(&str, &str)] = &[
    ("capability.check_RCS", "checkRcs"),
    ("chats.leave_chat", "leave"),
    ("chats.list_chats", "list"),
    ("chats.send_voicememo", "sendVoiceMemo"),
    ("messages.list_messages_thread", "thread"),
    ("phone_numbers.get_reputation_audit", "reputationAudit"),
];

const KEYWORDS: &[&str] = &[
    "as",
    "break",
    "case",
    "catch",
    "class",
    "continue",
    "default",
    "defer",
    "deinit",
    "do",
    "else",
    "enum",
    "extension",
    "fallthrough",
    "false",
    "for",
    "func",
    "guard",
    "if",
    "import",
    "in",
    "init",
    "inout",
    "internal",
    "is",
    "let",
    "nil",
    "operator",
    "private",
    "protocol",
    "public",
    "repeat",
    "rethrows",
    "return",
    "self",
    "static",
    "struct",
    "subscript",
    "super",
    "switch",
    "throw",
    "throws",
    "true",
    "try",
    "typealias",
    "var",
    "where",
    "while",
];

/// Returns the name of a declared type.
pub(super) fn type_name(name: &TypeName) -> String {
    let renamed = TYPES
        .iter()
        .find(|(side, rust, _)| *side == name.side && *rust == name.name);
    renamed.map_or(name.name, |(_, _, swift)| swift).to_owned()
}

/// `chat_created` and `chat.created` to `ChatCreated`.
pub(super) fn pascal(name: &str) -> String {
    name.split(['.', '_'])
        .map(|word| {
            let (first, rest) = word.split_at(word.len().min(1));
            first.to_uppercase() + rest
        })
        .collect()
}

/// `chat_id` to `chatId`, and `MessageSent` to `messageSent`.
pub(super) fn camel(name: &str) -> String {
    let name = pascal(name);
    let (first, rest) = name.split_at(name.len().min(1));
    first.to_lowercase() + rest
}

/// Returns a name as it is declared, quoted if it is a keyword.
pub(super) fn declared(name: &str) -> String {
    if KEYWORDS.contains(&name) {
        format!("`{name}`")
    } else {
        name.to_owned()
    }
}

/// Returns the name of an operation's method.
pub(super) fn method(operation: &str) -> String {
    let renamed = METHODS.iter().find(|(official, _)| *official == operation);
    renamed.map_or_else(
        || camel(operation.rsplit('.').next().unwrap_or(operation)),
        |(_, swift)| (*swift).to_owned(),
    )
}

/// Returns the path to an operation from the client.
pub(super) fn operation(operation: &str) -> String {
    let resources = operation
        .rsplit_once('.')
        .map_or("", |(resource, _)| resource);
    let mut way: Vec<String> = resources.split('.').map(camel).collect();
    way.push(method(operation));
    way.join(".")
}

/// Returns the type of a resource.
pub(super) fn resource_type(resource: &str) -> String {
    format!("{}Resource", pascal(resource))
}
