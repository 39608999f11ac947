//! The resources of a client.

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
    /// Returns the resource for attachments: files uploaded for sending in messages.
    pub fn attachments(&self) -> Attachments<'_, C> {
        Attachments::new(self.transport())
    }

    /// Returns the resource for the best line to send from at the moment.
    pub fn available_number(&self) -> AvailableNumber<'_, C> {
        AvailableNumber::new(self.transport())
    }

    /// Returns the resource for blocked handles.
    pub fn blocked_handles(&self) -> BlockedHandles<'_, C> {
        BlockedHandles::new(self.transport())
    }

    /// Returns the resource for capability checks: services over which a recipient can be reached.
    pub fn capability(&self) -> Capability<'_, C> {
        Capability::new(self.transport())
    }

    /// Returns the resource for direct and group chats.
    pub fn chats(&self) -> Chats<'_, C> {
        Chats::new(self.transport())
    }

    /// Returns the resource for the contact cards of your lines.
    pub fn contact_card(&self) -> ContactCards<'_, C> {
        ContactCards::new(self.transport())
    }

    /// Returns the resource for the experiences of Linq's iMessage app.
    pub fn experiences(&self) -> Experiences<'_, C> {
        Experiences::new(self.transport())
    }

    /// Returns the resource for messages, independent of their chat. For the messages of a chat, see
    /// [`chats`](Self::chats).
    pub fn messages(&self) -> Messages<'_, C> {
        Messages::new(self.transport())
    }

    /// Returns the resource for payment connections of customers, for whom an agent may pay.
    pub fn payment_handles(&self) -> PaymentHandles<'_, C> {
        PaymentHandles::new(self.transport())
    }

    /// Returns the resource for your accounts at payment providers.
    pub fn payment_providers(&self) -> PaymentProviders<'_, C> {
        PaymentProviders::new(self.transport())
    }

    /// Returns the resource for payment requests, paid into your own Stripe account.
    pub fn payment_requests(&self) -> PaymentRequests<'_, C> {
        PaymentRequests::new(self.transport())
    }

    /// Returns the resource for payments that an agent makes for a customer, with a virtual card.
    pub fn payments(&self) -> Payments<'_, C> {
        Payments::new(self.transport())
    }

    /// Returns the resource for your lines.
    pub fn phone_numbers(&self) -> PhoneNumbers<'_, C> {
        PhoneNumbers::new(self.transport())
    }

    /// Returns the resource for your lines at the deprecated endpoint.
    #[deprecated = "deprecated by the API; use `phone_numbers()`"]
    pub fn phonenumbers(&self) -> LegacyPhoneNumbers<'_, C> {
        LegacyPhoneNumbers::new(self.transport())
    }

    /// Returns the resource for the types of webhook events.
    pub fn webhook_events(&self) -> WebhookEvents<'_, C> {
        WebhookEvents::new(self.transport())
    }

    /// Returns the resource for webhook subscriptions.
    pub fn webhook_subscriptions(&self) -> WebhookSubscriptions<'_, C> {
        WebhookSubscriptions::new(self.transport())
    }
}
