//! Names in Python, which are those of the official client.

use super::keywords::KEYWORDS;
use crate::{
    api::{Operation, Side, TypeName},
    resources::Resource,
};

/// Types whose names in the official client differ from those in Rust.
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

/// Types that share a class with another type, as in the official client.
const SHARED_CLASSES: &[(Side, &str, &str)] = &[(Side::Response, "FirstMessage", "SentMessage")];

/// Aliases of the official client for one class: package, name, and class.
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

/// Responses that have their own name in the official client, by operation.
const RESPONSES: &[(&str, &str)] = &[
    ("chats.leave_chat", "ChatLeaveChatResponse"),
    ("chats.location.stop", "StopChatLocationSharingResponse"),
    ("chats.participants.add", "ParticipantAddResponse"),
    ("chats.participants.remove", "ParticipantRemoveResponse"),
    ("messages.add_reaction", "MessageAddReactionResponse"),
    ("messages.update_app_card", "MessageUpdateAppCardResponse"),
];

/// Parameters that accept another type in addition to that of the schema.
const ADDITIONAL_TYPES: &[(&str, &str, &str)] =
    &[("payment_requests.create", "trial_end", "datetime")];

/// Deprecated operations, with the message of the warning.
const DEPRECATED: &[(&str, &str)] = &[(
    "phonenumbers.list",
    "deprecated by the API: use `phone_numbers.list`",
)];

/// Returns the type whose class is used for a type.
pub(super) fn class_owner(name: &TypeName) -> TypeName {
    let shared = SHARED_CLASSES
        .iter()
        .find(|(side, rust, _)| *side == name.side && *rust == name.name);
    TypeName {
        side: name.side,
        name: shared.map_or(name.name, |(_, _, other)| other),
    }
}

/// Returns the class or alias of a type.
pub(super) fn type_name(name: &TypeName) -> String {
    let name = &class_owner(name);
    let official = OFFICIAL
        .iter()
        .find(|(side, rust, _)| *side == name.side && *rust == name.name);
    match (official, name.side) {
        (Some((_, _, python)), _) => (*python).to_owned(),
        (None, Side::Request) => format!("{}Param", name.name),
        (None, Side::Response) => name.name.to_owned(),
    }
}

/// Returns the class of an operation's response, if it has its own name.
pub(super) fn response_name(operation: &str) -> Option<&'static str> {
    find(RESPONSES, operation)
}

/// Returns the deprecation message of an operation.
pub(super) fn deprecation(operation: &str) -> Option<&'static str> {
    find(DEPRECATED, operation)
}

/// Returns the additional type of a parameter.
pub(super) fn additional_type(operation: &str, parameter: &str) -> Option<&'static str> {
    ADDITIONAL_TYPES
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

/// Returns the name of an attribute or argument: keywords get a trailing underscore.
pub(super) fn attribute(name: &str) -> String {
    if KEYWORDS.contains(&name) {
        format!("{name}_")
    } else {
        name.to_owned()
    }
}

/// Converts `chat_created` and `chat.created` to `ChatCreated`.
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

/// Returns the class of a webhook event.
pub(super) fn event_class(event: &str) -> String {
    format!("{}WebhookEvent", camel(event))
}

/// Returns the first part of a dotted name.
pub(super) fn first(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}

/// Returns the last part of a dotted name.
pub(super) fn last(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// Returns the class of a resource.
pub(super) fn resource_class(resource: &str) -> String {
    format!("{}Resource", camel(last(resource)))
}

/// Returns the module of a resource, below `resources`.
pub(super) fn module(resource: &Resource<'_>) -> String {
    let name = resource.name;
    if resource.children.is_empty() {
        name.to_owned()
    } else {
        format!("{name}.{name}")
    }
}

/// Returns the relative path of `linq_client` from the module of a resource.
pub(super) fn root(resource: &Resource<'_>) -> &'static str {
    if module(resource).contains('.') {
        "..."
    } else {
        ".."
    }
}

/// Returns the `TypedDict` of an operation's keyword arguments.
pub(super) fn params_name(operation: &Operation) -> String {
    let resource = camel(last(operation.resource()));
    let singular = resource.strip_suffix('s').unwrap_or(&resource);
    format!("{singular}{}Params", camel(operation.method()))
}

#[cfg(test)]
mod tests {
    use super::{
        ADDITIONAL_TYPES, ALIASES, DEPRECATED, OFFICIAL, RESPONSES, SHARED_CLASSES, class_owner,
        type_name,
    };
    use crate::{Api, api::TypeName};

    #[test]
    fn tables_contain_existing_names_only() {
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
            assert!(is_known, "{alias} is an alias of {class}");
        }
        for (operation, response) in RESPONSES {
            assert!(
                api.operations.iter().any(|it| it.name == *operation),
                "{operation}"
            );
            assert!(
                ALIASES.iter().any(|(_, alias, _)| alias == response),
                "{response}"
            );
        }
        for (operation, _) in DEPRECATED {
            assert!(api.operations.iter().any(|it| it.name == *operation));
        }
        for (operation, parameter, _) in ADDITIONAL_TYPES {
            let operation = api.operations.iter().find(|it| it.name == *operation);
            assert!(
                operation.is_some_and(|it| it.parameters.iter().any(|it| it.name == *parameter))
            );
        }
    }

    #[test]
    fn type_names_are_unique() {
        let api = Api::read();
        let declared = api.types.keys().filter(|name| class_owner(name) == **name);
        let mut names: Vec<String> = declared.map(type_name).collect();
        let all = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
