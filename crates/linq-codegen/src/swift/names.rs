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
    ("chats.leave_chat", "leave"),
    ("chats.list_chats", "list"),
    ("chats.send_voicememo", "sendVoiceMemo"),
    ("messages.list_messages_thread", "thread"),
    ("phone_numbers.get_reputation_audit", "reputationAudit"),
];

/// Words that are written in capitals, or in lower case at the beginning of a name that is not a type's.
const ACRONYMS: &[&str] = &[
    "api", "gpp", "html", "http", "https", "id", "ip", "json", "mms", "pdf", "rcs", "sms", "uri",
    "url",
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
    renamed.map_or_else(|| pascal(name.name), |(_, _, swift)| (*swift).to_owned())
}

/// `chat_created` and `chat.created` to `ChatCreated`, `ApiToken` to `APIToken`.
pub(super) fn pascal(name: &str) -> String {
    words(name).map(capitalized).collect()
}

/// `chat_id` to `chatID`, and `MessageSent` to `messageSent`.
pub(super) fn camel(name: &str) -> String {
    let mut words = words(name);
    let first = words.next().unwrap_or_default().to_lowercase();
    first + &words.map(capitalized).collect::<String>()
}

/// Splits a name at `.`, `_` and before capitals.
fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(['.', '_']).flat_map(|part| {
        let starts = part
            .char_indices()
            .filter(|(at, letter)| *at == 0 || letter.is_uppercase())
            .map(|(at, _)| at);
        let ends = starts.clone().skip(1).chain([part.len()]);
        starts.zip(ends).map(|(start, end)| &part[start..end])
    })
}

/// `chat` to `Chat`, `id` to `ID`, `urls` to `URLs`.
fn capitalized(word: &str) -> String {
    let lower = word.to_lowercase();
    let is_acronym = |word: &str| ACRONYMS.contains(&word);
    match lower.strip_suffix('s') {
        _ if is_acronym(&lower) => lower.to_uppercase(),
        Some(singular) if is_acronym(singular) => singular.to_uppercase() + "s",
        _ => {
            let (first, rest) = word.split_at(word.len().min(1));
            first.to_uppercase() + rest
        }
    }
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

#[cfg(test)]
mod tests {
    use super::{camel, method, pascal};

    #[test]
    fn acronyms_are_cased_uniformly() {
        for (name, expected) in [
            ("chat_id", "chatID"),
            ("id", "id"),
            ("url", "url"),
            ("http_method", "httpMethod"),
            ("message_ids", "messageIDs"),
            ("vcf_url", "vcfURL"),
            (
                "webhook_subscription.target_url_changed",
                "webhookSubscriptionTargetURLChanged",
            ),
            ("api_token.created", "apiTokenCreated"),
            ("ThreeGpp", "threeGPP"),
            ("IMessage", "iMessage"),
            ("Mp3Deprecated", "mp3Deprecated"),
            ("is_identity", "isIdentity"),
        ] {
            assert_eq!(camel(name), expected);
        }
        assert_eq!(pascal("AccountApiToken"), "AccountAPIToken");
        assert_eq!(pascal("IMessageApp"), "IMessageApp");
        assert_eq!(method("capability.check_RCS"), "checkRCS");
        assert_eq!(method("capability.check_iMessage"), "checkIMessage");
    }
}
