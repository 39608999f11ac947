use super::WebhookEvents;
use crate::{call::Call, model::WebhookEventListResponse};

endpoint! {
    /// Returns all event types that can be subscribed to.
    ///
    /// See <https://docs.linqapp.com/api/resources/webhook_events/methods/list/>.
    pub struct ListWebhookEvents = GET "/v3/webhook-events" -> WebhookEventListResponse;
    name: "webhook_events.list",
    idempotency: ReadOnly,
}

impl<'c, C> WebhookEvents<'c, C> {
    /// Returns all event types that can be subscribed to.
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// linq.webhook_events().list().send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`ListWebhookEvents`].
    pub fn list(&self) -> Call<'c, C, ListWebhookEvents> {
        Call::new(self.transport, Ok(ListWebhookEvents::new()))
    }
}
