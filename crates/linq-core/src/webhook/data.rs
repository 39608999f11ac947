use super::{
    AccountEventData, BackgroundUpdatedData, ChatChangeFailedData, ChatCreatedData,
    ContactCardReceivedData, EventType, GroupIconUpdatedData, GroupNameUpdatedData,
    LegacyMessageEvent, LocationSharingStartedData, LocationSharingStoppedData, MessageEditedData,
    MessageEvent, MessageEventData, MessageFailedData, OtherEvent, ParticipantAddedData,
    ParticipantRemovedData, PaymentEventData, PhoneNumberAssignmentData,
    PhoneNumberStatusUpdatedData, PollEventData, PollFailedData, PollReceivedData, PollUpdatedData,
    PollVoteData, ReactionEventData, TypingIndicatorData,
};
use crate::{
    endpoint::{Decoded, decode_tolerantly},
    json::JsonError,
    schema::{HasSchema, ObjectSchema, Schema, Unreadable},
};
use serde::{Serialize, Serializer, de::DeserializeOwned};
use serde_json::value::RawValue;

/// Declares the event types with a typed payload, and how it is decoded if it has several versions.
macro_rules! payloads {
    ($($(#[$meta:meta])* $name:ident($payload:ty) $(via $read:expr)?,)*) => {
        /// The payload of an event, by type of event.
        ///
        /// It is serialized as the `data` of the event.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum EventData {
            $($(#[$meta])* $name($payload),)*
            /// The payload of a type that this version does not know, one that is not an object, or one of the seven
            /// `call.*` types, whose payload is not documented.
            Other(OtherEvent),
        }

        impl EventData {
            /// Returns the payload schema of each type of event, in the newest version. Types without a typed
            /// payload are omitted.
            #[must_use]
            pub fn schemas() -> Vec<(EventType, crate::schema::Schema)> {
                vec![$((EventType::$name, <$payload as HasSchema>::SCHEMA)),*]
            }

            pub(super) fn read(event_type: &EventType, version: Option<&str>, data: &RawValue) -> Decoded<Self> {
                let json = data.get();
                let read: Result<Decoded<Self>, JsonError> = match event_type {
                    $(EventType::$name => payloads!(@read json version $($read)?).map(|data| data.map(Self::$name)),)*
                    _ => return Decoded::new(Self::Other(OtherEvent::unknown_type(data))),
                };
                read.unwrap_or_else(|problem| {
                    Decoded::new(Self::Other(OtherEvent::undecodable(data, problem)))
                })
            }

            /// Returns the payload schema of a type of event, in the newest version; `None` if it is not known.
            #[must_use]
            pub fn schema(event_type: &EventType) -> Option<Schema> {
                match event_type {
                    $(EventType::$name => Some(<$payload as HasSchema>::SCHEMA),)*
                    _ => None,
                }
            }

            /// Returns the type of event of this payload; `None` for [`Other`](Self::Other), for which only
            /// the event has the type.
            #[must_use]
            pub fn event_type(&self) -> Option<EventType> {
                match self {
                    $(Self::$name(_) => Some(EventType::$name),)*
                    Self::Other(_) => None,
                }
            }
        }

        impl Serialize for EventData {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$name(payload) => payload.serialize(serializer),)*
                    Self::Other(other) => other.serialize(serializer),
                }
            }
        }
    };

    (@read $json:ident $version:ident) => { read_payload($json) };
    (@read $json:ident $version:ident $read:expr) => { $read($json, $version) };
}

impl EventData {
    /// Returns the payload schemas of a type of event, the newest version first; empty if none is known.
    #[must_use]
    pub fn versions(event_type: &EventType) -> Vec<Schema> {
        let name = |schema: Schema| schema.as_object().map(|object| object.name);
        match Self::schema(event_type) {
            Some(newest) if name(newest) == name(MessageEventData::SCHEMA) => {
                vec![newest, LegacyMessageEvent::SCHEMA]
            }
            newest => newest.into_iter().collect(),
        }
    }
}

