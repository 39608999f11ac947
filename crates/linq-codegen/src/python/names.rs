//! What things are called in Python: as in the official client, where it has a name for them.

use super::keywords::KEYWORDS;
use crate::{
    api::{Operation, Side, TypeName},
    resources::Resource,
};

/// Types that the official client calls otherwise than Rust does.
const OFFICIAL: &[(Side, &str, &str)] = &[
    (Side::Response, "AppClipPart", "AppClipPartResponse"),
    (Side::Response, "ContactCard", "SetContactCard"),
    (Side::Response, "EventType", "WebhookEventType"),
    (Side::Response, "IMessageAppPart", "IMessageAppPartResponse"),
    (Side::Response, "InlineSticker", "InlineStickerResponse"),
    (Side::Response, "LinkPart", "LinkPartResponse"),
    (Side::Response, "MediaPart", "MediaPartResponse"),
    (Side::Response, "MessageEventData", "MessageEventV2"),
    (Side::Response, "PollResults", "Poll"),
    (Side::Response, "ReactionEventData", "ReactionEventBase"),
    (Side::Response, "TextPart", "TextPartResponse"),
    (Side::Request, "AppCard", "IMessageAppPartParam"),
    (Side::Request, "AppCardLayout", "IMessageAppLayoutParam"),
    (Side::Request, "AppClip", "AppClipPartParam"),
    (Side::Request, "Effect", "MessageEffectParam"),
    (Side::Request, "ExperienceInvocation", "ExperienceParam"),
    (Side::Request, "Link", "LinkPartParam"),
    (Side::Request, "Media", "MediaPartParam"),
    (Side::Request, "MerchantDetails", "MerchantParam"),
    (Side::Request, "MessagesApp", "IMessageAppParam"),
    (Side::Request, "OutgoingPart", "MessagePartParam"),
    (Side::Request, "OutgoingPoll", "PollParam"),
    (Side::Request, "ReplyTarget", "ReplyToParam"),
    (Side::Request, "SubscriptionDiscount", "DiscountParam"),
    (Side::Request, "Text", "TextPartParam"),
];

/// Types that share the class of another one: the official client makes no difference between them.
const SHARED_CLASSES: &[(Side, &str, &str)] = &[(Side::Response, "FirstMessage", "SentMessage")];

/// Names of the official client for what is one class here: package, name, and the class.
pub(super) const ALIASES: &[(&str, &str, &str)] = &[
    ("", "ChatLeaveChatResponse", "OperationAccepted"),
    ("", "ContactCard", "SetContactCard"),
    ("", "MessageAddReactionResponse", "OperationAccepted"),
    ("", "MessageUpdateAppCardResponse", "MessageSendResponse"),
    ("", "SchemasMediaPartResponse", "MediaPartResponse"),
    ("", "SchemasMessageEffect", "MessageEffect"),
    ("", "SchemasTextPartResponse", "TextPartResponse"),
    (
        "chats",
        "GetChatLocationResponse",
        "GetChatLocationResponse",
    ),
    (
        "chats",
        "LocationRequestResponse",
        "LocationRequestResponse",
    ),
    ("chats", "MessageSendResponse", "MessageSendResponse"),
    ("chats", "ParticipantAddResponse", "OperationAccepted"),
    ("chats", "ParticipantRemoveResponse", "OperationAccepted"),
    ("chats", "Poll", "Poll"),
    ("chats", "PollEnvelope", "PollEnvelope"),
    ("chats", "SentMessage", "SentMessage"),
    (
        "chats",
        "StopChatLocationSharingResponse",
        "LocationRequestResponse",
    ),
    ("shared", "ChatHandle", "ChatHandle"),
    ("shared", "InlineStickerResponse", "InlineStickerResponse"),
    ("shared", "LinkPartResponse", "LinkPartResponse"),
    ("shared", "MediaPartResponse", "MediaPartResponse"),
    ("shared", "Reaction", "Reaction"),
    ("shared", "ReactionType", "ReactionType"),
    ("shared", "ServiceType", "ServiceType"),
    ("shared", "TextDecoration", "TextDecoration"),
    ("shared", "TextPartResponse", "TextPartResponse"),
    ("shared_params", "ReactionType", "ReactionType"),
    ("shared_params", "ServiceType", "ServiceType"),
    ("shared_params", "TextDecoration", "TextDecorationParam"),
];

/// Replies that the official client has a name of its own for, by operation.
const REPLIES: &[(&str, &str)] = &[
    ("chats.leave_chat", "ChatLeaveChatResponse"),
    ("chats.location.stop", "StopChatLocationSharingResponse"),
    ("chats.participants.add", "ParticipantAddResponse"),
    ("chats.participants.remove", "ParticipantRemoveResponse"),
    ("messages.add_reaction", "MessageAddReactionResponse"),
    ("messages.update_app_card", "MessageUpdateAppCardResponse"),
];

/// Parameters that take more than their shape says.
const ALSO_TAKES: &[(&str, &str, &str)] = &[("payment_requests.create", "trial_end", "datetime")];

/// Operations that the API has deprecated, and what is said to those who use them.
const DEPRECATED: &[(&str, &str)] = &[(
    "phonenumbers.list",
    "the API has deprecated it: use `phone_numbers.list`",
)];

