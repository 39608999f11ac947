# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import TypeAlias, Union

from .api_token import (
    APITokenActivatedWebhookEvent,
    APITokenCreatedWebhookEvent,
    APITokenDeletedWebhookEvent,
    APITokenExpiredWebhookEvent,
    APITokenExpiryScheduledWebhookEvent,
    APITokenRenamedWebhookEvent,
)
from .call import (
    CallAnsweredWebhookEvent,
    CallDeclinedWebhookEvent,
    CallEndedWebhookEvent,
    CallFailedWebhookEvent,
    CallInitiatedWebhookEvent,
    CallNoAnswerWebhookEvent,
    CallRingingWebhookEvent,
)
from .chat import (
    ChatBackgroundUpdateFailedWebhookEvent,
    ChatBackgroundUpdatedWebhookEvent,
    ChatCreatedWebhookEvent,
    ChatGroupIconUpdateFailedWebhookEvent,
    ChatGroupIconUpdatedWebhookEvent,
    ChatGroupNameUpdateFailedWebhookEvent,
    ChatGroupNameUpdatedWebhookEvent,
    ChatTypingIndicatorStartedWebhookEvent,
    ChatTypingIndicatorStoppedWebhookEvent,
)
from .connection import ConnectionCreatedWebhookEvent, ConnectionRevokedWebhookEvent
from .contact_card import (
    ContactCardCreatedWebhookEvent,
    ContactCardDeletedWebhookEvent,
    ContactCardReceivedWebhookEvent,
    ContactCardUpdatedWebhookEvent,
)
from .envelope import UnknownWebhookEvent
from .environment import (
    EnvironmentCreatedWebhookEvent,
    EnvironmentDeletedWebhookEvent,
    EnvironmentLineMovedWebhookEvent,
    EnvironmentRenamedWebhookEvent,
)
from .location import LocationSharingStartedWebhookEvent, LocationSharingStoppedWebhookEvent
from .message import (
    MessageDeliveredWebhookEvent,
    MessageEditedWebhookEvent,
    MessageFailedWebhookEvent,
    MessageReadWebhookEvent,
    MessageReceivedWebhookEvent,
    MessageSentWebhookEvent,
)
from .participant import ParticipantAddedWebhookEvent, ParticipantRemovedWebhookEvent
from .payment import (
    PaymentAuthorizedWebhookEvent,
    PaymentCanceledWebhookEvent,
    PaymentDeclinedWebhookEvent,
    PaymentExpiredWebhookEvent,
    PaymentSucceededWebhookEvent,
)
from .phone_number import (
    PhoneNumberAssignedWebhookEvent,
    PhoneNumberForwardingUpdatedWebhookEvent,
    PhoneNumberReleasedWebhookEvent,
    PhoneNumberStatusUpdatedWebhookEvent,
)
from .poll import (
    PollDeliveredWebhookEvent,
    PollFailedWebhookEvent,
    PollReactionAddedWebhookEvent,
    PollReadWebhookEvent,
    PollReceivedWebhookEvent,
    PollSentWebhookEvent,
    PollUpdatedWebhookEvent,
    PollVoteAddedWebhookEvent,
    PollVoteRemovedWebhookEvent,
)
from .reaction import ReactionAddedWebhookEvent, ReactionRemovedWebhookEvent
from .team_member import TeamMemberAddedWebhookEvent, TeamMemberSignedInWebhookEvent, TeamMemberSignedOutWebhookEvent
from .webhook_subscription import (
    WebhookSubscriptionCreatedWebhookEvent,
    WebhookSubscriptionDeletedWebhookEvent,
    WebhookSubscriptionDisabledWebhookEvent,
    WebhookSubscriptionEnabledWebhookEvent,
    WebhookSubscriptionEventsUpdatedWebhookEvent,
    WebhookSubscriptionPhoneNumbersUpdatedWebhookEvent,
    WebhookSubscriptionRoutingHeadersClearedWebhookEvent,
    WebhookSubscriptionRoutingHeadersSetWebhookEvent,
    WebhookSubscriptionTargetURLChangedWebhookEvent,
)
from .zero_day_retention import ZeroDayRetentionUpdatedWebhookEvent

