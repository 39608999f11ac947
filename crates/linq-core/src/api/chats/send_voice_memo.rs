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
    /// Sends a sound as a voice memo that iMessage plays in the chat, instead of as a file.
    ///
    /// The API takes no idempotency key for it: a call whose reply was lost is not repeated.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/methods/send_voicememo/>.
    pub struct SendVoiceMemo = POST "/v3/chats/{chat_id}/voicememo" -> ChatSendVoicememoResponse;
    name: "chats.send_voicememo",
    idempotency: NotIdempotent,
    check: Self::rules,
    rate_limit: |call| vec![RateLimitKey::messages_in(&call.chat_id)],
    path {
        /// The chat.
        chat_id: ChatId,
    }
    body {
        /// A sound that was uploaded ahead; either this or `voice_memo_url`.
        attachment_id: Option<AttachmentId>,
        /// Sends although the recipient opted out (code 2024). Only with their renewed consent.
        override_optout: Option<bool>,
        /// Where the server downloads the sound: an `https` URL that needs no login.
        voice_memo_url: Option<FileUrl>,
    }
}

impl SendVoiceMemo {
    fn rules(&self) -> Result<(), InvalidArgument> {
        match (&self.voice_memo_url, &self.attachment_id) {
            (Some(url), None) => check_https(url.as_str(), "voice_memo_url"),
            (None, Some(id)) => check_present("attachment_id", id.as_str()),
            (Some(_), Some(_)) => Err(InvalidArgument::new(
                "voice_memo_url",
                "either this or `attachment_id` is to be given, not both",
            )),
            (None, None) => Err(InvalidArgument::new(
                "voice_memo_url",
                "either this or `attachment_id` has to be given",
            )),
        }
    }
}

impl<'c, C> Chats<'c, C> {
    /// Sends a sound as a voice memo; officially `send_voicememo`.
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
