open_enum! {
    /// The type of a webhook event.
    ///
    /// New types are added monthly; one that this version does not know is kept verbatim.
    /// See <https://docs.linqapp.com/channel/imessage/guides/webhooks/events>.
    pub enum EventType {
        /// One of your messages was sent.
        MessageSent = "message.sent",
        /// A message was received.
        MessageReceived = "message.received",
        /// One of your messages was read. Direct chats only, never SMS.
        MessageRead = "message.read",
        /// One of your messages was delivered. Direct chats only, never SMS.
        MessageDelivered = "message.delivered",
        /// One of your messages could not be sent. In rare cases it is delivered nevertheless.
        MessageFailed = "message.failed",
        /// A text part was edited. Only for subscriptions of version 2026-02-03.
        MessageEdited = "message.edited",
        /// A reaction was added to a message.
        ReactionAdded = "reaction.added",
        /// A reaction was removed from a message.
        ReactionRemoved = "reaction.removed",
        /// A poll was received.
        PollReceived = "poll.received",
        /// One of your polls could not be sent.
        PollFailed = "poll.failed",
        /// One of your polls was sent.
        PollSent = "poll.sent",
        /// One of your polls was delivered.
        PollDelivered = "poll.delivered",
        /// One of your polls was read.
        PollRead = "poll.read",
        /// Options were added to a poll.
        PollUpdated = "poll.updated",
        /// A vote was added to a poll.
        PollVoteAdded = "poll.vote.added",
        /// A vote was removed from a poll.
        PollVoteRemoved = "poll.vote.removed",
        /// A reaction was added to a poll.
        PollReactionAdded = "poll.reaction.added",
        /// A participant joined a group.
        ParticipantAdded = "participant.added",
        /// A participant left a group or was removed.
        ParticipantRemoved = "participant.removed",
        /// A chat was created.
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
        /// A participant started typing.
        ChatTypingIndicatorStarted = "chat.typing_indicator.started",
        /// A participant stopped typing.
        ChatTypingIndicatorStopped = "chat.typing_indicator.stopped",
        /// A line's status changed.
        PhoneNumberStatusUpdated = "phone_number.status_updated",
        /// A line was assigned to your account.
        PhoneNumberAssigned = "phone_number.assigned",
        /// A line was released from your account.
        PhoneNumberReleased = "phone_number.released",
        /// A contact card was shared with one of your lines.
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
        /// A participant started to share their location.
        LocationSharingStarted = "location.sharing.started",
        /// A participant stopped sharing their location.
        LocationSharingStopped = "location.sharing.stopped",
        /// A payment succeeded.
        PaymentSucceeded = "payment.succeeded",
        /// A payment was canceled.
        PaymentCanceled = "payment.canceled",
        /// A payment request expired.
        PaymentExpired = "payment.expired",
        /// A payment was declined.
        PaymentDeclined = "payment.declined",
        /// A payment was authorized.
        PaymentAuthorized = "payment.authorized",
        /// A handle was connected to a payment provider.
        ConnectionCreated = "connection.created",
        /// A handle's connection to a payment provider was revoked.
        ConnectionRevoked = "connection.revoked",
        /// Zero-day retention was enabled or disabled.
        ZeroDayRetentionUpdated = "zero_day_retention.updated",
        /// A line's call forwarding changed.
        PhoneNumberForwardingUpdated = "phone_number.forwarding_updated",
        /// A line moved to another environment.
        EnvironmentLineMoved = "environment.line_moved",
        /// A contact card was created for a line.
        ContactCardCreated = "contact_card.created",
        /// The contact card of a line was updated.
        ContactCardUpdated = "contact_card.updated",
        /// The contact card of a line was deleted.
        ContactCardDeleted = "contact_card.deleted",
        /// An API token was created.
        ApiTokenCreated = "api_token.created",
        /// An API token was renamed.
        ApiTokenRenamed = "api_token.renamed",
        /// An expiry date was set for an API token.
        ApiTokenExpiryScheduled = "api_token.expiry_scheduled",
        /// An API token expired.
        ApiTokenExpired = "api_token.expired",
        /// An API token was activated.
        ApiTokenActivated = "api_token.activated",
        /// An API token was deleted.
        ApiTokenDeleted = "api_token.deleted",
        /// An environment was created.
        EnvironmentCreated = "environment.created",
        /// An environment was renamed.
        EnvironmentRenamed = "environment.renamed",
        /// An environment was deleted.
        EnvironmentDeleted = "environment.deleted",
        /// A webhook subscription was created.
        WebhookSubscriptionCreated = "webhook_subscription.created",
        /// A webhook subscription was deleted.
        WebhookSubscriptionDeleted = "webhook_subscription.deleted",
        /// The target URL of a webhook subscription changed.
        WebhookSubscriptionTargetUrlChanged = "webhook_subscription.target_url_changed",
        /// A webhook subscription was enabled.
        WebhookSubscriptionEnabled = "webhook_subscription.enabled",
        /// A webhook subscription was disabled.
        WebhookSubscriptionDisabled = "webhook_subscription.disabled",
        /// The events of a webhook subscription changed.
        WebhookSubscriptionEventsUpdated = "webhook_subscription.events.updated",
        /// The lines of a webhook subscription changed.
        WebhookSubscriptionPhoneNumbersUpdated = "webhook_subscription.phone_numbers.updated",
        /// Delivery affinity was enabled for a webhook subscription.
        WebhookSubscriptionRoutingHeadersSet = "webhook_subscription.routing_headers_set",
        /// Delivery affinity was disabled for a webhook subscription.
        WebhookSubscriptionRoutingHeadersCleared = "webhook_subscription.routing_headers_cleared",
        /// A team member was added.
        TeamMemberAdded = "team_member.added",
        /// A team member signed in.
        TeamMemberSignedIn = "team_member.signed_in",
        /// A team member signed out.
        TeamMemberSignedOut = "team_member.signed_out",
    }
}

#[cfg(test)]
mod tests {
    use super::EventType;
    use std::collections::HashMap;

    #[test]
    fn event_types_are_parsed_from_text() {
        assert_eq!("message.received".parse(), Ok(EventType::MessageReceived));
        let new: EventType = "message.translated".parse().unwrap();
        assert!(!new.is_known() && new == "message.translated");
    }

    #[test]
    fn event_types_compare_with_text() {
        let received = EventType::MessageReceived;
        assert_eq!(received, "message.received");
        assert_eq!("message.received", received);
        assert!(received != *"message.sent");
    }

    #[test]
    fn maps_by_event_type_are_searched_by_text() {
        let texts = ["message.received", "message.translated"];
        let counts = HashMap::from(texts.map(|text| (EventType::from(text), text.len())));
        for text in texts {
            assert_eq!(counts.get(text), Some(&text.len()));
            assert_eq!(counts.get(&EventType::from(text)), Some(&text.len()));
        }
    }
}
