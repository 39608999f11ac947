use super::Chats;
use crate::{
    call::Call,
    error::InvalidArgument,
    id::{AttachmentId, ChatId},
    message::{OutgoingVoiceMemo, check_https, check_present},
    model::{ChatSendVoicememoResponse, FileUrl},
    rate_limit::RateLimitKey,
};

endpoint! {
    /// Sends an audio file as a voice memo, which iMessage plays in the chat.
    ///
    /// The API does not accept an idempotency key for it: a call whose response was lost is not retried.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/methods/send_voicememo/>.
    pub struct SendVoiceMemo = POST "/v3/chats/{chat_id}/voicememo" -> ChatSendVoicememoResponse;
    name: "chats.send_voicememo",
    idempotency: NotIdempotent,
    check: Self::validate,
    rate_limit: |call| RateLimitKey::messages_in(&call.chat_id),
    path {
        /// Identifier of the chat.
        chat_id: ChatId,
    }
    body {
        /// Identifier of an uploaded audio file; either this or a URL is required.
        attachment_id: Option<AttachmentId>,
        /// True to send even if the recipient has opted out (code 2024). Requires their renewed consent.
        override_optout: Option<bool>,
        /// Public `https` URL that the server downloads the audio file from.
        voice_memo_url: Option<FileUrl>,
    }
}

impl SendVoiceMemo {
    fn validate(&self) -> Result<(), InvalidArgument> {
        match (&self.voice_memo_url, &self.attachment_id) {
            (Some(url), None) => check_https(url.as_str(), "voice_memo_url"),
            (None, Some(id)) => check_present("attachment_id", id.as_str()),
            (Some(_), Some(_)) => Err(InvalidArgument::new(
                "voice_memo_url",
                "mutually exclusive with `attachment_id`",
            )),
            (None, None) => Err(InvalidArgument::new(
                "voice_memo_url",
                "either this or `attachment_id` is required",
            )),
        }
    }
}

impl<'c, C> Chats<'c, C> {
    /// Sends an audio file as a voice memo; officially `send_voicememo`.
    ///
    /// ```
    /// use linq_core::message::OutgoingVoiceMemo;
    ///
    /// # let linq = linq_core::Client::dry_run();
    /// # let chat = "550e8400-e29b-41d4-a716-446655440000";
    /// let memo = OutgoingVoiceMemo::url("https://cdn.example.com/hello.m4a");
    /// linq.chats().send_voice_memo(chat, memo).send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`SendVoiceMemo`].
    pub fn send_voice_memo(
        &self,
        chat: impl Into<ChatId>,
        memo: impl Into<OutgoingVoiceMemo>,
    ) -> Call<'c, C, SendVoiceMemo> {
        let mut endpoint = SendVoiceMemo::new(chat.into());
        match memo.into() {
            OutgoingVoiceMemo::Url(url) => endpoint.voice_memo_url = Some(url),
            OutgoingVoiceMemo::Attachment(id) => endpoint.attachment_id = Some(id),
        }
        Call::new(self.transport, Ok(endpoint))
    }
}
