//! Which webhook events there are.

mod list;

pub use list::ListWebhookEvents;

/// Kinds of webhook events: see [`Client::webhook_events`](crate::Client::webhook_events).
#[derive(Clone, Copy, Debug)]
pub struct WebhookEvents<'c, C> {
    transport: &'c C,
}

impl<'c, C> WebhookEvents<'c, C> {
    pub(crate) fn new(transport: &'c C) -> Self {
        Self { transport }
    }
}
