// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.webhook

import dev.linq.client.model.AccountEventData
import dev.linq.client.model.BackgroundUpdatedData
import dev.linq.client.model.ChatChangeFailedData
import dev.linq.client.model.ChatCreatedData
import dev.linq.client.model.ContactCardReceivedData
import dev.linq.client.model.GroupIconUpdatedData
import dev.linq.client.model.GroupNameUpdatedData
import dev.linq.client.model.LocationSharingStartedData
import dev.linq.client.model.LocationSharingStoppedData
import dev.linq.client.model.MessageEditedData
import dev.linq.client.model.MessageFailedData
import dev.linq.client.model.MessagePayload
import dev.linq.client.model.ParticipantAddedData
import dev.linq.client.model.ParticipantRemovedData
import dev.linq.client.model.PaymentEventData
import dev.linq.client.model.PhoneNumberAssignmentData
import dev.linq.client.model.PhoneNumberStatusUpdatedData
import dev.linq.client.model.PollEventData
import dev.linq.client.model.PollFailedData
import dev.linq.client.model.PollReceivedData
import dev.linq.client.model.PollUpdatedData
import dev.linq.client.model.PollVoteData
import dev.linq.client.model.ReactionEventData
import dev.linq.client.model.TypingIndicatorData
import kotlinx.serialization.json.JsonElement

/** What happened, by type of event. */
public sealed interface EventData {
    /** `message.sent`: A message of yours was sent. */
    public data class MessageSent(val payload: MessagePayload) : EventData

    /** `message.received`: A message arrived. */
    public data class MessageReceived(val payload: MessagePayload) : EventData

    /** `message.read`: A message of yours was read. One-to-one chats only, never SMS. */
    public data class MessageRead(val payload: MessagePayload) : EventData

    /** `message.delivered`: A message of yours arrived. One-to-one chats only, never SMS. */
    public data class MessageDelivered(val payload: MessagePayload) : EventData

    /** `message.failed`: A message of yours could not be sent. Rarely, it is delivered after all. */
    public data class MessageFailed(val payload: MessageFailedData) : EventData

    /** `message.edited`: A text part was edited. Only for subscriptions of version 2026-02-03. */
    public data class MessageEdited(val payload: MessageEditedData) : EventData

    /** `reaction.added`: Somebody reacted to a message. */
    public data class ReactionAdded(val payload: ReactionEventData) : EventData

    /** `reaction.removed`: Somebody took a reaction back. */
    public data class ReactionRemoved(val payload: ReactionEventData) : EventData

    /** `poll.received`: A poll arrived. */
    public data class PollReceived(val payload: PollReceivedData) : EventData

    /** `poll.failed`: A poll of yours could not be sent. */
    public data class PollFailed(val payload: PollFailedData) : EventData

    /** `poll.sent`: A poll of yours was sent. */
    public data class PollSent(val payload: PollEventData) : EventData

    /** `poll.delivered`: A poll of yours arrived. */
    public data class PollDelivered(val payload: PollEventData) : EventData

    /** `poll.read`: A poll of yours was read. */
    public data class PollRead(val payload: PollEventData) : EventData

    /** `poll.updated`: Options were added to a poll. */
    public data class PollUpdated(val payload: PollUpdatedData) : EventData

    /** `poll.vote.added`: Somebody voted for an option. */
    public data class PollVoteAdded(val payload: PollVoteData) : EventData

    /** `poll.vote.removed`: Somebody took a vote back. */
    public data class PollVoteRemoved(val payload: PollVoteData) : EventData

    /** `poll.reaction.added`: Somebody reacted to a poll. */
    public data class PollReactionAdded(val payload: ReactionEventData) : EventData

    /** `participant.added`: Somebody joined a group. */
    public data class ParticipantAdded(val payload: ParticipantAddedData) : EventData

    /** `participant.removed`: Somebody left a group or was removed. */
    public data class ParticipantRemoved(val payload: ParticipantRemovedData) : EventData

