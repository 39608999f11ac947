// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What a webhook event is about.
///
/// New types are added monthly; one that this version does not know is kept as it came.
///
/// A value that this version does not know is kept as it came.
public struct EventType: OpenEnum {
    /// A message of yours was sent.
    public static let messageSent = EventType(rawValue: "message.sent")
    /// A message arrived.
    public static let messageReceived = EventType(rawValue: "message.received")
    /// A message of yours was read. One-to-one chats only, never SMS.
    public static let messageRead = EventType(rawValue: "message.read")
    /// A message of yours arrived. One-to-one chats only, never SMS.
    public static let messageDelivered = EventType(rawValue: "message.delivered")
    /// A message of yours could not be sent. Rarely, it is delivered after all.
    public static let messageFailed = EventType(rawValue: "message.failed")
    /// A text part was edited. Only for subscriptions of version 2026-02-03.
    public static let messageEdited = EventType(rawValue: "message.edited")
    /// Somebody reacted to a message.
    public static let reactionAdded = EventType(rawValue: "reaction.added")
    /// Somebody took a reaction back.
    public static let reactionRemoved = EventType(rawValue: "reaction.removed")
    /// A poll arrived.
    public static let pollReceived = EventType(rawValue: "poll.received")
    /// A poll of yours could not be sent.
    public static let pollFailed = EventType(rawValue: "poll.failed")
    /// A poll of yours was sent.
    public static let pollSent = EventType(rawValue: "poll.sent")
    /// A poll of yours arrived.
    public static let pollDelivered = EventType(rawValue: "poll.delivered")
    /// A poll of yours was read.
    public static let pollRead = EventType(rawValue: "poll.read")
    /// Options were added to a poll.
    public static let pollUpdated = EventType(rawValue: "poll.updated")
    /// Somebody voted for an option.
    public static let pollVoteAdded = EventType(rawValue: "poll.vote.added")
    /// Somebody took a vote back.
    public static let pollVoteRemoved = EventType(rawValue: "poll.vote.removed")
    /// Somebody reacted to a poll.
    public static let pollReactionAdded = EventType(rawValue: "poll.reaction.added")
    /// Somebody joined a group.
    public static let participantAdded = EventType(rawValue: "participant.added")
    /// Somebody left a group or was removed.
    public static let participantRemoved = EventType(rawValue: "participant.removed")
    /// A chat came into being.
    public static let chatCreated = EventType(rawValue: "chat.created")
    /// A group's name changed.
    public static let chatGroupNameUpdated = EventType(rawValue: "chat.group_name_updated")
    /// A group's icon changed.
    public static let chatGroupIconUpdated = EventType(rawValue: "chat.group_icon_updated")
    /// A group's name could not be changed.
    public static let chatGroupNameUpdateFailed = EventType(rawValue: "chat.group_name_update_failed")
    /// A group's icon could not be changed.
    public static let chatGroupIconUpdateFailed = EventType(rawValue: "chat.group_icon_update_failed")
    /// A chat's background changed.
    public static let chatBackgroundUpdated = EventType(rawValue: "chat.background_updated")
    /// A chat's background could not be changed.
    public static let chatBackgroundUpdateFailed = EventType(rawValue: "chat.background_update_failed")
    /// Somebody is typing.
    public static let chatTypingIndicatorStarted = EventType(rawValue: "chat.typing_indicator.started")
    /// Somebody stopped typing.
    public static let chatTypingIndicatorStopped = EventType(rawValue: "chat.typing_indicator.stopped")
    /// A line's status changed.
    public static let phoneNumberStatusUpdated = EventType(rawValue: "phone_number.status_updated")
    /// A line became yours.
    public static let phoneNumberAssigned = EventType(rawValue: "phone_number.assigned")
    /// A line is no longer yours.
    public static let phoneNumberReleased = EventType(rawValue: "phone_number.released")
    /// Somebody shared a contact card with a line of yours.
    public static let contactCardReceived = EventType(rawValue: "contact_card.received")
    /// A call was started.
    public static let callInitiated = EventType(rawValue: "call.initiated")
    /// A call is ringing.
    public static let callRinging = EventType(rawValue: "call.ringing")
    /// A call was answered.
    public static let callAnswered = EventType(rawValue: "call.answered")
    /// A call ended.
    public static let callEnded = EventType(rawValue: "call.ended")
    /// A call failed.
    public static let callFailed = EventType(rawValue: "call.failed")
    /// A call was declined.
    public static let callDeclined = EventType(rawValue: "call.declined")
    /// A call went unanswered.
    public static let callNoAnswer = EventType(rawValue: "call.no_answer")
    /// Somebody started to share their location.
    public static let locationSharingStarted = EventType(rawValue: "location.sharing.started")
    /// Somebody stopped sharing their location.
    public static let locationSharingStopped = EventType(rawValue: "location.sharing.stopped")
    /// A payment went through.
    public static let paymentSucceeded = EventType(rawValue: "payment.succeeded")
    /// A payment was called off.
    public static let paymentCanceled = EventType(rawValue: "payment.canceled")
    /// A payment request ran out.
    public static let paymentExpired = EventType(rawValue: "payment.expired")
    /// A payment was declined.
    public static let paymentDeclined = EventType(rawValue: "payment.declined")
    /// A payment was authorized.
    public static let paymentAuthorized = EventType(rawValue: "payment.authorized")
    /// A handle was connected to a payment provider.
    public static let connectionCreated = EventType(rawValue: "connection.created")
    /// A handle's connection to a payment provider was revoked.
    public static let connectionRevoked = EventType(rawValue: "connection.revoked")
    /// Zero-day retention was switched on or off.
    public static let zeroDayRetentionUpdated = EventType(rawValue: "zero_day_retention.updated")
    /// A line's call forwarding changed.
    public static let phoneNumberForwardingUpdated = EventType(rawValue: "phone_number.forwarding_updated")
    /// A line moved to another environment.
    public static let environmentLineMoved = EventType(rawValue: "environment.line_moved")
    /// A line got a contact card.
    public static let contactCardCreated = EventType(rawValue: "contact_card.created")
    /// A line's contact card changed.
    public static let contactCardUpdated = EventType(rawValue: "contact_card.updated")
    /// A line lost its contact card.
    public static let contactCardDeleted = EventType(rawValue: "contact_card.deleted")
    /// An API token was made.
    public static let apiTokenCreated = EventType(rawValue: "api_token.created")
    /// An API token was renamed.
    public static let apiTokenRenamed = EventType(rawValue: "api_token.renamed")
    /// An API token got an end date.
    public static let apiTokenExpiryScheduled = EventType(rawValue: "api_token.expiry_scheduled")
    /// An API token ran out.
    public static let apiTokenExpired = EventType(rawValue: "api_token.expired")
    /// An API token was activated.
    public static let apiTokenActivated = EventType(rawValue: "api_token.activated")
    /// An API token was deleted.
    public static let apiTokenDeleted = EventType(rawValue: "api_token.deleted")
    /// An environment was made.
    public static let environmentCreated = EventType(rawValue: "environment.created")
    /// An environment was renamed.
    public static let environmentRenamed = EventType(rawValue: "environment.renamed")
    /// An environment was deleted.
    public static let environmentDeleted = EventType(rawValue: "environment.deleted")
    /// A webhook subscription was made.
    public static let webhookSubscriptionCreated = EventType(rawValue: "webhook_subscription.created")
    /// A webhook subscription was deleted.
    public static let webhookSubscriptionDeleted = EventType(rawValue: "webhook_subscription.deleted")
    /// A webhook subscription got another URL.
    public static let webhookSubscriptionTargetUrlChanged = EventType(rawValue: "webhook_subscription.target_url_changed")
    /// A webhook subscription was switched on.
    public static let webhookSubscriptionEnabled = EventType(rawValue: "webhook_subscription.enabled")
    /// A webhook subscription was switched off.
    public static let webhookSubscriptionDisabled = EventType(rawValue: "webhook_subscription.disabled")
    /// A webhook subscription listens for other events.
    public static let webhookSubscriptionEventsUpdated = EventType(rawValue: "webhook_subscription.events.updated")
    /// A webhook subscription listens for other lines.
    public static let webhookSubscriptionPhoneNumbersUpdated = EventType(rawValue: "webhook_subscription.phone_numbers.updated")
    /// A webhook subscription got delivery affinity.
    public static let webhookSubscriptionRoutingHeadersSet = EventType(rawValue: "webhook_subscription.routing_headers_set")
    /// A webhook subscription lost its delivery affinity.
    public static let webhookSubscriptionRoutingHeadersCleared = EventType(rawValue: "webhook_subscription.routing_headers_cleared")
    /// Somebody joined the team.
    public static let teamMemberAdded = EventType(rawValue: "team_member.added")
    /// A team member signed in.
    public static let teamMemberSignedIn = EventType(rawValue: "team_member.signed_in")
    /// A team member signed out.
    public static let teamMemberSignedOut = EventType(rawValue: "team_member.signed_out")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
