//! From a client to its resources.

use super::{
    attachments::Attachments, available_number::AvailableNumber, blocked_handles::BlockedHandles,
    capability::Capability, chats::Chats, contact_card::ContactCards, experiences::Experiences,
    messages::Messages, payment_handles::PaymentHandles, payment_providers::PaymentProviders,
    payment_requests::PaymentRequests, payments::Payments, phone_numbers::PhoneNumbers,
    phonenumbers::LegacyPhoneNumbers, webhook_events::WebhookEvents,
    webhook_subscriptions::WebhookSubscriptions,
};
use crate::call::{Caller, Client};

impl<C: Caller> Client<C> {
    /// Files uploaded ahead of the messages that carry them.
    pub fn attachments(&self) -> Attachments<'_, C> {
        Attachments::new(self.caller())
    }

    /// Which of your lines is best to send from now.
    pub fn available_number(&self) -> AvailableNumber<'_, C> {
        AvailableNumber::new(self.caller())
    }

    /// Whom you do not want to hear from.
    pub fn blocked_handles(&self) -> BlockedHandles<'_, C> {
        BlockedHandles::new(self.caller())
    }

    /// Which services reach somebody.
    pub fn capability(&self) -> Capability<'_, C> {
        Capability::new(self.caller())
    }

    /// Conversations, direct and group.
    pub fn chats(&self) -> Chats<'_, C> {
        Chats::new(self.caller())
    }

    /// The name and photo that your lines show.
    pub fn contact_card(&self) -> ContactCards<'_, C> {
        ContactCards::new(self.caller())
    }

    /// What Linq's iMessage app can show for you.
    pub fn experiences(&self) -> Experiences<'_, C> {
        Experiences::new(self.caller())
    }

    /// Messages, wherever they are. Those of a chat are found under [`chats`](Self::chats).
    pub fn messages(&self) -> Messages<'_, C> {
        Messages::new(self.caller())
    }

    /// Customers for whom an agent may pay.
    pub fn payment_handles(&self) -> PaymentHandles<'_, C> {
        PaymentHandles::new(self.caller())
    }

    /// Your accounts at payment providers.
    pub fn payment_providers(&self) -> PaymentProviders<'_, C> {
        PaymentProviders::new(self.caller())
    }

    /// Money that you ask recipients for, paid into your own Stripe account.
    pub fn payment_requests(&self) -> PaymentRequests<'_, C> {
        PaymentRequests::new(self.caller())
    }

    /// Payments that an agent makes for a customer, with a virtual card.
    pub fn payments(&self) -> Payments<'_, C> {
        Payments::new(self.caller())
    }

    /// Your lines.
    pub fn phone_numbers(&self) -> PhoneNumbers<'_, C> {
        PhoneNumbers::new(self.caller())
    }

    /// Your lines by their old address.
    #[deprecated = "the API has deprecated it; use `phone_numbers()`"]
    pub fn phonenumbers(&self) -> LegacyPhoneNumbers<'_, C> {
        LegacyPhoneNumbers::new(self.caller())
    }

    /// Which webhook events there are.
    pub fn webhook_events(&self) -> WebhookEvents<'_, C> {
        WebhookEvents::new(self.caller())
    }

    /// Where Linq delivers its webhooks.
    pub fn webhook_subscriptions(&self) -> WebhookSubscriptions<'_, C> {
        WebhookSubscriptions::new(self.caller())
    }
}