    /** `chat.created`: A chat came into being. */
    public data class ChatCreated(val payload: ChatCreatedData) : EventData

    /** `chat.group_name_updated`: A group's name changed. */
    public data class ChatGroupNameUpdated(val payload: GroupNameUpdatedData) : EventData

    /** `chat.group_icon_updated`: A group's icon changed. */
    public data class ChatGroupIconUpdated(val payload: GroupIconUpdatedData) : EventData

    /** `chat.group_name_update_failed`: A group's name could not be changed. */
    public data class ChatGroupNameUpdateFailed(val payload: ChatChangeFailedData) : EventData

    /** `chat.group_icon_update_failed`: A group's icon could not be changed. */
    public data class ChatGroupIconUpdateFailed(val payload: ChatChangeFailedData) : EventData

    /** `chat.background_updated`: A chat's background changed. */
    public data class ChatBackgroundUpdated(val payload: BackgroundUpdatedData) : EventData

    /** `chat.background_update_failed`: A chat's background could not be changed. */
    public data class ChatBackgroundUpdateFailed(val payload: ChatChangeFailedData) : EventData

    /** `chat.typing_indicator.started`: Somebody is typing. */
    public data class ChatTypingIndicatorStarted(val payload: TypingIndicatorData) : EventData

    /** `chat.typing_indicator.stopped`: Somebody stopped typing. */
    public data class ChatTypingIndicatorStopped(val payload: TypingIndicatorData) : EventData

    /** `phone_number.status_updated`: A line's status changed. */
    public data class PhoneNumberStatusUpdated(val payload: PhoneNumberStatusUpdatedData) : EventData

    /** `phone_number.assigned`: A line became yours. */
    public data class PhoneNumberAssigned(val payload: PhoneNumberAssignmentData) : EventData

    /** `phone_number.released`: A line is no longer yours. */
    public data class PhoneNumberReleased(val payload: PhoneNumberAssignmentData) : EventData

    /** `contact_card.received`: Somebody shared a contact card with a line of yours. */
    public data class ContactCardReceived(val payload: ContactCardReceivedData) : EventData

    /** `location.sharing.started`: Somebody started to share their location. */
    public data class LocationSharingStarted(val payload: LocationSharingStartedData) : EventData

    /** `location.sharing.stopped`: Somebody stopped sharing their location. */
    public data class LocationSharingStopped(val payload: LocationSharingStoppedData) : EventData

    /** `payment.succeeded`: A payment went through. */
    public data class PaymentSucceeded(val payload: PaymentEventData) : EventData

    /** `payment.canceled`: A payment was called off. */
    public data class PaymentCanceled(val payload: PaymentEventData) : EventData

    /** `payment.expired`: A payment request ran out. */
    public data class PaymentExpired(val payload: PaymentEventData) : EventData

    /** `payment.declined`: A payment was declined. */
    public data class PaymentDeclined(val payload: PaymentEventData) : EventData

    /** `payment.authorized`: A payment was authorized. */
    public data class PaymentAuthorized(val payload: PaymentEventData) : EventData

    /** `connection.created`: A handle was connected to a payment provider. */
    public data class ConnectionCreated(val payload: PaymentEventData) : EventData

    /** `connection.revoked`: A handle's connection to a payment provider was revoked. */
    public data class ConnectionRevoked(val payload: PaymentEventData) : EventData

    /** `zero_day_retention.updated`: Zero-day retention was switched on or off. */
    public data class ZeroDayRetentionUpdated(val payload: AccountEventData) : EventData

    /** `phone_number.forwarding_updated`: A line's call forwarding changed. */
    public data class PhoneNumberForwardingUpdated(val payload: AccountEventData) : EventData

    /** `environment.line_moved`: A line moved to another environment. */
    public data class EnvironmentLineMoved(val payload: AccountEventData) : EventData

    /** `contact_card.created`: A line got a contact card. */
    public data class ContactCardCreated(val payload: AccountEventData) : EventData

