# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias

from ..._native import Model
from .shared import (
    BackgroundStyle,
    BackgroundType,
    ChatHandle,
    HealthStatus,
    MessageEffect,
    MessagePart,
    PaymentInterval,
    PaymentMode,
    PaymentRail,
    PaymentRequestDiscount,
    PaymentRequestNatural,
    PaymentRequestStripe,
    Poll,
    PollResultOption,
    ReactionType,
    ReputationStatus,
    ServiceType,
    Sticker,
    WebhookEventType,
)

AccountActorKind: TypeAlias = Literal["team_member", "api", "system", "unknown"] | str
"""What kind of actor changed something.

A value that this version does not know is a `str` like any other.

- `"team_member"`: Somebody of your team.
- `"api"`: A call of the API.
- `"system"`: Linq.
- `"unknown"`: Nobody knows.
"""

AccountOrigin: TypeAlias = Literal["dashboard", "api", "linq"] | str
"""Where something was changed.

A value that this version does not know is a `str` like any other.

- `"dashboard"`: In the dashboard.
- `"api"`: Through the API.
- `"linq"`: By Linq.
"""

Direction: TypeAlias = Literal["inbound", "outbound"] | str
"""Which way a message went.

A value that this version does not know is a `str` like any other.

- `"inbound"`: To you.
- `"outbound"`: From you.
"""

LineStatus: TypeAlias = Literal["ACTIVE", "FLAGGED"] | str
"""Whether a line is in service.

A value that this version does not know is a `str` like any other.

- `"ACTIVE"`: It is.
- `"FLAGGED"`: It has been flagged.
"""

PaymentEventStatus: TypeAlias = Literal["succeeded", "failed", "canceled", "expired"] | str
"""What became of a payment request.

A value that this version does not know is a `str` like any other.

- `"succeeded"`: It was paid.
- `"failed"`: The payment failed.
- `"canceled"`: It was called off.
- `"expired"`: It ran out.
"""

PreferredService: TypeAlias = Literal["iMessage", "SMS", "RCS", "auto"] | str
"""The service that a message was asked to go over.

A value that this version does not know is a `str` like any other.

- `"iMessage"`: iMessage only, without a fallback.
- `"SMS"`: RCS if possible, else SMS; never iMessage.
- `"RCS"`: RCS if possible, else SMS; never iMessage.
- `"auto"`: Nothing was asked for: iMessage, then RCS, then SMS.
"""

SignInMethod: TypeAlias = Literal["code", "sso", "google", "apple", "linkedin"] | str
"""How a team member signed in.

A value that this version does not know is a `str` like any other.

- `"code"`: With a code that was sent by e-mail or text message.
- `"sso"`: With the company's single sign-on.
- `"google"`: With a Google account.
- `"apple"`: With an Apple account.
- `"linkedin"`: Through `linkedin.com`.
"""

TeamRole: TypeAlias = Literal["admin", "manager", "member"] | str
"""What a team member may do.

A value that this version does not know is a `str` like any other.

- `"admin"`: Everything.
- `"manager"`: A manager.
- `"member"`: A member.
"""


class AccountActor(Model):
    """Who changed something on the account. Only a team member is named."""

    __slots__ = ()

    type: AccountActorKind
    """What they are."""

    id: str | None
    """The team member's user id."""

    email: str | None
    """The team member's e-mail address."""

    name: str | None
    """The team member's name."""


class AccountApiToken(Model):
    """An API token, without the token."""

    __slots__ = ()

    id: str
    """The token's identifier."""

    expires_at: datetime | None
    """When it runs out; absent if never."""

    token_prefix: str
    """How the token begins."""

    name: str | None
    """Its name, if it has one."""


class AccountChange(Model):
    """From what to what something changed.

    `contact_card.updated` has `first_name`, `last_name` and `image_url`, each if it changed; the others have `from_`
    and `to`, whose JSON type depends on the event.
    """

    __slots__ = ()

    first_name: TextChange | None
    """The first name on a contact card."""

    from_: Any | None
    """The value before; absent if there was none."""

    image_url: ImageChange | None
    """The picture on a contact card."""

    last_name: TextChange | None
    """The last name on a contact card."""

    to: Any | None
    """The value now; absent if it was taken away."""


