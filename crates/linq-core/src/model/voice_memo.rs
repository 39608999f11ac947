use super::{ChatHandle, FileUrl, ServiceType};
use crate::{
    Timestamp,
    id::{AttachmentId, ChatId, MessageId},
};

model! {
    /// The response to sending a voice memo.
    pub struct ChatSendVoicememoResponse {
        /// The accepted voice memo.
        pub voice_memo: VoiceMemo = identity,
    }

    /// A voice memo that the API has just accepted.
    pub struct VoiceMemo {
        /// Identifier of the message.
        pub id: MessageId = identity,
        /// Chat that the voice memo is sent to.
        pub chat: VoiceMemoChat = always,
        /// Time at which it was created.
        pub created_at: Option<Timestamp> = always,
        /// Phone number of the sending line, E.164.
        pub from: Option<String> = always,
        /// Delivery status.
        pub status: Option<String> = always,
        /// Recipients: phone numbers (E.164) and e-mail addresses.
        pub to: Vec<String> = always,
        /// Audio file.
        pub voice_memo: VoiceMemoVoiceMemo = always,
        /// Service that the voice memo is sent over.
        pub service: Option<ServiceType>,
    }

    /// The chat that a voice memo is sent to.
    pub struct VoiceMemoChat {
        /// Identifier of the chat.
        pub id: Option<ChatId> = always,
        /// Participants of the chat.
        pub handles: Vec<ChatHandle> = always,
        /// True if the chat is active.
        pub is_active: Option<bool> = always,
        /// True if the chat is a group.
        pub is_group: Option<bool> = always,
        /// Service of the chat.
        pub service: Option<ServiceType> = always,
    }

    /// The audio file of a voice memo.
    pub struct VoiceMemoVoiceMemo {
        /// Identifier of the attachment.
        pub id: Option<AttachmentId> = always,
        /// File name.
        pub filename: Option<String> = always,
        /// MIME type.
        pub mime_type: Option<String> = always,
        /// Size in bytes.
        pub size_bytes: Option<u64> = always,
        /// Download URL.
        pub url: Option<FileUrl> = always,
        /// Duration in milliseconds.
        pub duration_ms: Option<u64>,
    }
}
