use super::{
    AccountEventData, BackgroundUpdatedData, ChatChangeFailedData, ChatCreatedData,
    ContactCardReceivedData, EventType, GroupIconUpdatedData, GroupNameUpdatedData,
    LocationSharingStartedData, LocationSharingStoppedData, MessageEditedData, MessageEvent,
    MessageFailedData, OtherEvent, ParticipantAddedData, ParticipantRemovedData, PaymentEventData,
    PhoneNumberAssignmentData, PhoneNumberStatusUpdatedData, PollEventData, PollFailedData,
    PollReceivedData, PollUpdatedData, PollVoteData, ReactionEventData, TypingIndicatorData,
};
use crate::{
    error::{JsonProblem, from_json},
    surrogates::despite_halves,
};
use serde::{Serialize, Serializer, de::DeserializeOwned};
use serde_json::value::RawValue;

/// Declares which event types have a payload of their own, and how it is read.
macro_rules! payloads {
    ($($(#[$meta:meta])* $name:ident($payload:ty) via $read:expr,)*) => {
        /// What happened, by type of event.
        ///
        /// Written with `serde`, it is the `data` of the event again.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum EventData {
            $($(#[$meta])* $name($payload),)*
            /// An event of a type, or with a payload, that this version does not understand; and
            /// the seven `call.*`, whose payload is not published.
            Other(OtherEvent),
        }

        impl EventData {
            /// What the payload of each type of event looks like, in the newest version. Types that
            /// have no payload of their own are left out.
            #[cfg(feature = "describe")]
            #[must_use]
            pub fn shapes() -> Vec<(EventType, crate::describe::Shape)> {
                vec![$((EventType::$name, <$payload as crate::describe::Describe>::SHAPE)),*]
            }
            pub(super) fn read(event_type: &EventType, version: Option<&str>, data: &RawValue) -> Self {
                let json = data.get().as_bytes();
                let read: Result<Self, JsonProblem> = match event_type {
                    $(EventType::$name => {
                        despite_halves(json, |json| $read(json, version)).map(Self::$name)
                    })*
                    _ => return Self::Other(OtherEvent::of_unknown_type(data)),
                };
                read.unwrap_or_else(|problem| Self::Other(OtherEvent::of_unknown_shape(data, problem)))
            }

            /// The type of event that this is the payload of; `None` for [`Other`](Self::Other),
            /// whose type only the event knows.
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
    MessageFailed(MessageFailedData) via one_shape,
    /// `message.edited`
    MessageEdited(Box<MessageEditedData>) via one_shape,
    /// `reaction.added`
    ReactionAdded(Box<ReactionEventData>) via one_shape,
    /// `reaction.removed`
    ReactionRemoved(Box<ReactionEventData>) via one_shape,
    /// `poll.received`
    PollReceived(Box<PollReceivedData>) via one_shape,
    /// `poll.failed`
    PollFailed(Box<PollFailedData>) via one_shape,
    /// `poll.sent`
    PollSent(Box<PollEventData>) via one_shape,
    /// `poll.delivered`
    PollDelivered(Box<PollEventData>) via one_shape,
    /// `poll.read`
    PollRead(Box<PollEventData>) via one_shape,
    /// `poll.updated`
    PollUpdated(Box<PollUpdatedData>) via one_shape,
    /// `poll.vote.added`
    PollVoteAdded(Box<PollVoteData>) via one_shape,
    /// `poll.vote.removed`
    PollVoteRemoved(Box<PollVoteData>) via one_shape,
    /// `poll.reaction.added`
    PollReactionAdded(Box<ReactionEventData>) via one_shape,
    /// `participant.added`
    ParticipantAdded(ParticipantAddedData) via one_shape,
    /// `participant.removed`
    ParticipantRemoved(ParticipantRemovedData) via one_shape,
    /// `chat.created`
    ChatCreated(ChatCreatedData) via one_shape,
    /// `chat.group_name_updated`
    ChatGroupNameUpdated(GroupNameUpdatedData) via one_shape,
    /// `chat.group_icon_updated`
    ChatGroupIconUpdated(GroupIconUpdatedData) via one_shape,
    /// `chat.group_name_update_failed`
    ChatGroupNameUpdateFailed(ChatChangeFailedData) via one_shape,
    /// `chat.group_icon_update_failed`
    ChatGroupIconUpdateFailed(ChatChangeFailedData) via one_shape,
    /// `chat.background_updated`
    ChatBackgroundUpdated(Box<BackgroundUpdatedData>) via one_shape,
    /// `chat.background_update_failed`
    ChatBackgroundUpdateFailed(ChatChangeFailedData) via one_shape,
    /// `chat.typing_indicator.started`
    ChatTypingIndicatorStarted(TypingIndicatorData) via one_shape,
    /// `chat.typing_indicator.stopped`
    ChatTypingIndicatorStopped(TypingIndicatorData) via one_shape,
    /// `phone_number.status_updated`
    PhoneNumberStatusUpdated(PhoneNumberStatusUpdatedData) via one_shape,
    /// `phone_number.assigned`
    PhoneNumberAssigned(PhoneNumberAssignmentData) via one_shape,
    /// `phone_number.released`
    PhoneNumberReleased(PhoneNumberAssignmentData) via one_shape,
    /// `contact_card.received`
    ContactCardReceived(ContactCardReceivedData) via one_shape,
    /// `location.sharing.started`
    LocationSharingStarted(LocationSharingStartedData) via one_shape,
    /// `location.sharing.stopped`
    LocationSharingStopped(LocationSharingStoppedData) via one_shape,
    /// `payment.succeeded`
    PaymentSucceeded(Box<PaymentEventData>) via one_shape,
    /// `payment.canceled`
    PaymentCanceled(Box<PaymentEventData>) via one_shape,
    /// `payment.expired`
    PaymentExpired(Box<PaymentEventData>) via one_shape,
    /// `payment.declined`
    PaymentDeclined(Box<PaymentEventData>) via one_shape,
    /// `payment.authorized`
    PaymentAuthorized(Box<PaymentEventData>) via one_shape,
    /// `connection.created`
    ConnectionCreated(Box<PaymentEventData>) via one_shape,
    /// `connection.revoked`
    ConnectionRevoked(Box<PaymentEventData>) via one_shape,
    /// `zero_day_retention.updated`
    ZeroDayRetentionUpdated(Box<AccountEventData>) via one_shape,
    /// `phone_number.forwarding_updated`
    PhoneNumberForwardingUpdated(Box<AccountEventData>) via one_shape,
    /// `environment.line_moved`
    EnvironmentLineMoved(Box<AccountEventData>) via one_shape,
    /// `contact_card.created`
    ContactCardCreated(Box<AccountEventData>) via one_shape,
    /// `contact_card.updated`
    ContactCardUpdated(Box<AccountEventData>) via one_shape,
    /// `contact_card.deleted`
    ContactCardDeleted(Box<AccountEventData>) via one_shape,
    /// `api_token.created`
    ApiTokenCreated(Box<AccountEventData>) via one_shape,
    /// `api_token.renamed`
    ApiTokenRenamed(Box<AccountEventData>) via one_shape,
    /// `api_token.expiry_scheduled`
    ApiTokenExpiryScheduled(Box<AccountEventData>) via one_shape,
    /// `api_token.expired`
    ApiTokenExpired(Box<AccountEventData>) via one_shape,
    /// `api_token.activated`
    ApiTokenActivated(Box<AccountEventData>) via one_shape,
    /// `api_token.deleted`
    ApiTokenDeleted(Box<AccountEventData>) via one_shape,
    /// `environment.created`
    EnvironmentCreated(Box<AccountEventData>) via one_shape,
    /// `environment.renamed`
    EnvironmentRenamed(Box<AccountEventData>) via one_shape,
    /// `environment.deleted`
    EnvironmentDeleted(Box<AccountEventData>) via one_shape,
    /// `webhook_subscription.created`
    WebhookSubscriptionCreated(Box<AccountEventData>) via one_shape,
    /// `webhook_subscription.deleted`
    WebhookSubscriptionDeleted(Box<AccountEventData>) via one_shape,
    /// `webhook_subscription.target_url_changed`
    WebhookSubscriptionTargetUrlChanged(Box<AccountEventData>) via one_shape,
    /// `webhook_subscription.enabled`
    WebhookSubscriptionEnabled(Box<AccountEventData>) via one_shape,
    /// `webhook_subscription.disabled`
    WebhookSubscriptionDisabled(Box<AccountEventData>) via one_shape,
    /// `webhook_subscription.events.updated`
    WebhookSubscriptionEventsUpdated(Box<AccountEventData>) via one_shape,
    /// `webhook_subscription.phone_numbers.updated`
    WebhookSubscriptionPhoneNumbersUpdated(Box<AccountEventData>) via one_shape,
    /// `webhook_subscription.routing_headers_set`
    WebhookSubscriptionRoutingHeadersSet(Box<AccountEventData>) via one_shape,
    /// `webhook_subscription.routing_headers_cleared`
    WebhookSubscriptionRoutingHeadersCleared(Box<AccountEventData>) via one_shape,
    /// `team_member.added`
    TeamMemberAdded(Box<AccountEventData>) via one_shape,
    /// `team_member.signed_in`
    TeamMemberSignedIn(Box<AccountEventData>) via one_shape,
    /// `team_member.signed_out`
    TeamMemberSignedOut(Box<AccountEventData>) via one_shape,
}

/// Reads a payload that is the same in every version.
fn one_shape<T: DeserializeOwned>(json: &[u8], _version: Option<&str>) -> Result<T, JsonProblem> {
    from_json(json)
}
