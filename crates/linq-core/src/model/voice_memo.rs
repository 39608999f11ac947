use super::{ChatHandle, FileUrl, ServiceType};
use crate::{
    Timestamp,
    id::{AttachmentId, ChatId, MessageId},
};

model! {
    /// The reply to sending a voice memo.
    pub struct ChatSendVoicememoResponse {
        /// The voice memo as it was taken on.
        pub voice_memo: VoiceMemo,
    }

    /// A voice memo that the API has just taken on.
    pub struct VoiceMemo {
        /// The message that it is.
        pub id: MessageId,
        /// The chat that it goes to.
        pub chat: VoiceMemoChat,
        /// When it was created.
        pub created_at: Timestamp,
        /// The line that sends it, E.164.
        pub from: String,
        /// How far it got, in a word.
        pub status: String,
        /// Who gets it: phone numbers (E.164) and e-mail addresses.
        pub to: Vec<String>,
        /// The sound.
        pub voice_memo: VoiceMemoVoiceMemo,
        /// The service that carries it.
        pub service: Option<ServiceType>,
    }

    /// The chat that a voice memo goes to.
    pub struct VoiceMemoChat {
        /// The chat's identifier.
        pub id: ChatId,
        /// Everybody in the chat.
        pub handles: Vec<ChatHandle>,
        /// Whether the chat is in use.
        pub is_active: bool,
        /// Whether this is a group.
        pub is_group: bool,
        /// The chat's service.
        pub service: ServiceType,
    }

    /// The sound of a voice memo.
    pub struct VoiceMemoVoiceMemo {
        /// The attachment's identifier.
        pub id: AttachmentId,
        /// Its file name.
        pub filename: String,
        /// Its MIME type.
        pub mime_type: String,
        /// Its size in bytes.
        pub size_bytes: u64,
        /// Where to download it.
        pub url: FileUrl,
        /// How long it is, in milliseconds.
        pub duration_ms: Option<u64>,
    }
}
