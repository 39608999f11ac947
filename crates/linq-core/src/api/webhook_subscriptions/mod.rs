//! Webhook subscriptions.

mod create;
mod delete;
mod list;
mod retrieve;
mod update;

pub use create::CreateSubscription;
pub use delete::DeleteSubscription;
pub use list::ListSubscriptions;
pub use retrieve::RetrieveSubscription;
pub use update::UpdateSubscription;

/// The webhook-subscriptions resource: see [`Client::webhook_subscriptions`](crate::Client::webhook_subscriptions).
#[derive(Clone, Copy, Debug)]
pub struct WebhookSubscriptions<'c, C> {
    transport: &'c C,
}

impl<'c, C> WebhookSubscriptions<'c, C> {
    pub(crate) fn new(transport: &'c C) -> Self {
        Self { transport }
    }
}
