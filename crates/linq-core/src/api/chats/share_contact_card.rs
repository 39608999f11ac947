use super::Chats;
use crate::{
    call::Call,
    id::ChatId,
    rate_limit::{Limit, RateLimitKey},
};

endpoint! {
    /// Shares the contact card (name and photo) of your line with a chat.
    ///
    /// Limited to once in five minutes per chat (code 1007).
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/methods/share_contact_card/>.
    pub struct ShareContactCard = POST "/v3/chats/{chat_id}/share_contact_card";
    name: "chats.share_contact_card",
    idempotency: NotIdempotent,
    rate_limit: |call| vec![RateLimitKey::new(Limit::ContactCardShares, call.chat_id.as_str())],
    path {
        /// Identifier of the chat.
        chat_id: ChatId,
    }
}

impl<'c, C> Chats<'c, C> {
    /// Shares the contact card of your line with a chat. See [`ShareContactCard`].
    pub fn share_contact_card(&self, chat: impl Into<ChatId>) -> Call<'c, C, ShareContactCard> {
        Call::new(self.transport, Ok(ShareContactCard::new(chat.into())))
    }
}
