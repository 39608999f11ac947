use super::Chats;
use crate::{call::Call, error::InvalidArgument, id::ChatId, model::ChatUpdateResponse};

endpoint! {
    /// Updates the name or icon of a group; at least one of the two is required.
    ///
    /// The response only confirms that the change is queued. The outcome is reported by the event
    /// `chat.group_name_updated`, `chat.group_icon_updated`, or their `_failed` counterparts. Direct chats are
    /// rejected (code 1006).
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/methods/update/>.
    pub struct UpdateChat = PUT "/v3/chats/{chat_id}" -> ChatUpdateResponse;
    name: "chats.update",
    idempotency: Idempotent,
    check: Self::validate,
    path {
        /// Identifier of the group.
        chat_id: ChatId,
    }
    body {
        /// Name of the group, visible to all participants.
        display_name: Option<String>,
        /// Public `https` URL of the icon, visible to all participants.
        group_chat_icon: Option<String>,
    }
}

impl UpdateChat {
    fn validate(&self) -> Result<(), InvalidArgument> {
        match &self.group_chat_icon {
            Some(icon) => crate::message::check_https(icon, "group_chat_icon"),
            None if self.display_name.is_none() => Err(InvalidArgument::new(
                "display_name",
                "either this or `group_chat_icon` is required",
            )),
            None => Ok(()),
        }
    }
}

impl<'c, C> Chats<'c, C> {
    /// Updates the name or icon of a group; at least one of the two is required.
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// # let chat = "550e8400-e29b-41d4-a716-446655440000";
    /// let icon = "https://cdn.example.com/team-icon.png";
    /// linq.chats().update(chat).display_name("Project Team").group_chat_icon(icon).send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`UpdateChat`].
    pub fn update(&self, chat: impl Into<ChatId>) -> Call<'c, C, UpdateChat> {
        Call::new(self.transport, Ok(UpdateChat::new(chat.into())))
    }
}
