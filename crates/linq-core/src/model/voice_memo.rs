use super::{ChatHandle, FileUrl, ServiceType};
use crate::{
    Timestamp,
    id::{AttachmentId, ChatId, MessageId},
};

model! {
    /// The reply to sending a voice memo.
    pub struct ChatSendVoicememoResponse {
        /// The voice memo as it was taken on.
        pub voice_memo: VoiceMemo = identity,
    }

    /// A voice memo that the API has just taken on.
    pub struct VoiceMemo {
        /// The message that it is.
        pub id: MessageId = identity,
        /// The chat that it goes to.
        pub chat: VoiceMemoChat = always,
        /// When it was created.
        pub created_at: Option<Timestamp> = always,
        /// The line that sends it, E.164.
        pub from: Option<String> = always,
        /// How far it got, in a word.
        pub status: Option<String> = always,
        /// Who gets it: phone numbers (E.164) and e-mail addresses.
        pub to: Vec<String> = always,
        /// The sound.
        pub voice_memo: VoiceMemoVoiceMemo = always,
        /// The service that carries it.
        pub service: Option<ServiceType>,
    }

    /// The chat that a voice memo goes to.
    pub struct VoiceMemoChat {
        /// The chat's identifier.
        pub id: Option<ChatId> = always,
        /// Everybody in the chat.
        pub handles: Vec<ChatHandle> = always,
        /// Whether the chat is in use.
        pub is_active: Option<bool> = always,
        /// Whether this is a group.
        pub is_group: Option<bool> = always,
        /// The chat's service.
        pub service: Option<ServiceType> = always,
    }

    /// The sound of a voice memo.
    pub struct VoiceMemoVoiceMemo {
        /// The attachment's identifier.
        pub id: Option<AttachmentId> = always,
        /// Its file name.
        pub filename: Option<String> = always,
        /// Its MIME type.
        pub mime_type: Option<String> = always,
        /// Its size in bytes.
        pub size_bytes: Option<u64> = always,
        /// Where to download it.
        pub url: Option<FileUrl> = always,
        /// How long it is, in milliseconds.
        pub duration_ms: Option<u64>,
    }
}
