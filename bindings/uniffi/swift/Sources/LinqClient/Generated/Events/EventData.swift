// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What happened, by type of event.
public enum EventData: Hashable, Sendable {
    /// A message of yours was sent. `message.sent`
    case messageSent(MessageEvent)
    /// A message arrived. `message.received`
    case messageReceived(MessageEvent)
    /// A message of yours was read. One-to-one chats only, never SMS. `message.read`
    case messageRead(MessageEvent)
    /// A message of yours arrived. One-to-one chats only, never SMS. `message.delivered`
    case messageDelivered(MessageEvent)
    /// A message of yours could not be sent. Rarely, it is delivered after all. `message.failed`
    case messageFailed(MessageFailedData)
    /// A text part was edited. Only for subscriptions of version 2026-02-03. `message.edited`
    case messageEdited(MessageEditedData)
    /// Somebody reacted to a message. `reaction.added`
    case reactionAdded(ReactionEventData)
    /// Somebody took a reaction back. `reaction.removed`
    case reactionRemoved(ReactionEventData)
    /// A poll arrived. `poll.received`
    case pollReceived(PollReceivedData)
    /// A poll of yours could not be sent. `poll.failed`
    case pollFailed(PollFailedData)
    /// A poll of yours was sent. `poll.sent`
    case pollSent(PollEventData)
    /// A poll of yours arrived. `poll.delivered`
    case pollDelivered(PollEventData)
    /// A poll of yours was read. `poll.read`
    case pollRead(PollEventData)
    /// Options were added to a poll. `poll.updated`
    case pollUpdated(PollUpdatedData)
    /// Somebody voted for an option. `poll.vote.added`
    case pollVoteAdded(PollVoteData)
    /// Somebody took a vote back. `poll.vote.removed`
    case pollVoteRemoved(PollVoteData)
    /// Somebody reacted to a poll. `poll.reaction.added`
    case pollReactionAdded(ReactionEventData)
    /// Somebody joined a group. `participant.added`
    case participantAdded(ParticipantAddedData)
    /// Somebody left a group or was removed. `participant.removed`
    case participantRemoved(ParticipantRemovedData)
    /// A chat came into being. `chat.created`
    case chatCreated(ChatCreatedData)
    /// A group's name changed. `chat.group_name_updated`
    case chatGroupNameUpdated(GroupNameUpdatedData)
    /// A group's icon changed. `chat.group_icon_updated`
    case chatGroupIconUpdated(GroupIconUpdatedData)
    /// A group's name could not be changed. `chat.group_name_update_failed`
    case chatGroupNameUpdateFailed(ChatChangeFailedData)
    /// A group's icon could not be changed. `chat.group_icon_update_failed`
    case chatGroupIconUpdateFailed(ChatChangeFailedData)
    /// A chat's background changed. `chat.background_updated`
    case chatBackgroundUpdated(BackgroundUpdatedData)
    /// A chat's background could not be changed. `chat.background_update_failed`
    case chatBackgroundUpdateFailed(ChatChangeFailedData)
    /// Somebody is typing. `chat.typing_indicator.started`
    case chatTypingIndicatorStarted(TypingIndicatorData)
    /// Somebody stopped typing. `chat.typing_indicator.stopped`
    case chatTypingIndicatorStopped(TypingIndicatorData)
    /// A line's status changed. `phone_number.status_updated`
    case phoneNumberStatusUpdated(PhoneNumberStatusUpdatedData)
    /// A line became yours. `phone_number.assigned`
    case phoneNumberAssigned(PhoneNumberAssignmentData)
    /// A line is no longer yours. `phone_number.released`
    case phoneNumberReleased(PhoneNumberAssignmentData)
    /// Somebody shared a contact card with a line of yours. `contact_card.received`
    case contactCardReceived(ContactCardReceivedData)
    /// Somebody started to share their location. `location.sharing.started`
    case locationSharingStarted(LocationSharingStartedData)
    /// Somebody stopped sharing their location. `location.sharing.stopped`
    case locationSharingStopped(LocationSharingStoppedData)
    /// A payment went through. `payment.succeeded`
    case paymentSucceeded(PaymentEventData)
    /// A payment was called off. `payment.canceled`
    case paymentCanceled(PaymentEventData)
    /// A payment request ran out. `payment.expired`
    case paymentExpired(PaymentEventData)
    /// A payment was declined. `payment.declined`
    case paymentDeclined(PaymentEventData)
    /// A payment was authorized. `payment.authorized`
    case paymentAuthorized(PaymentEventData)
    /// A handle was connected to a payment provider. `connection.created`
    case connectionCreated(PaymentEventData)
    /// A handle's connection to a payment provider was revoked. `connection.revoked`
    case connectionRevoked(PaymentEventData)
    /// Zero-day retention was switched on or off. `zero_day_retention.updated`
    case zeroDayRetentionUpdated(AccountEventData)
    /// A line's call forwarding changed. `phone_number.forwarding_updated`
    case phoneNumberForwardingUpdated(AccountEventData)
    /// A line moved to another environment. `environment.line_moved`
    case environmentLineMoved(AccountEventData)
    /// A line got a contact card. `contact_card.created`
    case contactCardCreated(AccountEventData)
    /// A line's contact card changed. `contact_card.updated`
    case contactCardUpdated(AccountEventData)
    /// A line lost its contact card. `contact_card.deleted`
    case contactCardDeleted(AccountEventData)
    /// An API token was made. `api_token.created`
    case apiTokenCreated(AccountEventData)
    /// An API token was renamed. `api_token.renamed`
    case apiTokenRenamed(AccountEventData)
    /// An API token got an end date. `api_token.expiry_scheduled`
    case apiTokenExpiryScheduled(AccountEventData)
    /// An API token ran out. `api_token.expired`
    case apiTokenExpired(AccountEventData)
    /// An API token was activated. `api_token.activated`
    case apiTokenActivated(AccountEventData)
    /// An API token was deleted. `api_token.deleted`
    case apiTokenDeleted(AccountEventData)
    /// An environment was made. `environment.created`
    case environmentCreated(AccountEventData)
    /// An environment was renamed. `environment.renamed`
    case environmentRenamed(AccountEventData)
    /// An environment was deleted. `environment.deleted`
    case environmentDeleted(AccountEventData)
    /// A webhook subscription was made. `webhook_subscription.created`
    case webhookSubscriptionCreated(AccountEventData)
    /// A webhook subscription was deleted. `webhook_subscription.deleted`
    case webhookSubscriptionDeleted(AccountEventData)
    /// A webhook subscription got another URL. `webhook_subscription.target_url_changed`
    case webhookSubscriptionTargetUrlChanged(AccountEventData)
    /// A webhook subscription was switched on. `webhook_subscription.enabled`
    case webhookSubscriptionEnabled(AccountEventData)
    /// A webhook subscription was switched off. `webhook_subscription.disabled`
    case webhookSubscriptionDisabled(AccountEventData)
    /// A webhook subscription listens for other events. `webhook_subscription.events.updated`
    case webhookSubscriptionEventsUpdated(AccountEventData)
    /// A webhook subscription listens for other lines. `webhook_subscription.phone_numbers.updated`
    case webhookSubscriptionPhoneNumbersUpdated(AccountEventData)
    /// A webhook subscription got delivery affinity. `webhook_subscription.routing_headers_set`
    case webhookSubscriptionRoutingHeadersSet(AccountEventData)
    /// A webhook subscription lost its delivery affinity. `webhook_subscription.routing_headers_cleared`
    case webhookSubscriptionRoutingHeadersCleared(AccountEventData)
    /// Somebody joined the team. `team_member.added`
    case teamMemberAdded(AccountEventData)
    /// A team member signed in. `team_member.signed_in`
    case teamMemberSignedIn(AccountEventData)
    /// A team member signed out. `team_member.signed_out`
    case teamMemberSignedOut(AccountEventData)
    /// An event of a type that this version does not know, or whose `data` is not an object; and the seven `call.*`,
    /// whose payload is not published.
    case other(OtherEvent)