class AccountContactCard(Model):
    """A line's contact card."""

    __slots__ = ()

    id: str
    """The card's identifier."""

    first_name: str
    """The first name on it."""

    image_url: str | None
    """The picture on it, if there is one."""

    last_name: str | None
    """The last name on it, if there is one."""


class AccountEnvironment(Model):
    """An environment of your account: `Production`, or one that you made."""

    __slots__ = ()

    name: str
    """Its name."""

    type: str
    """`environment`."""


class AccountEventData(Model):
    """Something changed on your account, as its Activity page shows it.

    The objects (`api_token` and so on) name what changed; only those that the event is about are there.
    """

    __slots__ = ()

    actor: AccountActor
    """Who changed it."""

    occurred_at: datetime
    """When it changed. The event's own `created_at` is when the webhook was made."""

    origin: AccountOrigin
    """Where it was changed."""

    summary: str
    """What changed, in words for people: they may be put otherwise at any time."""

    api_token: AccountApiToken | None
    """The API token."""

    change: AccountChange | None
    """From what to what. Only in events that change something that was there before and is there afterwards."""

    contact_card: AccountContactCard | None
    """The contact card."""

    environment: AccountEnvironment | None
    """The environment."""

    lines_moved_to_production: int | None
    """How many lines went to production, in `environment.deleted`."""

    method: SignInMethod | None
    """How the team member signed in, in `team_member.signed_in`."""

    phone_number: str | None
    """The line, E.164."""

    team_member: AccountTeamMember | None
    """The team member."""

    tokens_revoked: int | None
    """How many API tokens were revoked, in `environment.deleted`."""

    webhook_subscription: AccountWebhookSubscription | None
    """The webhook subscription."""


class AccountTeamMember(Model):
    """A member of your team."""

    __slots__ = ()

    id: str
    """The member's user id."""

    name: str | None
    """The member's name, if there is one."""

    role: TeamRole | None
    """The role that the member joined with, in `team_member.added`."""


class AccountWebhookSubscription(Model):
    """A webhook subscription."""

    __slots__ = ()

    id: str
    """The subscription's identifier."""

    events: list[WebhookEventType] | None
    """What it listens for, in `webhook_subscription.created`."""

    target_url: str | None
    """Where it delivers, without credentials, query and fragment."""


class Background(Model):
    """What is behind the messages of a chat."""

    __slots__ = ()

    type: BackgroundType
    """What kind it is."""

    image_url: str | None
    """A photo's address: an `https` URL of a JPEG, PNG, HEIC or WebP image. As the API tells it, Linq's own copy."""

    shades: list[str] | None
    """The two colours of a custom gradient, top and bottom, such as `#F2C4E1`."""

    style: BackgroundStyle | None
    """The animation of a dynamic background."""

    variant: str | None
    """Which colour, or which kind of the animation."""


class BackgroundUpdatedData(Model):
    """A chat's background changed."""

    __slots__ = ()

    chat: EventChat
    """The chat."""

    actor_handle: ChatHandle | None
    """Who changed it, you included."""

    background: Background | None
    """The background now; absent if it was taken away."""


class ChatChangeFailedData(Model):
    """A group's name or icon, or a chat's background, could not be changed."""

    __slots__ = ()

    chat_id: str
    """The chat."""

    error_code: int
    """Why: 3007 or 4001; for a background 1005, 2011, 4001 or 5002."""

    failed_at: datetime
    """When that was noticed."""


class ChatCreatedData(Model):
    """A chat came into being."""

    __slots__ = ()

    id: str
    """The chat's identifier."""

    created_at: datetime
    """When the chat was created."""

    display_name: str | None
    """The group's name; unless one was set, the recipients' handles, separated by commas."""

    handles: list[ChatHandle]
    """Everybody in the chat, your own line included: two or more."""

    health_status: HealthStatus
    """How well the conversation goes (beta)."""

    is_group: bool
    """Whether this is a group."""

    updated_at: datetime
    """When the chat last changed."""

    service: ServiceType | None
    """The chat's service. A single message may go over another."""


