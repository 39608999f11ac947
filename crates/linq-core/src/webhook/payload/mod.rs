//! Payloads of the types of events.

mod account;
mod background;
mod chat;
mod contact_card;
mod line;
mod location;
mod message;
mod message_2025;
mod message_2026;
mod payment;
mod poll;
mod reaction;

pub use account::{
    AccountActor, AccountActorKind, AccountApiToken, AccountChange, AccountContactCard,
    AccountEnvironment, AccountEventData, AccountOrigin, AccountTeamMember,
    AccountWebhookSubscription, ImageChange, SignInMethod, TeamRole, TextChange,
};
pub use background::BackgroundUpdatedData;
pub use chat::{
    ChatChangeFailedData, ChatCreatedData, EventChat, GroupIconUpdatedData, GroupNameUpdatedData,
    ParticipantAddedData, ParticipantRemovedData, TypingIndicatorData,
};
pub use contact_card::ContactCardReceivedData;
pub use line::{LineStatus, PhoneNumberAssignmentData, PhoneNumberStatusUpdatedData};
pub use location::{LocationSharingStartedData, LocationSharingStoppedData};
pub use message::{
    Direction, MessageEditedChat, MessageEditedData, MessageEditedPart, MessageEvent,
    MessageFailedData, is_legacy,
};
pub use message_2025::{LegacyMessageEvent, LegacyMessagePayload};
pub use message_2026::{EventReplyTo, MessageEventChat, MessageEventData};
pub use payment::{PaymentEventData, PaymentEventStatus};
pub use poll::{
    PollEventData, PollFailedData, PollFailedError, PollReceivedData, PollUpdatedData, PollVoteData,
};
pub use reaction::ReactionEventData;
