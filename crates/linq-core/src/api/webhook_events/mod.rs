//! Types of webhook events.

mod list;

pub use list::ListWebhookEvents;

/// The webhook-events resource: see [`Client::webhook_events`](crate::Client::webhook_events).
#[derive(Clone, Copy, Debug)]
pub struct WebhookEvents<'c, C> {
    transport: &'c C,
}

impl<'c, C> WebhookEvents<'c, C> {
    pub(crate) fn new(transport: &'c C) -> Self {
        Self { transport }
    }
}