class ContactCardReceivedData(Model):
    """Somebody shared a contact card with a line of yours.

    It comes once for each person and line, however many chats they have in common, and again when the card's name or
    picture changes.
    """

    __slots__ = ()

    first_name: str
    """The first name on the card."""

    last_name: str
    """The last name on the card; may be empty."""

    owner_handle: str
    """The line that it was shared with."""

    sender_handle: str
    """Who shared it: a phone number (E.164) or an e-mail address."""

    media_url: str | None
    """The picture, or a video; absent if there is none, or if it could not be fetched. The address may expire after 45
    minutes: download it at once.
    """


class EventChat(Model):
    """The chat that an event happened in."""

    __slots__ = ()

    id: str
    """The chat's identifier."""

    is_group: bool | None
    """Whether this is a group."""

    owner_handle: ChatHandle | None
    """Your line."""


class EventReplyTo(Model):
    """The message that another one answers."""

    __slots__ = ()

    message_id: str | None
    """That message."""

    part_index: int | None
    """Which of its parts, counted from 0."""


class GroupIconUpdatedData(Model):
    """A group's icon changed."""

    __slots__ = ()

    chat_id: str
    """The group."""

    updated_at: datetime
    """When it changed."""

    changed_by_handle: ChatHandle | None
    """Who changed it."""

    new_value: str | None
    """The icon now; absent if it was taken away."""

    old_value: str | None
    """The icon before; absent if there was none."""


class GroupNameUpdatedData(Model):
    """A group's name changed."""

    __slots__ = ()

    chat_id: str
    """The group."""

    updated_at: datetime
    """When it changed."""

    changed_by_handle: ChatHandle | None
    """Who changed it."""

    new_value: str | None
    """The name now; absent if it was taken away."""

    old_value: str | None
    """The name before; absent if there was none."""


class ImageChange(Model):
    """A picture that changed."""

    __slots__ = ()

    from_: str | None
    """The picture before; absent if there was none."""

    to: str | None
    """The picture now; absent if it was taken away."""


class LegacyMessageEvent(Model):
    """A message, as version `2025-01-01` puts it."""

    __slots__ = ()

    chat_id: str | None
    """The chat that it is in."""

    is_group: bool | None
    """Whether that is a group."""

    idempotency_key: str | None
    """The key that you sent it with."""

    from_: str | None
    """The sender's handle."""

    from_handle: ChatHandle | None
    """Who sent it."""

    message: LegacyMessagePayload | None
    """The message itself."""

    message_id: str | None
    """The message's identifier, in `message.read` and `message.delivered`."""

    recipient_phone: str | None
    """The recipient's phone number."""

    recipient_handle: ChatHandle | None
    """Who it was for."""

    is_from_me: bool | None
    """Whether you sent it."""

    received_at: datetime | None
    """When it was received."""

    read_at: datetime | None
    """When it was read, in `message.read`."""

    delivered_at: datetime | None
    """When it was delivered, in `message.delivered`."""

    service: ServiceType | None
    """The service that carried it."""

    preferred_service: PreferredService | None
    """The service that it was asked to go over."""


class LegacyMessagePayload(Model):
    """The message within a `LegacyMessageEvent`."""

    __slots__ = ()

    id: str | None
    """The message's identifier."""

    parts: list[MessagePart] | None
    """What it consists of, in order: text and media."""

    effect: MessageEffect | None
    """The iMessage effect that it plays."""

    reply_to: EventReplyTo | None
    """The message that it answers."""

    is_delivered: bool | None
    """Whether it was delivered."""

    is_read: bool | None
    """Whether it was read."""

    sent_at: datetime | None
    """When it was sent."""

    delivered_at: datetime | None
    """When it was delivered."""

    read_at: datetime | None
    """When it was read."""

    created_at: datetime | None
    """When it was created."""

    updated_at: datetime | None
    """When it last changed."""


