// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.webhook

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.decodeFromJsonElement

/** The payload of an event of this type; null if this version does not know the type. */
internal fun Json.readEventData(type: String, isLegacy: Boolean, data: JsonElement): EventData? = when (type) {
    "message.sent" -> EventData.MessageSent(readMessagePayload(isLegacy, data))
    "message.received" -> EventData.MessageReceived(readMessagePayload(isLegacy, data))
    "message.read" -> EventData.MessageRead(readMessagePayload(isLegacy, data))
    "message.delivered" -> EventData.MessageDelivered(readMessagePayload(isLegacy, data))
    "message.failed" -> EventData.MessageFailed(decodeFromJsonElement(data))
    "message.edited" -> EventData.MessageEdited(decodeFromJsonElement(data))
    "reaction.added" -> EventData.ReactionAdded(decodeFromJsonElement(data))
    "reaction.removed" -> EventData.ReactionRemoved(decodeFromJsonElement(data))
    "poll.received" -> EventData.PollReceived(decodeFromJsonElement(data))
    "poll.failed" -> EventData.PollFailed(decodeFromJsonElement(data))
    "poll.sent" -> EventData.PollSent(decodeFromJsonElement(data))
    "poll.delivered" -> EventData.PollDelivered(decodeFromJsonElement(data))
    "poll.read" -> EventData.PollRead(decodeFromJsonElement(data))
    "poll.updated" -> EventData.PollUpdated(decodeFromJsonElement(data))
    "poll.vote.added" -> EventData.PollVoteAdded(decodeFromJsonElement(data))
    "poll.vote.removed" -> EventData.PollVoteRemoved(decodeFromJsonElement(data))
    "poll.reaction.added" -> EventData.PollReactionAdded(decodeFromJsonElement(data))
    "participant.added" -> EventData.ParticipantAdded(decodeFromJsonElement(data))
    "participant.removed" -> EventData.ParticipantRemoved(decodeFromJsonElement(data))
    "chat.created" -> EventData.ChatCreated(decodeFromJsonElement(data))
    "chat.group_name_updated" -> EventData.ChatGroupNameUpdated(decodeFromJsonElement(data))
    "chat.group_icon_updated" -> EventData.ChatGroupIconUpdated(decodeFromJsonElement(data))
    "chat.group_name_update_failed" -> EventData.ChatGroupNameUpdateFailed(decodeFromJsonElement(data))
    "chat.group_icon_update_failed" -> EventData.ChatGroupIconUpdateFailed(decodeFromJsonElement(data))
    "chat.background_updated" -> EventData.ChatBackgroundUpdated(decodeFromJsonElement(data))
    "chat.background_update_failed" -> EventData.ChatBackgroundUpdateFailed(decodeFromJsonElement(data))
    "chat.typing_indicator.started" -> EventData.ChatTypingIndicatorStarted(decodeFromJsonElement(data))
    "chat.typing_indicator.stopped" -> EventData.ChatTypingIndicatorStopped(decodeFromJsonElement(data))
    "phone_number.status_updated" -> EventData.PhoneNumberStatusUpdated(decodeFromJsonElement(data))
    "phone_number.assigned" -> EventData.PhoneNumberAssigned(decodeFromJsonElement(data))
    "phone_number.released" -> EventData.PhoneNumberReleased(decodeFromJsonElement(data))
    "contact_card.received" -> EventData.ContactCardReceived(decodeFromJsonElement(data))
    "location.sharing.started" -> EventData.LocationSharingStarted(decodeFromJsonElement(data))
    "location.sharing.stopped" -> EventData.LocationSharingStopped(decodeFromJsonElement(data))
    "payment.succeeded" -> EventData.PaymentSucceeded(decodeFromJsonElement(data))
    "payment.canceled" -> EventData.PaymentCanceled(decodeFromJsonElement(data))
    "payment.expired" -> EventData.PaymentExpired(decodeFromJsonElement(data))
    "payment.declined" -> EventData.PaymentDeclined(decodeFromJsonElement(data))
    "payment.authorized" -> EventData.PaymentAuthorized(decodeFromJsonElement(data))
    "connection.created" -> EventData.ConnectionCreated(decodeFromJsonElement(data))
    "connection.revoked" -> EventData.ConnectionRevoked(decodeFromJsonElement(data))
    "zero_day_retention.updated" -> EventData.ZeroDayRetentionUpdated(decodeFromJsonElement(data))
    "phone_number.forwarding_updated" -> EventData.PhoneNumberForwardingUpdated(decodeFromJsonElement(data))
    "environment.line_moved" -> EventData.EnvironmentLineMoved(decodeFromJsonElement(data))
    "contact_card.created" -> EventData.ContactCardCreated(decodeFromJsonElement(data))
    "contact_card.updated" -> EventData.ContactCardUpdated(decodeFromJsonElement(data))
    "contact_card.deleted" -> EventData.ContactCardDeleted(decodeFromJsonElement(data))
    "api_token.created" -> EventData.ApiTokenCreated(decodeFromJsonElement(data))
    "api_token.renamed" -> EventData.ApiTokenRenamed(decodeFromJsonElement(data))
    "api_token.expiry_scheduled" -> EventData.ApiTokenExpiryScheduled(decodeFromJsonElement(data))
    "api_token.expired" -> EventData.ApiTokenExpired(decodeFromJsonElement(data))
    "api_token.activated" -> EventData.ApiTokenActivated(decodeFromJsonElement(data))
    "api_token.deleted" -> EventData.ApiTokenDeleted(decodeFromJsonElement(data))
    "environment.created" -> EventData.EnvironmentCreated(decodeFromJsonElement(data))
    "environment.renamed" -> EventData.EnvironmentRenamed(decodeFromJsonElement(data))
    "environment.deleted" -> EventData.EnvironmentDeleted(decodeFromJsonElement(data))
    "webhook_subscription.created" -> EventData.WebhookSubscriptionCreated(decodeFromJsonElement(data))
    "webhook_subscription.deleted" -> EventData.WebhookSubscriptionDeleted(decodeFromJsonElement(data))
    "webhook_subscription.target_url_changed" ->
        EventData.WebhookSubscriptionTargetUrlChanged(decodeFromJsonElement(data))
    "webhook_subscription.enabled" -> EventData.WebhookSubscriptionEnabled(decodeFromJsonElement(data))
    "webhook_subscription.disabled" -> EventData.WebhookSubscriptionDisabled(decodeFromJsonElement(data))
    "webhook_subscription.events.updated" -> EventData.WebhookSubscriptionEventsUpdated(decodeFromJsonElement(data))
    "webhook_subscription.phone_numbers.updated" ->
        EventData.WebhookSubscriptionPhoneNumbersUpdated(decodeFromJsonElement(data))
    "webhook_subscription.routing_headers_set" ->
        EventData.WebhookSubscriptionRoutingHeadersSet(decodeFromJsonElement(data))
    "webhook_subscription.routing_headers_cleared" ->
        EventData.WebhookSubscriptionRoutingHeadersCleared(decodeFromJsonElement(data))
    "team_member.added" -> EventData.TeamMemberAdded(decodeFromJsonElement(data))
    "team_member.signed_in" -> EventData.TeamMemberSignedIn(decodeFromJsonElement(data))
    "team_member.signed_out" -> EventData.TeamMemberSignedOut(decodeFromJsonElement(data))
    else -> null
}
