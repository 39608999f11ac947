// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.internal.Calls

/** The resources of a client, by their official names. */
public abstract class Resources internal constructor(internal val calls: Calls) {
    /** Files to send, and files that were sent or received. */
    public val attachments: AttachmentsResource = AttachmentsResource(calls)

    /** The line that is best to send from. */
    public val availableNumber: AvailableNumberResource = AvailableNumberResource(calls)

    /** Whom you have blocked. */
    public val blockedHandles: BlockedHandlesResource = BlockedHandlesResource(calls)

    /** Which services reach somebody. */
    public val capability: CapabilityResource = CapabilityResource(calls)

    /** Conversations, direct and group. */
    public val chats: ChatsResource = ChatsResource(calls)

    /** The name and photo that your lines show. */
    public val contactCard: ContactCardResource = ContactCardResource(calls)

    /** What Linq's own iMessage app can show. */
    public val experiences: ExperiencesResource = ExperiencesResource(calls)

    /** Messages, whichever their chat. */
    public val messages: MessagesResource = MessagesResource(calls)

    /** Customers for whom an agent may pay. */
    public val paymentHandles: PaymentHandlesResource = PaymentHandlesResource(calls)

    /** Your accounts at payment providers. */
    public val paymentProviders: PaymentProvidersResource = PaymentProvidersResource(calls)

    /** Requests for money. */
    public val paymentRequests: PaymentRequestsResource = PaymentRequestsResource(calls)

    /** Payments that an agent makes for a customer. */
    public val payments: PaymentsResource = PaymentsResource(calls)

    /** Your lines. */
    public val phoneNumbers: PhoneNumbersResource = PhoneNumbersResource(calls)

    /** Your lines, deprecated by the API in favour of `phone_numbers`. */
    @Deprecated("The API has deprecated it.", ReplaceWith("phoneNumbers"))
    public val phonenumbers: PhonenumbersResource = PhonenumbersResource(calls)

    /** The kinds of webhook events. */
    public val webhookEvents: WebhookEventsResource = WebhookEventsResource(calls)

    /** Where webhook events are delivered. */
    public val webhookSubscriptions: WebhookSubscriptionsResource = WebhookSubscriptionsResource(calls)
}