class LocationSharingStartedData(Model):
    """Somebody started to share their location with a line of yours."""

    __slots__ = ()

    began_at: datetime | None
    """When they started, or when that was first noticed."""

    chat_id: str | None
    """The chat where they first did, if that is known. Sharing goes by person, not by chat, so that the location may be
    seen in others too.
    """

    ends_at: datetime | None
    """When it will end; absent if nobody knows."""

    shared_by: str
    """Who shares their location."""

    shared_with: str
    """The line that they share it with, E.164."""


class LocationSharingStoppedData(Model):
    """Somebody stopped sharing their location with a line of yours."""

    __slots__ = ()

    began_at: datetime | None
    """When they had started, if that is known."""

    chat_id: str | None
    """The chat where they had first shared it, if that is known."""

    ended_at: datetime
    """When it ended."""

    shared_by: str
    """Who shared their location."""

    shared_with: str
    """The line that they shared it with, E.164."""


class MessageEditedChat(Model):
    """The chat of an edited message."""

    __slots__ = ()

    id: str
    """The chat's identifier."""

    health_status: HealthStatus
    """How well the conversation goes (beta)."""

    is_group: bool
    """Whether this is a group."""

    owner_handle: ChatHandle
    """Your line."""


class MessageEditedData(Model):
    """A text part of a message was edited. Only for subscriptions of version `2026-02-03`."""

    __slots__ = ()

    id: str
    """The message."""

    chat: MessageEditedChat
    """The chat that it is in."""

    direction: Direction
    """Which way the message went."""

    edited_at: datetime
    """When it was edited."""

    part: MessageEditedPart
    """What was edited."""

    sender_handle: ChatHandle
    """Who sent, and edited, it."""

    zero_retention: bool | None
    """Whether the line is under zero-day retention: the text of an edit of yours is then empty."""


class MessageEditedPart(Model):
    """The edited part of a message."""

    __slots__ = ()

    index: int
    """Which part, counted from 0."""

    text: str
    """Its text now."""


class MessageEventChat(Model):
    """The chat of a message."""

    __slots__ = ()

    id: str
    """The chat's identifier."""

    health_status: HealthStatus
    """How well the conversation goes (beta)."""

    is_group: bool | None
    """Whether this is a group."""

    owner_handle: ChatHandle | None
    """Your line."""


class MessageEventV2(Model):
    """A message, as version `2026-02-03` puts it.

    How far it got shows in the times: `sent_at` is always there, `delivered_at` from `message.delivered` on, `read_at`
    with `message.read`.
    """

    __slots__ = ()

    id: str
    """The message's identifier."""

    chat: MessageEventChat
    """The chat that it is in."""

    direction: Direction
    """Which way it went."""

    parts: list[MessagePart]
    """What it consists of, in order; empty under zero-day retention."""

    sender_handle: ChatHandle
    """Who sent it."""

    service: ServiceType
    """The service that carried it."""

    delivered_at: datetime | None
    """When it was delivered; absent before that."""

    effect: MessageEffect | None
    """The iMessage effect that it plays."""

    idempotency_key: str | None
    """The key that you sent it with."""

    preferred_service: PreferredService | None
    """The service that it was asked to go over."""

    read_at: datetime | None
    """When it was read; absent before that."""

    reconciled_at: datetime | None
    """When it was recovered, if it was not delivered live. `sent_at` is then much earlier: take the message as history,
    and do not answer it by yourself.
    """

    reply_to: EventReplyTo | None
    """The message that it answers."""

    sent_at: datetime | None
    """When it was sent."""

    zero_retention: bool | None
    """Whether the line is under zero-day retention: `parts` is then empty."""


class MessageFailedData(Model):
    """A message could not be sent. Rarely, it is delivered after all, and a `message.delivered` follows."""

    __slots__ = ()

    code: int
    """Why: 3007, 4001, 4002, or 4005 to 4008."""

    failed_at: datetime
    """When that was noticed."""

    chat_id: str | None
    """The chat."""

    detail_code: int | None
    """The kind of failure within `code`: for logs and Linq's support. The numbers are not documented and change."""

    message_id: str | None
    """The message."""

    preferred_service: PreferredService | None
    """The service that it was asked to go over."""

    reason: str | None
    """Why, in words."""

    service: ServiceType | None
    """The service that it was tried on."""


