//! Data types of responses and webhook events.

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