UnwrapWebhookEvent: TypeAlias = Union[
    MessageSentWebhookEvent,
    MessageReceivedWebhookEvent,
    MessageReadWebhookEvent,
    MessageDeliveredWebhookEvent,
    MessageFailedWebhookEvent,
    MessageEditedWebhookEvent,
    ReactionAddedWebhookEvent,
    ReactionRemovedWebhookEvent,
    PollReceivedWebhookEvent,
    PollFailedWebhookEvent,
    PollSentWebhookEvent,
    PollDeliveredWebhookEvent,
    PollReadWebhookEvent,
    PollUpdatedWebhookEvent,
    PollVoteAddedWebhookEvent,
    PollVoteRemovedWebhookEvent,
    PollReactionAddedWebhookEvent,
    ParticipantAddedWebhookEvent,
    ParticipantRemovedWebhookEvent,
    ChatCreatedWebhookEvent,
    ChatGroupNameUpdatedWebhookEvent,
    ChatGroupIconUpdatedWebhookEvent,
    ChatGroupNameUpdateFailedWebhookEvent,
    ChatGroupIconUpdateFailedWebhookEvent,
    ChatBackgroundUpdatedWebhookEvent,
    ChatBackgroundUpdateFailedWebhookEvent,
    ChatTypingIndicatorStartedWebhookEvent,
    ChatTypingIndicatorStoppedWebhookEvent,
    PhoneNumberStatusUpdatedWebhookEvent,
    PhoneNumberAssignedWebhookEvent,
    PhoneNumberReleasedWebhookEvent,
    ContactCardReceivedWebhookEvent,
    CallInitiatedWebhookEvent,
    CallRingingWebhookEvent,
    CallAnsweredWebhookEvent,
    CallEndedWebhookEvent,
    CallFailedWebhookEvent,
    CallDeclinedWebhookEvent,
    CallNoAnswerWebhookEvent,
    LocationSharingStartedWebhookEvent,
    LocationSharingStoppedWebhookEvent,
    PaymentSucceededWebhookEvent,
    PaymentCanceledWebhookEvent,
    PaymentExpiredWebhookEvent,
    PaymentDeclinedWebhookEvent,
    PaymentAuthorizedWebhookEvent,
    ConnectionCreatedWebhookEvent,
    ConnectionRevokedWebhookEvent,
    ZeroDayRetentionUpdatedWebhookEvent,
    PhoneNumberForwardingUpdatedWebhookEvent,
    EnvironmentLineMovedWebhookEvent,
    ContactCardCreatedWebhookEvent,
    ContactCardUpdatedWebhookEvent,
    ContactCardDeletedWebhookEvent,
    APITokenCreatedWebhookEvent,
    APITokenRenamedWebhookEvent,
    APITokenExpiryScheduledWebhookEvent,
    APITokenExpiredWebhookEvent,
    APITokenActivatedWebhookEvent,
    APITokenDeletedWebhookEvent,
    EnvironmentCreatedWebhookEvent,
    EnvironmentRenamedWebhookEvent,
    EnvironmentDeletedWebhookEvent,
    WebhookSubscriptionCreatedWebhookEvent,
    WebhookSubscriptionDeletedWebhookEvent,
    WebhookSubscriptionTargetURLChangedWebhookEvent,
    WebhookSubscriptionEnabledWebhookEvent,
    WebhookSubscriptionDisabledWebhookEvent,
    WebhookSubscriptionEventsUpdatedWebhookEvent,
    WebhookSubscriptionPhoneNumbersUpdatedWebhookEvent,
    WebhookSubscriptionRoutingHeadersSetWebhookEvent,
    WebhookSubscriptionRoutingHeadersClearedWebhookEvent,
    TeamMemberAddedWebhookEvent,
    TeamMemberSignedInWebhookEvent,
    TeamMemberSignedOutWebhookEvent,
    UnknownWebhookEvent,
]
"""Any webhook event."""
