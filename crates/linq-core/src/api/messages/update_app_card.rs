use super::Messages;
use crate::{
    call::Call,
    id::MessageId,
    message::{AppCardLayout, ExperienceInvocation, MessagesApp},
    model::MessageSendResponse,
};

endpoint! {
    /// Shows other content on a card of an iMessage app that you sent, in place of the old.
    ///
    /// It counts as a new message, whose identifier the next update has to name. Refused with 409 until
    /// the card has been sent (`message.sent`). The API takes no idempotency key for it: a call whose
    /// reply was lost is not repeated.
    ///
    /// See <https://docs.linqapp.com/api/resources/messages/methods/update_app_card/>.
    pub struct UpdateAppCard = POST "/v3/messages/{message_id}/update" -> MessageSendResponse;
    name: "messages.update_app_card",
    idempotency: NotIdempotent,
    path {
        /// The message that the card is.
        message_id: MessageId,
    }
    body {
        /// What the card is to show.
        layout: AppCardLayout,
        /// The app behind the card, which cannot change.
        app: Option<MessagesApp>,
        /// An action of an experience, in place of a `url`.
        experience: Option<ExperienceInvocation>,
        /// What is shown where the card cannot be; the caption unless told otherwise.
        fallback_text: Option<String>,
        /// Whether recipients who have the app see its live view, which they do unless told otherwise,
        /// whatever was said of the card before.
        interactive: Option<bool>,
        /// What the app is handed when the card is tapped.
        url: Option<String>,
    }
}

impl<'c, C> Messages<'c, C> {
    /// Shows other content on a card of an iMessage app that you sent, in place of the old.
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