    /// Reads the payload of a type of event that has one; `nil` for other types.
    static func read(_ type: EventType, isLegacy: Bool, from decoder: any Decoder) throws -> EventData? {
        switch type {
        case .messageSent: .messageSent(try MessageEvent(isLegacy: isLegacy, from: decoder))
        case .messageReceived: .messageReceived(try MessageEvent(isLegacy: isLegacy, from: decoder))
        case .messageRead: .messageRead(try MessageEvent(isLegacy: isLegacy, from: decoder))
        case .messageDelivered: .messageDelivered(try MessageEvent(isLegacy: isLegacy, from: decoder))
        case .messageFailed: .messageFailed(try MessageFailedData(from: decoder))
        case .messageEdited: .messageEdited(try MessageEditedData(from: decoder))
        case .reactionAdded: .reactionAdded(try ReactionEventData(from: decoder))
        case .reactionRemoved: .reactionRemoved(try ReactionEventData(from: decoder))
        case .pollReceived: .pollReceived(try PollReceivedData(from: decoder))
        case .pollFailed: .pollFailed(try PollFailedData(from: decoder))
        case .pollSent: .pollSent(try PollEventData(from: decoder))
        case .pollDelivered: .pollDelivered(try PollEventData(from: decoder))
        case .pollRead: .pollRead(try PollEventData(from: decoder))
        case .pollUpdated: .pollUpdated(try PollUpdatedData(from: decoder))
        case .pollVoteAdded: .pollVoteAdded(try PollVoteData(from: decoder))
        case .pollVoteRemoved: .pollVoteRemoved(try PollVoteData(from: decoder))
        case .pollReactionAdded: .pollReactionAdded(try ReactionEventData(from: decoder))
        case .participantAdded: .participantAdded(try ParticipantAddedData(from: decoder))
        case .participantRemoved: .participantRemoved(try ParticipantRemovedData(from: decoder))
        case .chatCreated: .chatCreated(try ChatCreatedData(from: decoder))
        case .chatGroupNameUpdated: .chatGroupNameUpdated(try GroupNameUpdatedData(from: decoder))
        case .chatGroupIconUpdated: .chatGroupIconUpdated(try GroupIconUpdatedData(from: decoder))
        case .chatGroupNameUpdateFailed: .chatGroupNameUpdateFailed(try ChatChangeFailedData(from: decoder))
        case .chatGroupIconUpdateFailed: .chatGroupIconUpdateFailed(try ChatChangeFailedData(from: decoder))
        case .chatBackgroundUpdated: .chatBackgroundUpdated(try BackgroundUpdatedData(from: decoder))
        case .chatBackgroundUpdateFailed: .chatBackgroundUpdateFailed(try ChatChangeFailedData(from: decoder))
        case .chatTypingIndicatorStarted: .chatTypingIndicatorStarted(try TypingIndicatorData(from: decoder))
        case .chatTypingIndicatorStopped: .chatTypingIndicatorStopped(try TypingIndicatorData(from: decoder))
        case .phoneNumberStatusUpdated: .phoneNumberStatusUpdated(try PhoneNumberStatusUpdatedData(from: decoder))
        case .phoneNumberAssigned: .phoneNumberAssigned(try PhoneNumberAssignmentData(from: decoder))
        case .phoneNumberReleased: .phoneNumberReleased(try PhoneNumberAssignmentData(from: decoder))
        case .contactCardReceived: .contactCardReceived(try ContactCardReceivedData(from: decoder))
        case .locationSharingStarted: .locationSharingStarted(try LocationSharingStartedData(from: decoder))
        case .locationSharingStopped: .locationSharingStopped(try LocationSharingStoppedData(from: decoder))
        case .paymentSucceeded: .paymentSucceeded(try PaymentEventData(from: decoder))
        case .paymentCanceled: .paymentCanceled(try PaymentEventData(from: decoder))
        case .paymentExpired: .paymentExpired(try PaymentEventData(from: decoder))
        case .paymentDeclined: .paymentDeclined(try PaymentEventData(from: decoder))
        case .paymentAuthorized: .paymentAuthorized(try PaymentEventData(from: decoder))
        case .connectionCreated: .connectionCreated(try PaymentEventData(from: decoder))
        case .connectionRevoked: .connectionRevoked(try PaymentEventData(from: decoder))
        case .zeroDayRetentionUpdated: .zeroDayRetentionUpdated(try AccountEventData(from: decoder))
        case .phoneNumberForwardingUpdated: .phoneNumberForwardingUpdated(try AccountEventData(from: decoder))
        case .environmentLineMoved: .environmentLineMoved(try AccountEventData(from: decoder))
        case .contactCardCreated: .contactCardCreated(try AccountEventData(from: decoder))
        case .contactCardUpdated: .contactCardUpdated(try AccountEventData(from: decoder))
        case .contactCardDeleted: .contactCardDeleted(try AccountEventData(from: decoder))
        case .apiTokenCreated: .apiTokenCreated(try AccountEventData(from: decoder))
        case .apiTokenRenamed: .apiTokenRenamed(try AccountEventData(from: decoder))
        case .apiTokenExpiryScheduled: .apiTokenExpiryScheduled(try AccountEventData(from: decoder))
        case .apiTokenExpired: .apiTokenExpired(try AccountEventData(from: decoder))
        case .apiTokenActivated: .apiTokenActivated(try AccountEventData(from: decoder))
        case .apiTokenDeleted: .apiTokenDeleted(try AccountEventData(from: decoder))
        case .environmentCreated: .environmentCreated(try AccountEventData(from: decoder))
        case .environmentRenamed: .environmentRenamed(try AccountEventData(from: decoder))
        case .environmentDeleted: .environmentDeleted(try AccountEventData(from: decoder))
        case .webhookSubscriptionCreated: .webhookSubscriptionCreated(try AccountEventData(from: decoder))
        case .webhookSubscriptionDeleted: .webhookSubscriptionDeleted(try AccountEventData(from: decoder))
        case .webhookSubscriptionTargetUrlChanged: .webhookSubscriptionTargetUrlChanged(try AccountEventData(from: decoder))
        case .webhookSubscriptionEnabled: .webhookSubscriptionEnabled(try AccountEventData(from: decoder))
        case .webhookSubscriptionDisabled: .webhookSubscriptionDisabled(try AccountEventData(from: decoder))
        case .webhookSubscriptionEventsUpdated: .webhookSubscriptionEventsUpdated(try AccountEventData(from: decoder))
        case .webhookSubscriptionPhoneNumbersUpdated: .webhookSubscriptionPhoneNumbersUpdated(try AccountEventData(from: decoder))
        case .webhookSubscriptionRoutingHeadersSet: .webhookSubscriptionRoutingHeadersSet(try AccountEventData(from: decoder))
        case .webhookSubscriptionRoutingHeadersCleared: .webhookSubscriptionRoutingHeadersCleared(try AccountEventData(from: decoder))
        case .teamMemberAdded: .teamMemberAdded(try AccountEventData(from: decoder))
        case .teamMemberSignedIn: .teamMemberSignedIn(try AccountEventData(from: decoder))
        case .teamMemberSignedOut: .teamMemberSignedOut(try AccountEventData(from: decoder))
        default: nil
        }
    }
}
