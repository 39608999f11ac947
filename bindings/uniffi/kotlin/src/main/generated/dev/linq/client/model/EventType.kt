// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * What a webhook event is about.
 *
 * New types are added monthly; one that this version does not know is kept as it came.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class EventType(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** A message of yours was sent. */
        public val MessageSent: EventType = EventType("message.sent")

        /** A message arrived. */
        public val MessageReceived: EventType = EventType("message.received")

        /** A message of yours was read. One-to-one chats only, never SMS. */
        public val MessageRead: EventType = EventType("message.read")

        /** A message of yours arrived. One-to-one chats only, never SMS. */
        public val MessageDelivered: EventType = EventType("message.delivered")

        /** A message of yours could not be sent. Rarely, it is delivered after all. */
        public val MessageFailed: EventType = EventType("message.failed")

        /** A text part was edited. Only for subscriptions of version 2026-02-03. */
        public val MessageEdited: EventType = EventType("message.edited")

        /** Somebody reacted to a message. */
        public val ReactionAdded: EventType = EventType("reaction.added")

        /** Somebody took a reaction back. */
        public val ReactionRemoved: EventType = EventType("reaction.removed")

        /** A poll arrived. */
        public val PollReceived: EventType = EventType("poll.received")

        /** A poll of yours could not be sent. */
        public val PollFailed: EventType = EventType("poll.failed")

        /** A poll of yours was sent. */
        public val PollSent: EventType = EventType("poll.sent")

        /** A poll of yours arrived. */
        public val PollDelivered: EventType = EventType("poll.delivered")

        /** A poll of yours was read. */
        public val PollRead: EventType = EventType("poll.read")

        /** Options were added to a poll. */
        public val PollUpdated: EventType = EventType("poll.updated")

        /** Somebody voted for an option. */
        public val PollVoteAdded: EventType = EventType("poll.vote.added")

        /** Somebody took a vote back. */
        public val PollVoteRemoved: EventType = EventType("poll.vote.removed")

        /** Somebody reacted to a poll. */
        public val PollReactionAdded: EventType = EventType("poll.reaction.added")

        /** Somebody joined a group. */
        public val ParticipantAdded: EventType = EventType("participant.added")

        /** Somebody left a group or was removed. */
        public val ParticipantRemoved: EventType = EventType("participant.removed")

        /** A chat came into being. */
        public val ChatCreated: EventType = EventType("chat.created")

        /** A group's name changed. */
        public val ChatGroupNameUpdated: EventType = EventType("chat.group_name_updated")

        /** A group's icon changed. */
        public val ChatGroupIconUpdated: EventType = EventType("chat.group_icon_updated")

        /** A group's name could not be changed. */
        public val ChatGroupNameUpdateFailed: EventType = EventType("chat.group_name_update_failed")

        /** A group's icon could not be changed. */
        public val ChatGroupIconUpdateFailed: EventType = EventType("chat.group_icon_update_failed")

        /** A chat's background changed. */
        public val ChatBackgroundUpdated: EventType = EventType("chat.background_updated")

        /** A chat's background could not be changed. */
        public val ChatBackgroundUpdateFailed: EventType = EventType("chat.background_update_failed")

        /** Somebody is typing. */
        public val ChatTypingIndicatorStarted: EventType = EventType("chat.typing_indicator.started")

        /** Somebody stopped typing. */
        public val ChatTypingIndicatorStopped: EventType = EventType("chat.typing_indicator.stopped")

        /** A line's status changed. */
        public val PhoneNumberStatusUpdated: EventType = EventType("phone_number.status_updated")

        /** A line became yours. */
        public val PhoneNumberAssigned: EventType = EventType("phone_number.assigned")

        /** A line is no longer yours. */
        public val PhoneNumberReleased: EventType = EventType("phone_number.released")

        /** Somebody shared a contact card with a line of yours. */
        public val ContactCardReceived: EventType = EventType("contact_card.received")

        /** A call was started. */
        public val CallInitiated: EventType = EventType("call.initiated")

        /** A call is ringing. */
        public val CallRinging: EventType = EventType("call.ringing")

        /** A call was answered. */
        public val CallAnswered: EventType = EventType("call.answered")

        /** A call ended. */
        public val CallEnded: EventType = EventType("call.ended")

        /** A call failed. */
        public val CallFailed: EventType = EventType("call.failed")

        /** A call was declined. */
        public val CallDeclined: EventType = EventType("call.declined")

        /** A call went unanswered. */
        public val CallNoAnswer: EventType = EventType("call.no_answer")

        /** Somebody started to share their location. */
        public val LocationSharingStarted: EventType = EventType("location.sharing.started")

        /** Somebody stopped sharing their location. */
        public val LocationSharingStopped: EventType = EventType("location.sharing.stopped")

        /** A payment went through. */
        public val PaymentSucceeded: EventType = EventType("payment.succeeded")

        /** A payment was called off. */
        public val PaymentCanceled: EventType = EventType("payment.canceled")

        /** A payment request ran out. */
        public val PaymentExpired: EventType = EventType("payment.expired")

        /** A payment was declined. */
        public val PaymentDeclined: EventType = EventType("payment.declined")

        /** A payment was authorized. */
        public val PaymentAuthorized: EventType = EventType("payment.authorized")

        /** A handle was connected to a payment provider. */
        public val ConnectionCreated: EventType = EventType("connection.created")

        /** A handle's connection to a payment provider was revoked. */
        public val ConnectionRevoked: EventType = EventType("connection.revoked")

        /** Zero-day retention was switched on or off. */
        public val ZeroDayRetentionUpdated: EventType = EventType("zero_day_retention.updated")

        /** A line's call forwarding changed. */
        public val PhoneNumberForwardingUpdated: EventType = EventType("phone_number.forwarding_updated")

        /** A line moved to another environment. */
        public val EnvironmentLineMoved: EventType = EventType("environment.line_moved")

        /** A line got a contact card. */
        public val ContactCardCreated: EventType = EventType("contact_card.created")

        /** A line's contact card changed. */
        public val ContactCardUpdated: EventType = EventType("contact_card.updated")

        /** A line lost its contact card. */
        public val ContactCardDeleted: EventType = EventType("contact_card.deleted")

        /** An API token was made. */
        public val ApiTokenCreated: EventType = EventType("api_token.created")

        /** An API token was renamed. */
        public val ApiTokenRenamed: EventType = EventType("api_token.renamed")

        /** An API token got an end date. */
        public val ApiTokenExpiryScheduled: EventType = EventType("api_token.expiry_scheduled")

        /** An API token ran out. */
        public val ApiTokenExpired: EventType = EventType("api_token.expired")

        /** An API token was activated. */
        public val ApiTokenActivated: EventType = EventType("api_token.activated")

        /** An API token was deleted. */
        public val ApiTokenDeleted: EventType = EventType("api_token.deleted")

        /** An environment was made. */
        public val EnvironmentCreated: EventType = EventType("environment.created")

        /** An environment was renamed. */
        public val EnvironmentRenamed: EventType = EventType("environment.renamed")

        /** An environment was deleted. */
        public val EnvironmentDeleted: EventType = EventType("environment.deleted")

        /** A webhook subscription was made. */
        public val WebhookSubscriptionCreated: EventType = EventType("webhook_subscription.created")

        /** A webhook subscription was deleted. */
        public val WebhookSubscriptionDeleted: EventType = EventType("webhook_subscription.deleted")

        /** A webhook subscription got another URL. */
        public val WebhookSubscriptionTargetUrlChanged: EventType = EventType("webhook_subscription.target_url_changed")

        /** A webhook subscription was switched on. */
        public val WebhookSubscriptionEnabled: EventType = EventType("webhook_subscription.enabled")

        /** A webhook subscription was switched off. */
        public val WebhookSubscriptionDisabled: EventType = EventType("webhook_subscription.disabled")

        /** A webhook subscription listens for other events. */
        public val WebhookSubscriptionEventsUpdated: EventType = EventType("webhook_subscription.events.updated")

        /** A webhook subscription listens for other lines. */
        public val WebhookSubscriptionPhoneNumbersUpdated: EventType =
            EventType("webhook_subscription.phone_numbers.updated")

        /** A webhook subscription got delivery affinity. */
        public val WebhookSubscriptionRoutingHeadersSet: EventType =
            EventType("webhook_subscription.routing_headers_set")

        /** A webhook subscription lost its delivery affinity. */
        public val WebhookSubscriptionRoutingHeadersCleared: EventType =
            EventType("webhook_subscription.routing_headers_cleared")

        /** Somebody joined the team. */
        public val TeamMemberAdded: EventType = EventType("team_member.added")

        /** A team member signed in. */
        public val TeamMemberSignedIn: EventType = EventType("team_member.signed_in")

        /** A team member signed out. */
        public val TeamMemberSignedOut: EventType = EventType("team_member.signed_out")
    }
}
