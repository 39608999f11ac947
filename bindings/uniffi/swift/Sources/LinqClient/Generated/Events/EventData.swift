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
    /// A type that this version does not know or that has no published payload, and a payload that it does not
    /// understand; whole.
    case other(OtherEvent)

    /// Reads the payload of an event.
    static func read(_ type: EventType, from payload: EventPayload) throws -> EventData? {
        switch type {
        case .messageSent: .messageSent(try payload.message())
        case .messageReceived: .messageReceived(try payload.message())
        case .messageRead: .messageRead(try payload.message())
        case .messageDelivered: .messageDelivered(try payload.message())
        case .messageFailed: .messageFailed(try payload.decode(MessageFailedData.self))
        case .messageEdited: .messageEdited(try payload.decode(MessageEditedData.self))
        case .reactionAdded: .reactionAdded(try payload.decode(ReactionEventData.self))
        case .reactionRemoved: .reactionRemoved(try payload.decode(ReactionEventData.self))
        case .pollReceived: .pollReceived(try payload.decode(PollReceivedData.self))
        case .pollFailed: .pollFailed(try payload.decode(PollFailedData.self))
        case .pollSent: .pollSent(try payload.decode(PollEventData.self))
        case .pollDelivered: .pollDelivered(try payload.decode(PollEventData.self))
        case .pollRead: .pollRead(try payload.decode(PollEventData.self))
        case .pollUpdated: .pollUpdated(try payload.decode(PollUpdatedData.self))
        case .pollVoteAdded: .pollVoteAdded(try payload.decode(PollVoteData.self))
        case .pollVoteRemoved: .pollVoteRemoved(try payload.decode(PollVoteData.self))
        case .pollReactionAdded: .pollReactionAdded(try payload.decode(ReactionEventData.self))
        case .participantAdded: .participantAdded(try payload.decode(ParticipantAddedData.self))
        case .participantRemoved: .participantRemoved(try payload.decode(ParticipantRemovedData.self))
        case .chatCreated: .chatCreated(try payload.decode(ChatCreatedData.self))
        case .chatGroupNameUpdated: .chatGroupNameUpdated(try payload.decode(GroupNameUpdatedData.self))
        case .chatGroupIconUpdated: .chatGroupIconUpdated(try payload.decode(GroupIconUpdatedData.self))
        case .chatGroupNameUpdateFailed: .chatGroupNameUpdateFailed(try payload.decode(ChatChangeFailedData.self))
        case .chatGroupIconUpdateFailed: .chatGroupIconUpdateFailed(try payload.decode(ChatChangeFailedData.self))
        case .chatBackgroundUpdated: .chatBackgroundUpdated(try payload.decode(BackgroundUpdatedData.self))
        case .chatBackgroundUpdateFailed: .chatBackgroundUpdateFailed(try payload.decode(ChatChangeFailedData.self))
        case .chatTypingIndicatorStarted: .chatTypingIndicatorStarted(try payload.decode(TypingIndicatorData.self))
        case .chatTypingIndicatorStopped: .chatTypingIndicatorStopped(try payload.decode(TypingIndicatorData.self))
        case .phoneNumberStatusUpdated: .phoneNumberStatusUpdated(try payload.decode(PhoneNumberStatusUpdatedData.self))
        case .phoneNumberAssigned: .phoneNumberAssigned(try payload.decode(PhoneNumberAssignmentData.self))
        case .phoneNumberReleased: .phoneNumberReleased(try payload.decode(PhoneNumberAssignmentData.self))
        case .contactCardReceived: .contactCardReceived(try payload.decode(ContactCardReceivedData.self))
        case .locationSharingStarted: .locationSharingStarted(try payload.decode(LocationSharingStartedData.self))
        case .locationSharingStopped: .locationSharingStopped(try payload.decode(LocationSharingStoppedData.self))
        case .paymentSucceeded: .paymentSucceeded(try payload.decode(PaymentEventData.self))
        case .paymentCanceled: .paymentCanceled(try payload.decode(PaymentEventData.self))
        case .paymentExpired: .paymentExpired(try payload.decode(PaymentEventData.self))
        case .paymentDeclined: .paymentDeclined(try payload.decode(PaymentEventData.self))
        case .paymentAuthorized: .paymentAuthorized(try payload.decode(PaymentEventData.self))
        case .connectionCreated: .connectionCreated(try payload.decode(PaymentEventData.self))
        case .connectionRevoked: .connectionRevoked(try payload.decode(PaymentEventData.self))
        case .zeroDayRetentionUpdated: .zeroDayRetentionUpdated(try payload.decode(AccountEventData.self))
        case .phoneNumberForwardingUpdated: .phoneNumberForwardingUpdated(try payload.decode(AccountEventData.self))
        case .environmentLineMoved: .environmentLineMoved(try payload.decode(AccountEventData.self))
        case .contactCardCreated: .contactCardCreated(try payload.decode(AccountEventData.self))
        case .contactCardUpdated: .contactCardUpdated(try payload.decode(AccountEventData.self))
        case .contactCardDeleted: .contactCardDeleted(try payload.decode(AccountEventData.self))
        case .apiTokenCreated: .apiTokenCreated(try payload.decode(AccountEventData.self))
        case .apiTokenRenamed: .apiTokenRenamed(try payload.decode(AccountEventData.self))
        case .apiTokenExpiryScheduled: .apiTokenExpiryScheduled(try payload.decode(AccountEventData.self))
        case .apiTokenExpired: .apiTokenExpired(try payload.decode(AccountEventData.self))
        case .apiTokenActivated: .apiTokenActivated(try payload.decode(AccountEventData.self))
        case .apiTokenDeleted: .apiTokenDeleted(try payload.decode(AccountEventData.self))
        case .environmentCreated: .environmentCreated(try payload.decode(AccountEventData.self))
        case .environmentRenamed: .environmentRenamed(try payload.decode(AccountEventData.self))
        case .environmentDeleted: .environmentDeleted(try payload.decode(AccountEventData.self))
        case .webhookSubscriptionCreated: .webhookSubscriptionCreated(try payload.decode(AccountEventData.self))
        case .webhookSubscriptionDeleted: .webhookSubscriptionDeleted(try payload.decode(AccountEventData.self))
        case .webhookSubscriptionTargetUrlChanged: .webhookSubscriptionTargetUrlChanged(try payload.decode(AccountEventData.self))
        case .webhookSubscriptionEnabled: .webhookSubscriptionEnabled(try payload.decode(AccountEventData.self))
        case .webhookSubscriptionDisabled: .webhookSubscriptionDisabled(try payload.decode(AccountEventData.self))
        case .webhookSubscriptionEventsUpdated: .webhookSubscriptionEventsUpdated(try payload.decode(AccountEventData.self))
        case .webhookSubscriptionPhoneNumbersUpdated: .webhookSubscriptionPhoneNumbersUpdated(try payload.decode(AccountEventData.self))
        case .webhookSubscriptionRoutingHeadersSet: .webhookSubscriptionRoutingHeadersSet(try payload.decode(AccountEventData.self))
        case .webhookSubscriptionRoutingHeadersCleared: .webhookSubscriptionRoutingHeadersCleared(try payload.decode(AccountEventData.self))
        case .teamMemberAdded: .teamMemberAdded(try payload.decode(AccountEventData.self))
        case .teamMemberSignedIn: .teamMemberSignedIn(try payload.decode(AccountEventData.self))
        case .teamMemberSignedOut: .teamMemberSignedOut(try payload.decode(AccountEventData.self))
        default: nil
        }
    }
}
