open_enum! {
    /// What a webhook event is about.
    ///
    /// New types are added monthly; one that this version does not know is kept as it came.
    /// See <https://docs.linqapp.com/channel/imessage/guides/webhooks/events>.
    pub enum EventType {
        /// A message of yours was sent.
        MessageSent = "message.sent",
        /// A message arrived.
        MessageReceived = "message.received",
        /// A message of yours was read. One-to-one chats only, never SMS.
        MessageRead = "message.read",
        /// A message of yours arrived. One-to-one chats only, never SMS.
        MessageDelivered = "message.delivered",
        /// A message of yours could not be sent. Rarely, it is delivered after all.
        MessageFailed = "message.failed",
        /// A text part was edited. Only for subscriptions of version 2026-02-03.
        MessageEdited = "message.edited",
        /// Somebody reacted to a message.
        ReactionAdded = "reaction.added",
        /// Somebody took a reaction back.
        ReactionRemoved = "reaction.removed",
        /// A poll arrived.
        PollReceived = "poll.received",
        /// A poll of yours could not be sent.
        PollFailed = "poll.failed",
        /// A poll of yours was sent.
        PollSent = "poll.sent",
        /// A poll of yours arrived.
        PollDelivered = "poll.delivered",
        /// A poll of yours was read.
        PollRead = "poll.read",
        /// Options were added to a poll.
        PollUpdated = "poll.updated",
        /// Somebody voted for an option.
        PollVoteAdded = "poll.vote.added",
        /// Somebody took a vote back.
        PollVoteRemoved = "poll.vote.removed",
        /// Somebody reacted to a poll.
        PollReactionAdded = "poll.reaction.added",
        /// Somebody joined a group.
        ParticipantAdded = "participant.added",
        /// Somebody left a group or was removed.
        ParticipantRemoved = "participant.removed",
        /// A chat came into being.
        ChatCreated = "chat.created",
        /// A group's name changed.
        ChatGroupNameUpdated = "chat.group_name_updated",
        /// A group's icon changed.
        ChatGroupIconUpdated = "chat.group_icon_updated",
        /// A group's name could not be changed.
        ChatGroupNameUpdateFailed = "chat.group_name_update_failed",
        /// A group's icon could not be changed.
        ChatGroupIconUpdateFailed = "chat.group_icon_update_failed",
        /// A chat's background changed.
        ChatBackgroundUpdated = "chat.background_updated",
        /// A chat's background could not be changed.
        ChatBackgroundUpdateFailed = "chat.background_update_failed",
        /// Somebody is typing.
        ChatTypingIndicatorStarted = "chat.typing_indicator.started",
        /// Somebody stopped typing.
        ChatTypingIndicatorStopped = "chat.typing_indicator.stopped",
        /// A line's status changed.
        PhoneNumberStatusUpdated = "phone_number.status_updated",
        /// A line became yours.
        PhoneNumberAssigned = "phone_number.assigned",
        /// A line is no longer yours.
        PhoneNumberReleased = "phone_number.released",
        /// Somebody shared a contact card with a line of yours.
        ContactCardReceived = "contact_card.received",
        /// A call was started.
        CallInitiated = "call.initiated",
        /// A call is ringing.
        CallRinging = "call.ringing",
        /// A call was answered.
        CallAnswered = "call.answered",
        /// A call ended.
        CallEnded = "call.ended",
        /// A call failed.
        CallFailed = "call.failed",
        /// A call was declined.
        CallDeclined = "call.declined",
        /// A call went unanswered.
        CallNoAnswer = "call.no_answer",
        /// Somebody started to share their location.
        LocationSharingStarted = "location.sharing.started",
        /// Somebody stopped sharing their location.
        LocationSharingStopped = "location.sharing.stopped",
        /// A payment went through.
        PaymentSucceeded = "payment.succeeded",
        /// A payment was called off.
        PaymentCanceled = "payment.canceled",
        /// A payment request ran out.
        PaymentExpired = "payment.expired",
        /// A payment was declined.
        PaymentDeclined = "payment.declined",
        /// A payment was authorized.
        PaymentAuthorized = "payment.authorized",
        /// A handle was connected to a payment provider.
        ConnectionCreated = "connection.created",
        /// A handle's connection to a payment provider was revoked.
        ConnectionRevoked = "connection.revoked",
        /// Zero-day retention was switched on or off.
        ZeroDayRetentionUpdated = "zero_day_retention.updated",
        /// A line's call forwarding changed.
        PhoneNumberForwardingUpdated = "phone_number.forwarding_updated",
        /// A line moved to another environment.
        EnvironmentLineMoved = "environment.line_moved",
        /// A line got a contact card.
        ContactCardCreated = "contact_card.created",
        /// A line's contact card changed.
        ContactCardUpdated = "contact_card.updated",
        /// A line lost its contact card.
        ContactCardDeleted = "contact_card.deleted",
        /// An API token was made.
        ApiTokenCreated = "api_token.created",
        /// An API token was renamed.
        ApiTokenRenamed = "api_token.renamed",
        /// An API token got an end date.
        ApiTokenExpiryScheduled = "api_token.expiry_scheduled",
        /// An API token ran out.
        ApiTokenExpired = "api_token.expired",
        /// An API token was activated.
        ApiTokenActivated = "api_token.activated",
        /// An API token was deleted.
        ApiTokenDeleted = "api_token.deleted",
        /// An environment was made.
        EnvironmentCreated = "environment.created",
        /// An environment was renamed.
        EnvironmentRenamed = "environment.renamed",
        /// An environment was deleted.
        EnvironmentDeleted = "environment.deleted",
        /// A webhook subscription was made.
        WebhookSubscriptionCreated = "webhook_subscription.created",
        /// A webhook subscription was deleted.
        WebhookSubscriptionDeleted = "webhook_subscription.deleted",
        /// A webhook subscription got another URL.
        WebhookSubscriptionTargetUrlChanged = "webhook_subscription.target_url_changed",
        /// A webhook subscription was switched on.
        WebhookSubscriptionEnabled = "webhook_subscription.enabled",
        /// A webhook subscription was switched off.
        WebhookSubscriptionDisabled = "webhook_subscription.disabled",
        /// A webhook subscription listens for other events.
        WebhookSubscriptionEventsUpdated = "webhook_subscription.events.updated",
        /// A webhook subscription listens for other lines.
        WebhookSubscriptionPhoneNumbersUpdated = "webhook_subscription.phone_numbers.updated",
        /// A webhook subscription got delivery affinity.
        WebhookSubscriptionRoutingHeadersSet = "webhook_subscription.routing_headers_set",
        /// A webhook subscription lost its delivery affinity.
        WebhookSubscriptionRoutingHeadersCleared = "webhook_subscription.routing_headers_cleared",
        /// Somebody joined the team.
        TeamMemberAdded = "team_member.added",
        /// A team member signed in.
        TeamMemberSignedIn = "team_member.signed_in",
        /// A team member signed out.
        TeamMemberSignedOut = "team_member.signed_out",
    }
}
