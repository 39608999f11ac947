//! Data types of responses and webhook events.
//!
//! # Values for tests
//!
//! The types have no constructors, since they gain fields with the API. For a test, decode a value from JSON, of which
//! only the identity is required (in general the `id`; nothing in payloads of events), and set further fields:
//!
//! ```
//! use linq_core::{
//!     call::Page,
//!     model::Message,
//!     webhook::{Event, ParticipantAddedData},
//! };
//! use serde_json::json;
//!
//! let mut message: Message = serde_json::from_value(json!({
//!     "id": "m1",
//!     "parts": [{"type": "text", "value": "Hi"}],
//! }))?;
//! message.is_from_me = Some(true);
//! assert_eq!((message.id.as_str(), &*message.text()), ("m1", "Hi"));
//!
//! let page: Page<Message> = serde_json::from_value(json!({"messages": [message]}))?;
//! assert_eq!(page.items.len(), 1);
//!
//! let mut added: ParticipantAddedData = serde_json::from_value(json!({}))?;
//! added.handle = Some("+15556667777".to_owned());
//!
//! let event: Event = serde_json::from_value(json!({
//!     "event_id": "e1",
//!     "event_type": "participant.added",
//!     "data": added,
//! }))?;
//! assert_eq!(event.event_type, "participant.added");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! [`WebhookSecret::sign`](crate::webhook::WebhookSecret::sign) signs the body of an event, for tests of a receiver.

mod attachment;
mod available_number;
mod background;
mod blocked_handle;
mod capability;
mod chat;
mod chat_handle;
mod contact_card;
mod content_type;
mod decoration;
mod effect_kind;
mod event_type;
mod experience;
mod file_url;
mod health;
mod legacy_phone_number;
mod location;
mod message;
mod metadata;
mod operation;
mod part;
mod payment;
mod payment_connection;
mod payment_request;
mod phone_number;
mod poll;
mod reaction;
mod redacted;
mod reputation;
mod secret_url;
mod service;
mod unknown;
mod voice_memo;
mod webhook_subscription;

pub use attachment::{AttachmentCreateResponse, AttachmentRetrieveResponse, AttachmentStatus};
pub use available_number::AvailableNumberRetrieveResponse;
pub use background::{Background, BackgroundStyle, BackgroundType};
pub use blocked_handle::{
    BlockedHandleBlockResponse, BlockedHandleEntry, BlockedHandleListResponse,
};
pub use capability::{HandleCheckResponse, UnavailableReason};
pub use chat::{Chat, ChatCreateResponse, ChatCreateResponseChat, ChatUpdateResponse};
pub use chat_handle::{ChatHandle, ParticipantStatus};
pub use contact_card::{ContactCard, ContactCardRetrieveResponse};
pub use content_type::SupportedContentType;
pub use decoration::{TextAnimation, TextDecoration, TextStyle, Utf16Range};
pub use effect_kind::EffectKind;
pub use event_type::EventType;
pub use experience::{
    ExperienceAction, ExperienceActionField, ExperienceFieldType, ExperienceListResponse,
    ExperienceRetrieveResponse,
};
pub use file_url::FileUrl;
pub use health::{ChatHealth, HealthStatus};
pub use legacy_phone_number::{
    LegacyPhoneNumber, PhoneNumberCapabilities, PhonenumberListResponse,
};
pub use location::{
    ChatLocationData, GetChatLocationResponse, LocationFeature, LocationGeometry,
    LocationProperties, LocationRequestResponse,
};
pub use message::{
    DeliveryStatus, FirstMessage, FromSelection, FromSelectionReason, Message,
    MessageCreateResponse, MessageEffect, MessageSendResponse,
    MessageUpdateStickerPlacementResponse, ReplyTo, SentMessage,
};
pub use metadata::Metadata;
pub use operation::{AddOrRemove, OperationAccepted};
pub use part::{
    AppClipPart, IMessageApp, IMessageAppLayout, IMessageAppPart, InlineSticker, LinkPart,
    MediaPart, Mention, MessagePart, TextPart,
};
pub use payment::{
    Payment, PaymentCredentialsHandoff, PaymentCredentialsResponse, PaymentMerchant, PaymentStatus,
};
pub use payment_connection::{
    PaymentConnectionStatus, PaymentHandleConnection, PaymentProvider,
    PaymentProviderConnectResponse, PaymentProviderStatus,
};
pub use payment_request::{
    PaymentInterval, PaymentMode, PaymentRail, PaymentRequest, PaymentRequestDiscount,
    PaymentRequestListResponse, PaymentRequestNatural, PaymentRequestStatus, PaymentRequestStripe,
};
pub use phone_number::{
    PhoneNumberDetails, PhoneNumberListResponse, PhoneNumberReputation, PhoneNumberUpdateResponse,
    ReputationStatus,
};
pub use poll::{PollEnvelope, PollOptionVoter, PollResultOption, PollResults};
pub use reaction::{Reaction, ReactionType, Sticker};
pub use reputation::{
    AuditStatus, ExpectedImpact, ReputationActionItem, ReputationAudit, ReputationAuditStarted,
    ReputationDriver, ReputationDriverKey, ReputationEvidence, ReputationOptOutChat,
    ReputationReport, ReputationUnhealthyChat,
};
pub use secret_url::SecretUrl;
pub use service::{LineType, PreferredService, ServiceType};
pub use unknown::UnknownObject;
pub use voice_memo::{ChatSendVoicememoResponse, VoiceMemo, VoiceMemoChat, VoiceMemoVoiceMemo};
pub use webhook_subscription::{
    WebhookEventListResponse, WebhookSubscription, WebhookSubscriptionCreateResponse,
    WebhookSubscriptionListResponse,
};

pub(crate) use part::{join_lines, texts};
pub(crate) use redacted::Redacted;
