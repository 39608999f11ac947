// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

extension Linq {
    /// Files to send, and files that were sent or received.
    public var attachments: AttachmentsResource { AttachmentsResource(client: self) }

    /// The line that is best to send from.
    public var availableNumber: AvailableNumberResource { AvailableNumberResource(client: self) }

    /// Whom you have blocked.
    public var blockedHandles: BlockedHandlesResource { BlockedHandlesResource(client: self) }

    /// Which services reach somebody.
    public var capability: CapabilityResource { CapabilityResource(client: self) }

    /// Conversations, direct and group.
    public var chats: ChatsResource { ChatsResource(client: self) }

    /// The name and photo that your lines show.
    public var contactCard: ContactCardResource { ContactCardResource(client: self) }

    /// What Linq's own iMessage app can show.
    public var experiences: ExperiencesResource { ExperiencesResource(client: self) }

    /// Messages, whichever their chat.
    public var messages: MessagesResource { MessagesResource(client: self) }

    /// Customers for whom an agent may pay.
    public var paymentHandles: PaymentHandlesResource { PaymentHandlesResource(client: self) }

    /// Your accounts at payment providers.
    public var paymentProviders: PaymentProvidersResource { PaymentProvidersResource(client: self) }

    /// Requests for money.
    public var paymentRequests: PaymentRequestsResource { PaymentRequestsResource(client: self) }

    /// Payments that an agent makes for a customer.
    public var payments: PaymentsResource { PaymentsResource(client: self) }

    /// Your lines.
    public var phoneNumbers: PhoneNumbersResource { PhoneNumbersResource(client: self) }

    /// Your lines, deprecated by the API in favour of `phone_numbers`.
    public var phonenumbers: PhonenumbersResource { PhonenumbersResource(client: self) }

    /// The kinds of webhook events.
    public var webhookEvents: WebhookEventsResource { WebhookEventsResource(client: self) }

    /// Where webhook events are delivered.
    public var webhookSubscriptions: WebhookSubscriptionsResource { WebhookSubscriptionsResource(client: self) }
}
