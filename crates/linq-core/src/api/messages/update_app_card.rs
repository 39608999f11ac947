use super::Messages;
use crate::{
    call::Call,
    id::MessageId,
    message::{AppCardLayout, ExperienceInvocation, MessagesApp},
    model::MessageSendResponse,
};

endpoint! {
    /// Replaces the content of a sent card of an iMessage app.
    ///
    /// The update is a new message; use its identifier for the next update. Rejected with 409 until the card
    /// has been sent (`message.sent`). The API does not accept an idempotency key for it: a call whose response
    /// was lost is not retried.
    ///
    /// See <https://docs.linqapp.com/api/resources/messages/methods/update_app_card/>.
    pub struct UpdateAppCard = POST "/v3/messages/{message_id}/update" -> MessageSendResponse;
    name: "messages.update_app_card",
    idempotency: NotIdempotent,
    path {
        /// Identifier of the card's message.
        message_id: MessageId,
    }
    body {
        /// New content of the card.
        layout: AppCardLayout,
        /// App behind the card, which cannot be changed.
        app: Option<MessagesApp>,
        /// Action of an experience, instead of `url`.
        experience: Option<ExperienceInvocation>,
        /// Text shown where the card cannot be shown; the caption by default.
        fallback_text: Option<String>,
        /// True to show the live view of the app to recipients who have it, the default regardless of the value
        /// of the original card.
        interactive: Option<bool>,
        /// URL passed to the app when the card is tapped.
        url: Option<String>,
    }
}

impl<'c, C> Messages<'c, C> {
    /// Replaces the content of a sent card of an iMessage app.
    ///
    /// ```
    /// use linq_core::message::AppCardLayout;
    ///
    /// # let linq = linq_core::Client::dry_run();
    /// # let message = "69a37c7d-af4f-4b5e-af42-e28e98ce873a";
    /// let layout = AppCardLayout::new().caption("Checkmate").image_url("https://example.com/17.png");
    /// linq.messages().update_app_card(message, layout).interactive(false).send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`UpdateAppCard`].
    pub fn update_app_card(
        &self,
        message: impl Into<MessageId>,
        layout: AppCardLayout,
    ) -> Call<'c, C, UpdateAppCard> {
        Call::new(
            self.transport,
            Ok(UpdateAppCard::new(message.into(), layout)),
        )
    }
}
