use super::Chats;
use crate::{
    call::Call,
    id::ChatId,
    rate_limit::{Limit, RateLimitKey},
};

endpoint! {
    /// Shares your line's contact card (name and photo) with a chat.
    ///
    /// Once every five minutes a chat; more is refused (code 1007).
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/methods/share_contact_card/>.
    pub struct ShareContactCard = POST "/v3/chats/{chat_id}/share_contact_card";
    name: "chats.share_contact_card",
    idempotency: NotIdempotent,
    rate_limit: |call| vec![RateLimitKey::new(Limit::ContactCardShares, call.chat_id.as_str())],
    path {
        /// The chat.
        chat_id: ChatId,
    }
}

impl<'c, C> Chats<'c, C> {
    /// Shares your line's contact card with a chat. See [`ShareContactCard`].
    pub fn share_contact_card(&self, chat: impl Into<ChatId>) -> Call<'c, C, ShareContactCard> {
        Call::new(self.transport, Ok(ShareContactCard::new(chat.into())))
    }
}
