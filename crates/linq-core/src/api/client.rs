//! From a client to its resources.

use super::{
    attachments::Attachments, available_number::AvailableNumber, blocked_handles::BlockedHandles,
    capability::Capability, chats::Chats, contact_card::ContactCards, experiences::Experiences,
    messages::Messages, payment_handles::PaymentHandles, payment_providers::PaymentProviders,
    payment_requests::PaymentRequests, payments::Payments, phone_numbers::PhoneNumbers,
    phonenumbers::LegacyPhoneNumbers, webhook_events::WebhookEvents,
    webhook_subscriptions::WebhookSubscriptions,
};
use crate::call::{Client, Transport};

impl<C: Transport> Client<C> {
    /// Files uploaded ahead of the messages that carry them.
    pub fn attachments(&self) -> Attachments<'_, C> {
        Attachments::new(self.transport())
    }

    /// Which of your lines is best to send from now.
    pub fn available_number(&self) -> AvailableNumber<'_, C> {
        AvailableNumber::new(self.transport())
    }

    /// Whom you do not want to hear from.
    pub fn blocked_handles(&self) -> BlockedHandles<'_, C> {
        BlockedHandles::new(self.transport())
    }

    /// Which services reach somebody.
    pub fn capability(&self) -> Capability<'_, C> {
        Capability::new(self.transport())
    }

    /// Conversations, direct and group.
    pub fn chats(&self) -> Chats<'_, C> {
        Chats::new(self.transport())
    }

    /// The name and photo that your lines show.
    pub fn contact_card(&self) -> ContactCards<'_, C> {
        ContactCards::new(self.transport())
    }

    /// What Linq's iMessage app can show for you.
    pub fn experiences(&self) -> Experiences<'_, C> {
        Experiences::new(self.transport())
    }

    /// Messages, wherever they are. Those of a chat are found under [`chats`](Self::chats).
    pub fn messages(&self) -> Messages<'_, C> {
        Messages::new(self.transport())
    }

    /// Customers for whom an agent may pay.
    pub fn payment_handles(&self) -> PaymentHandles<'_, C> {
        PaymentHandles::new(self.transport())
    }

    /// Your accounts at payment providers.
    pub fn payment_providers(&self) -> PaymentProviders<'_, C> {
        PaymentProviders::new(self.transport())
    }

    /// Money that you ask recipients for, paid into your own Stripe account.
    pub fn payment_requests(&self) -> PaymentRequests<'_, C> {
        PaymentRequests::new(self.transport())
    }

    /// Payments that an agent makes for a customer, with a virtual card.
    pub fn payments(&self) -> Payments<'_, C> {
        Payments::new(self.transport())
    }

    /// Your lines.
    pub fn phone_numbers(&self) -> PhoneNumbers<'_, C> {
        PhoneNumbers::new(self.transport())
    }

    /// Your lines by their old address.
    #[deprecated = "the API has deprecated it; use `phone_numbers()`"]
    pub fn phonenumbers(&self) -> LegacyPhoneNumbers<'_, C> {
        LegacyPhoneNumbers::new(self.transport())
    }

    /// Which webhook events there are.
    pub fn webhook_events(&self) -> WebhookEvents<'_, C> {
        WebhookEvents::new(self.transport())
    }

    /// Where Linq delivers its webhooks.
    pub fn webhook_subscriptions(&self) -> WebhookSubscriptions<'_, C> {
        WebhookSubscriptions::new(self.transport())
    }
}