class ParticipantAddedData(Model):
    """Somebody joined a group."""

    __slots__ = ()

    handle: str
    """Their handle. Deprecated by the API in favour of `participant`."""

    added_at: datetime | None
    """When they joined."""

    chat_id: str | None
    """The group."""

    participant: ChatHandle | None
    """Who joined."""


class ParticipantRemovedData(Model):
    """Somebody left a group, or was removed: you too, after leaving one."""

    __slots__ = ()

    handle: str
    """Their handle. Deprecated by the API in favour of `participant`."""

    chat_id: str | None
    """The group."""

    participant: ChatHandle | None
    """Who is gone."""

    removed_at: datetime | None
    """When they went."""


class PaymentEventData(Model):
    """What became of a payment request.

    The documentation gives this shape for `connection.created` and `connection.revoked` too.
    """

    __slots__ = ()

    id: str
    """The payment request."""

    amount: int
    """What was charged at checkout, in the currency's smallest unit; for a subscription, the first invoice after
    discounts.
    """

    checkout_url: str
    """Where the recipient pays."""

    created_at: datetime
    """When the payment request was created."""

    currency: str
    """The currency's code, such as `usd`."""

    object: str
    """What the API calls this kind of object."""

    status: PaymentEventStatus
    """What became of it."""

    description: str | None
    """What it is for."""

    discount: PaymentRequestDiscount | None
    """For a subscription: the discount that was given."""

    interval: PaymentInterval | None
    """For a subscription: the unit of time between renewals."""

    interval_count: int | None
    """For a subscription: how many of these units."""

    metadata: dict[str, str] | None
    """Your own notes on the payment request."""

    mode: PaymentMode | None
    """Whether it was a single payment or began a subscription."""

    natural: PaymentRequestNatural | None
    """Natural's identifiers, if it was settled there."""

    price_id: str | None
    """For a subscription: the recurring price."""

    quantity: int | None
    """For a subscription: how many units of the price."""

    rail: PaymentRail | None
    """How it was settled."""

    stripe: PaymentRequestStripe | None
    """Stripe's identifiers on your account."""

    trial_end: datetime | None
    """For a subscription with a trial: when the first charge happens. `payment.succeeded` then means that there is a
    way to pay, and that nothing was charged yet.
    """

    updated_at: datetime | None
    """When the payment request last changed."""


class PhoneNumberAssignmentData(Model):
    """A line became yours, or is yours no more."""

    __slots__ = ()

    changed_at: datetime
    """When it changed hands."""

    phone_number: str
    """The line, E.164."""


class PhoneNumberStatusUpdatedData(Model):
    """A line's status or reputation changed."""

    __slots__ = ()

    changed_at: datetime
    """When it changed."""

    new_reputation: ReputationStatus
    """How the line is regarded now."""

    new_status: LineStatus
    """Its status now."""

    phone_number: str
    """The line, E.164."""

    previous_reputation: ReputationStatus
    """How the line was regarded before."""

    previous_status: LineStatus
    """Its status before."""


class PollEventData(Model):
    """A poll of yours was sent, delivered or read.

    How far it got shows in the times: `sent_at` is always there, `delivered_at` from `poll.delivered` on, `read_at`
    with `poll.read`.
    """

    __slots__ = ()

    chat: EventChat
    """The chat that it is in."""

    created_at: datetime
    """When the poll was created."""

    direction: Direction
    """Which way it went."""

    message_id: str
    """The message that is the poll."""

    poll: Poll
    """Its options and votes."""

    service: ServiceType
    """The service that carried it."""

    updated_at: datetime
    """When the poll last changed."""

    delivered_at: datetime | None
    """When it was delivered; absent before that."""

    read_at: datetime | None
    """When it was read; absent before that."""

    sender_handle: ChatHandle | None
    """Who sent the poll."""

    sent_at: datetime | None
    """When it was sent."""

    zero_retention: bool | None
    """Whether the line is under zero-day retention: the options' texts are then empty."""


