//! Names in Kotlin.

use crate::api::{Side, TypeName};

/// Root package.
pub(super) const PACKAGE: &str = "dev.linq.client";

/// Types whose name in Rust is that of a response's type, of Jetpack Compose, or another one in Swift.
const RENAMED: &[(Side, &str, &str)] = &[
    (Side::Request, "InlineSticker", "OutgoingInlineSticker"),
    (Side::Request, "Link", "OutgoingLink"),
    (Side::Request, "Media", "OutgoingMedia"),
    (Side::Request, "Text", "OutgoingText"),
    (Side::Request, "TextDecoration", "OutgoingTextDecoration"),
];

/// Methods whose official name repeats that of their resource, or has another style.
const METHODS: &[(&str, &str)] = &[
    ("capability.check_RCS", "checkRcs"),
    ("chats.leave_chat", "leave"),
    ("chats.list_chats", "list"),
    ("chats.send_voicememo", "sendVoiceMemo"),
    ("messages.list_messages_thread", "thread"),
    ("phone_numbers.get_reputation_audit", "reputationAudit"),
];

/// Hard keywords that the API uses as names.
const KEYWORDS: &[&str] = &["class", "in", "interface", "is", "object", "when"];

/// Returns the class of a type.
pub(super) fn type_name(name: &TypeName) -> String {
    RENAMED
        .iter()
        .find(|(side, rust, _)| *side == name.side && *rust == name.name)
        .map_or(name.name, |(_, _, kotlin)| kotlin)
        .to_owned()
}

/// Returns the package of a type.
pub(super) fn package(name: &TypeName) -> String {
    let folder = match (name.side, name.name) {
        (Side::Request, _) => "request",
        (Side::Response, "MessageView") => "webhook",
        (Side::Response, _) => "model",
    };
    format!("{PACKAGE}.{folder}")
}

/// Returns the name of a property or parameter: `chatId` for `chat_id`.
pub(super) fn property(name: &str) -> String {
    let camel = lower_camel(name);
    if KEYWORDS.contains(&camel.as_str()) {
        format!("`{camel}`")
    } else {
        camel
    }
}

/// Returns the name of a method's parameter; every method has its own `options`.
pub(super) fn parameter(name: &str) -> String {
    match name {
        "options" => "newOptions".to_owned(),
        _ => property(name),
    }
}

/// Returns the name of an operation's method.
pub(super) fn method(operation: &str) -> String {
    let special = METHODS.iter().find(|(official, _)| *official == operation);
    special.map_or_else(
        || lower_camel(last(operation)),
        |(_, kotlin)| (*kotlin).to_owned(),
    )
}

/// Returns the path to an operation from the client, such as `chats.participants.add`.
pub(super) fn method_path(operation: &str) -> String {
    let mut path: Vec<String> = operation.split('.').map(lower_camel).collect();
    path.pop();
    path.push(method(operation));
    path.join(".")
}

/// Returns the class of a resource, such as `ChatsParticipantsResource`.
pub(super) fn resource_class(resource: &str) -> String {
    format!("{}Resource", camel(resource))
}

/// Returns the class of a resource's calls for Java, such as `ChatsParticipantsCalls`.
pub(super) fn calls_class(resource: &str) -> String {
    format!("{}Calls", camel(resource))
}

/// Returns the last part of a dotted name.
pub(super) fn last(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// `chat_created` and `chat.created` to `ChatCreated`.
pub(super) fn camel(name: &str) -> String {
    name.split(['.', '_']).map(capitalized).collect()
}

fn lower_camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or(name).to_owned();
    first + &words.map(capitalized).collect::<String>()
}

fn capitalized(word: &str) -> String {
    let (first, rest) = word.split_at(word.len().min(1));
    first.to_uppercase() + rest
}