/// Returns the type whose class a type has: itself, unless it shares that of another one.
pub(super) fn declared_as(name: &TypeName) -> TypeName {
    let shared = SHARED_CLASSES
        .iter()
        .find(|(side, rust, _)| *side == name.side && *rust == name.name);
    TypeName {
        side: name.side,
        name: shared.map_or(name.name, |(_, _, other)| other),
    }
}

/// The class or alias of a type.
pub(super) fn type_name(name: &TypeName) -> String {
    let name = &declared_as(name);
    let official = OFFICIAL
        .iter()
        .find(|(side, rust, _)| *side == name.side && *rust == name.name);
    match (official, name.side) {
        (Some((_, _, python)), _) => (*python).to_owned(),
        (None, Side::Request) => format!("{}Param", name.name),
        (None, Side::Response) => name.name.to_owned(),
    }
}

/// The class of what an operation replies, if it has a name of its own.
pub(super) fn reply_name(operation: &str) -> Option<&'static str> {
    find(REPLIES, operation)
}

/// What is said to those who use an operation, if the API has deprecated it.
pub(super) fn deprecation(operation: &str) -> Option<&'static str> {
    find(DEPRECATED, operation)
}

/// What a parameter takes besides what its shape says.
pub(super) fn also_takes(operation: &str, parameter: &str) -> Option<&'static str> {
    ALSO_TAKES
        .iter()
        .find(|(of, name, _)| (*of, *name) == (operation, parameter))
        .map(|(_, _, also)| *also)
}

fn find(table: &[(&str, &'static str)], name: &str) -> Option<&'static str> {
    table
        .iter()
        .find(|(it, _)| *it == name)
        .map(|(_, found)| *found)
}

/// An attribute or a keyword argument: a keyword of the language gets an underscore.
pub(super) fn attribute(name: &str) -> String {
    if KEYWORDS.contains(&name) {
        format!("{name}_")
    } else {
        name.to_owned()
    }
}

/// `chat_created` and `chat.created` to `ChatCreated`.
pub(super) fn camel(name: &str) -> String {
    name.split(['.', '_'])
        .map(|word| match word {
            "api" => "API".to_owned(),
            "url" => "URL".to_owned(),
            _ => {
                let (first, rest) = word.split_at(word.len().min(1));
                first.to_uppercase() + rest
            }
        })
        .collect()
}

/// The class of a webhook event.
pub(super) fn event_class(event: &str) -> String {
    format!("{}WebhookEvent", camel(event))
}

/// The first part of a dotted name.
pub(super) fn first(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}

/// The last part of a dotted name.
pub(super) fn last(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// The class of a resource.
pub(super) fn resource_class(resource: &str) -> String {
    format!("{}Resource", camel(last(resource)))
}

/// The module of a resource, below `resources`.
pub(super) fn module(resource: &Resource<'_>) -> String {
    let name = resource.name;
    if resource.children.is_empty() {
        name.to_owned()
    } else {
        format!("{name}.{name}")
    }
}

/// How far `linq_client` is from the module of a resource.
pub(super) fn root(resource: &Resource<'_>) -> &'static str {
    if module(resource).contains('.') {
        "..."
    } else {
        ".."
    }
}

/// The keyword arguments of an operation, as a `TypedDict`.
pub(super) fn params_name(operation: &Operation) -> String {
    let resource = camel(last(operation.resource()));
    let singular = resource.strip_suffix('s').unwrap_or(&resource);
    format!("{singular}{}Params", camel(operation.method()))
}

#[cfg(test)]
mod tests {
    use super::{
        ALIASES, ALSO_TAKES, DEPRECATED, OFFICIAL, REPLIES, SHARED_CLASSES, declared_as, type_name,
    };
    use crate::{Api, api::TypeName};

    #[test]
    fn the_tables_name_only_what_there_is() {
        let api = Api::read();
        for &(side, name, _) in OFFICIAL {
            assert!(api.types.contains_key(&TypeName { side, name }), "{name}");
        }
        for &(side, name, other) in SHARED_CLASSES {
            for name in [name, other] {
                assert!(api.types.contains_key(&TypeName { side, name }), "{name}");
            }
        }
        for (_, alias, class) in ALIASES {
            let is_known = api.types.keys().any(|name| type_name(name) == *class);
            assert!(is_known, "{alias} stands for {class}");
        }
        for (operation, reply) in REPLIES {
            assert!(
                api.operations.iter().any(|it| it.name == *operation),
                "{operation}"
            );
            assert!(
                ALIASES.iter().any(|(_, alias, _)| alias == reply),
                "{reply}"
            );
        }
        for (operation, _) in DEPRECATED {
            assert!(api.operations.iter().any(|it| it.name == *operation));
        }
        for (operation, parameter, _) in ALSO_TAKES {
            let operation = api.operations.iter().find(|it| it.name == *operation);
            assert!(
                operation.is_some_and(|it| it.parameters.iter().any(|it| it.name == *parameter))
            );
        }
    }

    #[test]
    fn no_two_types_have_the_same_name() {
        let api = Api::read();
        let declared = api.types.keys().filter(|name| declared_as(name) == **name);
        let mut names: Vec<String> = declared.map(type_name).collect();
        let all = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
