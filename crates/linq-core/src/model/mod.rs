//! Types used by several endpoints and events.

mod attachment;
mod chat;
mod chat_handle;
mod content_type;
mod decoration;
mod file_url;
mod health;
mod message;
mod operation;
mod part;
mod phone_number;
mod reaction;
mod redacted;
mod service;
mod unknown;
mod webhook_subscription;

pub use attachment::{AttachmentCreateResponse, AttachmentRetrieveResponse, AttachmentStatus};
pub use chat::{Chat, ChatCreateResponse, ChatCreateResponseChat, ChatUpdateResponse};
pub use chat_handle::{ChatHandle, ParticipantStatus};
pub use content_type::SupportedContentType;
pub use decoration::{TextAnimation, TextDecoration, TextStyle, Utf16Range};
pub use file_url::FileUrl;
pub use health::{ChatHealth, HealthStatus};
pub use message::{
    DeliveryStatus, Message, MessageEffect, MessageSendResponse, ReplyTo, SentMessage,
};
pub use operation::OperationAccepted;
pub use part::{
    AppClipPart, IMessageApp, IMessageAppLayout, IMessageAppPart, InlineSticker, LinkPart,
    MediaPart, Mention, MessagePart, TextPart,
};
pub use phone_number::{
    PhoneNumberDetails, PhoneNumberListResponse, PhoneNumberReputation, ReputationStatus,
};
pub use reaction::{Reaction, ReactionType, Sticker};
pub use service::{LineType, PreferredService, ServiceType};
pub use unknown::UnknownObject;
pub use webhook_subscription::{
    WebhookEventListResponse, WebhookSubscription, WebhookSubscriptionCreateResponse,
    WebhookSubscriptionListResponse,
};

pub(crate) use redacted::Redacted;