payloads! {
    /// `message.sent`
    MessageSent(MessageEvent) via MessageEvent::read,
    /// `message.received`
    MessageReceived(MessageEvent) via MessageEvent::read,
    /// `message.read`
    MessageRead(MessageEvent) via MessageEvent::read,
    /// `message.delivered`
    MessageDelivered(MessageEvent) via MessageEvent::read,
    /// `message.failed`
    MessageFailed(MessageFailedData),
    /// `message.edited`
    MessageEdited(Box<MessageEditedData>),
    /// `reaction.added`
    ReactionAdded(Box<ReactionEventData>),
    /// `reaction.removed`
    ReactionRemoved(Box<ReactionEventData>),
    /// `poll.received`
    PollReceived(Box<PollReceivedData>),
    /// `poll.failed`
    PollFailed(Box<PollFailedData>),
    /// `poll.sent`
    PollSent(Box<PollEventData>),
    /// `poll.delivered`
    PollDelivered(Box<PollEventData>),
    /// `poll.read`
    PollRead(Box<PollEventData>),
    /// `poll.updated`
    PollUpdated(Box<PollUpdatedData>),
    /// `poll.vote.added`
    PollVoteAdded(Box<PollVoteData>),
    /// `poll.vote.removed`
    PollVoteRemoved(Box<PollVoteData>),
    /// `poll.reaction.added`
    PollReactionAdded(Box<ReactionEventData>),
    /// `participant.added`
    ParticipantAdded(ParticipantAddedData),
    /// `participant.removed`
    ParticipantRemoved(ParticipantRemovedData),
    /// `chat.created`
    ChatCreated(ChatCreatedData),
    /// `chat.group_name_updated`
    ChatGroupNameUpdated(GroupNameUpdatedData),
    /// `chat.group_icon_updated`
    ChatGroupIconUpdated(GroupIconUpdatedData),
    /// `chat.group_name_update_failed`
    ChatGroupNameUpdateFailed(ChatChangeFailedData),
    /// `chat.group_icon_update_failed`
    ChatGroupIconUpdateFailed(ChatChangeFailedData),
    /// `chat.background_updated`
    ChatBackgroundUpdated(Box<BackgroundUpdatedData>),
    /// `chat.background_update_failed`
    ChatBackgroundUpdateFailed(ChatChangeFailedData),
    /// `chat.typing_indicator.started`
    ChatTypingIndicatorStarted(TypingIndicatorData),
    /// `chat.typing_indicator.stopped`
    ChatTypingIndicatorStopped(TypingIndicatorData),
    /// `phone_number.status_updated`
    PhoneNumberStatusUpdated(PhoneNumberStatusUpdatedData),
    /// `phone_number.assigned`
    PhoneNumberAssigned(PhoneNumberAssignmentData),
    /// `phone_number.released`
    PhoneNumberReleased(PhoneNumberAssignmentData),
    /// `contact_card.received`
    ContactCardReceived(ContactCardReceivedData),
    /// `location.sharing.started`
    LocationSharingStarted(LocationSharingStartedData),
    /// `location.sharing.stopped`
    LocationSharingStopped(LocationSharingStoppedData),
    /// `payment.succeeded`
    PaymentSucceeded(Box<PaymentEventData>),
    /// `payment.canceled`
    PaymentCanceled(Box<PaymentEventData>),
    /// `payment.expired`
    PaymentExpired(Box<PaymentEventData>),
    /// `payment.declined`
    PaymentDeclined(Box<PaymentEventData>),
    /// `payment.authorized`
    PaymentAuthorized(Box<PaymentEventData>),
    /// `connection.created`
    ConnectionCreated(Box<PaymentEventData>),
    /// `connection.revoked`
    ConnectionRevoked(Box<PaymentEventData>),
    /// `zero_day_retention.updated`
    ZeroDayRetentionUpdated(Box<AccountEventData>),
    /// `phone_number.forwarding_updated`
    PhoneNumberForwardingUpdated(Box<AccountEventData>),
    /// `environment.line_moved`
    EnvironmentLineMoved(Box<AccountEventData>),
    /// `contact_card.created`
    ContactCardCreated(Box<AccountEventData>),
    /// `contact_card.updated`
    ContactCardUpdated(Box<AccountEventData>),
    /// `contact_card.deleted`
    ContactCardDeleted(Box<AccountEventData>),
    /// `api_token.created`
    ApiTokenCreated(Box<AccountEventData>),
    /// `api_token.renamed`
    ApiTokenRenamed(Box<AccountEventData>),
    /// `api_token.expiry_scheduled`
    ApiTokenExpiryScheduled(Box<AccountEventData>),
    /// `api_token.expired`
    ApiTokenExpired(Box<AccountEventData>),
    /// `api_token.activated`
    ApiTokenActivated(Box<AccountEventData>),
    /// `api_token.deleted`
    ApiTokenDeleted(Box<AccountEventData>),
    /// `environment.created`
    EnvironmentCreated(Box<AccountEventData>),
    /// `environment.renamed`
    EnvironmentRenamed(Box<AccountEventData>),
    /// `environment.deleted`
    EnvironmentDeleted(Box<AccountEventData>),
    /// `webhook_subscription.created`
    WebhookSubscriptionCreated(Box<AccountEventData>),
    /// `webhook_subscription.deleted`
    WebhookSubscriptionDeleted(Box<AccountEventData>),
    /// `webhook_subscription.target_url_changed`
    WebhookSubscriptionTargetUrlChanged(Box<AccountEventData>),
    /// `webhook_subscription.enabled`
    WebhookSubscriptionEnabled(Box<AccountEventData>),
    /// `webhook_subscription.disabled`
    WebhookSubscriptionDisabled(Box<AccountEventData>),
    /// `webhook_subscription.events.updated`
    WebhookSubscriptionEventsUpdated(Box<AccountEventData>),
    /// `webhook_subscription.phone_numbers.updated`
    WebhookSubscriptionPhoneNumbersUpdated(Box<AccountEventData>),
    /// `webhook_subscription.routing_headers_set`
    WebhookSubscriptionRoutingHeadersSet(Box<AccountEventData>),
    /// `webhook_subscription.routing_headers_cleared`
    WebhookSubscriptionRoutingHeadersCleared(Box<AccountEventData>),
    /// `team_member.added`
    TeamMemberAdded(Box<AccountEventData>),
    /// `team_member.signed_in`
    TeamMemberSignedIn(Box<AccountEventData>),
    /// `team_member.signed_out`
    TeamMemberSignedOut(Box<AccountEventData>),
}

/// Decodes a payload.
///
/// # Errors
///
/// The payload is not an object.
pub(super) fn read_payload<T: DeserializeOwned + HasSchema>(
    json: &str,
) -> Result<Decoded<T>, JsonError> {
    let has_aliases = T::SCHEMA.as_object().is_some_and(ObjectSchema::has_aliases);
    if !has_aliases && let Ok(payload) = serde_json::from_str(json) {
        return Ok(Decoded::new(payload));
    }
    decode_tolerantly(json.as_bytes()).map_err(|unreadable| match unreadable {
        Unreadable::Field(problem) => problem,
        Unreadable::NotJson => JsonError::whole("not JSON"),
    })
}
