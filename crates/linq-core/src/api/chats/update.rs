use super::Chats;
use crate::{call::Call, error::InvalidArgument, id::ChatId, model::ChatUpdateResponse};

endpoint! {
    /// Gives a group another name or icon; at least one of the two.
    ///
    /// The reply only says that the change is queued. Its outcome arrives as `chat.group_name_updated`,
    /// `chat.group_icon_updated`, or their `_failed` twins. A direct chat is refused (code 1006).
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/methods/update/>.
    pub struct UpdateChat = PUT "/v3/chats/{chat_id}" -> ChatUpdateResponse;
    name: "chats.update",
    idempotency: Idempotent,
    check: Self::rules,
    path {
        /// The group.
        chat_id: ChatId,
    }
    body {
        /// The name that every member sees.
        display_name: Option<String>,
        /// The public `https` URL of the image that every member sees.
        group_chat_icon: Option<String>,
    }
}

impl UpdateChat {
    fn rules(&self) -> Result<(), InvalidArgument> {
        match &self.group_chat_icon {
            Some(icon) => crate::message::check_https(icon, "group_chat_icon"),
            None if self.display_name.is_none() => Err(InvalidArgument::new(
                "display_name",
                "either this or `group_chat_icon` has to be given",
            )),
            None => Ok(()),
        }
    }
}

impl<'c, C> Chats<'c, C> {
    /// Gives a group another name or icon; set at least one of the two.
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