    /** `contact_card.updated`: A line's contact card changed. */
    public data class ContactCardUpdated(val payload: AccountEventData) : EventData

    /** `contact_card.deleted`: A line lost its contact card. */
    public data class ContactCardDeleted(val payload: AccountEventData) : EventData

    /** `api_token.created`: An API token was made. */
    public data class ApiTokenCreated(val payload: AccountEventData) : EventData

    /** `api_token.renamed`: An API token was renamed. */
    public data class ApiTokenRenamed(val payload: AccountEventData) : EventData

    /** `api_token.expiry_scheduled`: An API token got an end date. */
    public data class ApiTokenExpiryScheduled(val payload: AccountEventData) : EventData

    /** `api_token.expired`: An API token ran out. */
    public data class ApiTokenExpired(val payload: AccountEventData) : EventData

    /** `api_token.activated`: An API token was activated. */
    public data class ApiTokenActivated(val payload: AccountEventData) : EventData

    /** `api_token.deleted`: An API token was deleted. */
    public data class ApiTokenDeleted(val payload: AccountEventData) : EventData

    /** `environment.created`: An environment was made. */
    public data class EnvironmentCreated(val payload: AccountEventData) : EventData

    /** `environment.renamed`: An environment was renamed. */
    public data class EnvironmentRenamed(val payload: AccountEventData) : EventData

    /** `environment.deleted`: An environment was deleted. */
    public data class EnvironmentDeleted(val payload: AccountEventData) : EventData

    /** `webhook_subscription.created`: A webhook subscription was made. */
    public data class WebhookSubscriptionCreated(val payload: AccountEventData) : EventData

    /** `webhook_subscription.deleted`: A webhook subscription was deleted. */
    public data class WebhookSubscriptionDeleted(val payload: AccountEventData) : EventData

    /** `webhook_subscription.target_url_changed`: A webhook subscription got another URL. */
    public data class WebhookSubscriptionTargetUrlChanged(val payload: AccountEventData) : EventData

    /** `webhook_subscription.enabled`: A webhook subscription was switched on. */
    public data class WebhookSubscriptionEnabled(val payload: AccountEventData) : EventData

    /** `webhook_subscription.disabled`: A webhook subscription was switched off. */
    public data class WebhookSubscriptionDisabled(val payload: AccountEventData) : EventData

    /** `webhook_subscription.events.updated`: A webhook subscription listens for other events. */
    public data class WebhookSubscriptionEventsUpdated(val payload: AccountEventData) : EventData

    /** `webhook_subscription.phone_numbers.updated`: A webhook subscription listens for other lines. */
    public data class WebhookSubscriptionPhoneNumbersUpdated(val payload: AccountEventData) : EventData

    /** `webhook_subscription.routing_headers_set`: A webhook subscription got delivery affinity. */
    public data class WebhookSubscriptionRoutingHeadersSet(val payload: AccountEventData) : EventData

    /** `webhook_subscription.routing_headers_cleared`: A webhook subscription lost its delivery affinity. */
    public data class WebhookSubscriptionRoutingHeadersCleared(val payload: AccountEventData) : EventData

    /** `team_member.added`: Somebody joined the team. */
    public data class TeamMemberAdded(val payload: AccountEventData) : EventData

    /** `team_member.signed_in`: A team member signed in. */
    public data class TeamMemberSignedIn(val payload: AccountEventData) : EventData

    /** `team_member.signed_out`: A team member signed out. */
    public data class TeamMemberSignedOut(val payload: AccountEventData) : EventData

    /**
     * An event of a type that this version does not know, or whose payload is not an object; and the `call.*`, whose
     * payload is not published.
     *
     * @property type The type of event.
     * @property json The payload, whole.
     * @property problem Why the payload of a type that this version knows was not understood.
     */
    public data class Other(val type: String, val json: JsonElement, val problem: String? = null) : EventData {
        /** Without the payload, which may be private. */
        override fun toString(): String = "Other(type=$type, problem=$problem)"
    }
}