class PollFailedData(Model):
    """A poll of yours, or a change of one, could not be sent."""

    __slots__ = ()

    chat: EventChat
    """The chat that it was meant for."""

    direction: Direction
    """Which way it was to go."""

    error: PollFailedError
    """Why it failed."""

    failed_at: datetime
    """When that was noticed."""

    message_id: str
    """The message that is the poll."""

    poll: Poll
    """The poll as it was then."""

    service: ServiceType
    """The service that it was tried on."""

    sender_handle: ChatHandle | None
    """Absent: nothing was sent."""

    zero_retention: bool | None
    """Whether the line is under zero-day retention: the options' texts are then empty."""


class PollFailedError(Model):
    """Why a poll could not be sent."""

    __slots__ = ()

    code: int
    """One of 3007, 4001, 4002, and 4005 to 4008."""

    message: str
    """The same in words."""


class PollReceivedData(Model):
    """Somebody sent a poll to your line."""

    __slots__ = ()

    chat: EventChat
    """The chat that it is in."""

    created_at: datetime
    """When the poll was created."""

    direction: Direction
    """Which way it went."""

    message_id: str
    """The message that is the poll."""

    poll: Poll
    """The poll as it arrived: no votes yet."""

    received_at: datetime
    """When it arrived."""

    service: ServiceType
    """The service that carried it."""

    updated_at: datetime
    """When the poll last changed."""

    sender_handle: ChatHandle | None
    """Who made the poll."""

    zero_retention: bool | None
    """Whether the line is under zero-day retention. The options' texts are here all the same, and nowhere else later.
    """


class PollUpdatedData(Model):
    """Options were added to a poll. None is ever changed or removed."""

    __slots__ = ()

    added_options: list[PollResultOption]
    """The new options, and only those. Who added one is in its `creator_handle`."""

    chat: EventChat
    """The chat that the poll is in."""

    direction: Direction
    """Which way the change went."""

    message_id: str
    """The message that is the poll."""

    sender_handle: ChatHandle
    """Your line, whichever way the change went; not who added the options."""

    service: ServiceType
    """The service that carried it."""

    zero_retention: bool | None
    """Whether the line is under zero-day retention: the texts of options that you added are then empty, those of others
    are not.
    """


class PollVoteData(Model):
    """Somebody voted for an option of a poll, or took the vote back."""

    __slots__ = ()

    chat: EventChat
    """The chat that the poll is in."""

    direction: Direction
    """Which way the vote went."""

    message_id: str
    """The message that is the poll."""

    option_id: str
    """The option."""

    sender_handle: ChatHandle
    """Who voted."""

    service: ServiceType
    """The service that carried it."""

    zero_retention: bool | None
    """Whether the line is under zero-day retention. Votes are kept all the same."""


class ReactionEventBase(Model):
    """Somebody reacted to a message or a poll, or took a reaction back."""

    __slots__ = ()

    is_from_me: bool
    """Whether that was you."""

    reaction_type: ReactionType
    """How they reacted."""

    chat_id: str | None
    """The chat."""

    custom_emoji: str | None
    """The emoji of a `"custom"` reaction."""

    from_: str | None
    """Deprecated by the API in favour of `from_handle`: the handle of who reacted."""

    from_handle: ChatHandle | None
    """Who reacted."""

    message_id: str | None
    """The message that was reacted to."""

    part_index: int | None
    """Which of its parts, counted from 0."""

    reacted_at: datetime | None
    """When the reaction was added or removed."""

    reaction_id: str | None
    """Names the reaction: stickers pile up, and this tells one on a message from another when it is moved."""

    service: ServiceType | None
    """The service that carried it."""

    sticker: Sticker | None
    """The image of a `"sticker"` reaction."""


class TextChange(Model):
    """A text that changed."""

    __slots__ = ()

    from_: str | None
    """The text before; absent if there was none."""

    to: str | None
    """The text now; absent if it was taken away."""


class TypingIndicatorData(Model):
    """Somebody is typing, or stopped."""

    __slots__ = ()

    chat_id: str
    """The chat."""

    actor_handle: ChatHandle | None
    """Who."""
