# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from ..._native import Model
from .unknown import UnknownPart

BackgroundStyle: TypeAlias = Literal["sky", "water", "aurora", "glitter"] | str
"""The animation of a chat's background.

A value that this version does not know is a `str` like any other.

- `"sky"`: A sky.
- `"water"`: Water.
- `"aurora"`: Northern lights.
- `"glitter"`: Glitter: seen on chats, but not to be set.
"""

BackgroundType: TypeAlias = Literal["color", "dynamic", "photo"] | str
"""The kind of a chat's background.

A value that this version does not know is a `str` like any other.

- `"color"`: A colour, or a gradient between two.
- `"dynamic"`: An animation.
- `"photo"`: A photo.
"""

ChatHealth: TypeAlias = Literal["HEALTHY", "AT_RISK", "CRITICAL", "OPTED_OUT"] | str
"""How well a conversation goes, in one word.

A value that this version does not know is a `str` like any other.

- `"HEALTHY"`: Nothing is wrong. Chats start here.
- `"AT_RISK"`: Signs of low engagement or bad delivery.
- `"CRITICAL"`: Strong signs of that.
- `"OPTED_OUT"`: The recipient sent an opt-out word, such as `STOP`, in this chat. Until they write again, sends to them
  are refused with code 2024 in all of your chats and on all of your lines, whatever the other chats' status says.
  Groups are never opted out.
"""

DeliveryStatus: TypeAlias = Literal["pending", "queued", "sent", "delivered", "received", "read", "failed"] | str
"""How far a message got.

A value that this version does not know is a `str` like any other.

- `"pending"`: Taken on.
- `"queued"`: Waiting to be sent.
- `"sent"`: Sent.
- `"delivered"`: Arrived at the recipient.
- `"received"`: Arrived from the other side.
- `"read"`: Read by the recipient.
- `"failed"`: Not sent.
"""

EffectKind: TypeAlias = Literal["screen", "bubble"] | str
"""Where an effect plays.

A value that this version does not know is a `str` like any other.

- `"screen"`: All over the screen.
- `"bubble"`: On the message's own bubble.
"""

WebhookEventType: TypeAlias = Literal[
    "message.sent",
    "message.received",
    "message.read",
    "message.delivered",
    "message.failed",
    "message.edited",
    "reaction.added",
    "reaction.removed",
    "poll.received",
    "poll.failed",
    "poll.sent",
    "poll.delivered",
    "poll.read",
    "poll.updated",
    "poll.vote.added",
    "poll.vote.removed",
    "poll.reaction.added",
    "participant.added",
    "participant.removed",
    "chat.created",
    "chat.group_name_updated",
    "chat.group_icon_updated",
    "chat.group_name_update_failed",
    "chat.group_icon_update_failed",
    "chat.background_updated",
    "chat.background_update_failed",
    "chat.typing_indicator.started",
    "chat.typing_indicator.stopped",
    "phone_number.status_updated",
    "phone_number.assigned",
    "phone_number.released",
    "contact_card.received",
    "call.initiated",
    "call.ringing",
    "call.answered",
    "call.ended",
    "call.failed",
    "call.declined",
    "call.no_answer",
    "location.sharing.started",
    "location.sharing.stopped",
    "payment.succeeded",
    "payment.canceled",
    "payment.expired",
    "payment.declined",
    "payment.authorized",
    "connection.created",
    "connection.revoked",
    "zero_day_retention.updated",
    "phone_number.forwarding_updated",
    "environment.line_moved",
    "contact_card.created",
    "contact_card.updated",
    "contact_card.deleted",
    "api_token.created",
    "api_token.renamed",
    "api_token.expiry_scheduled",
    "api_token.expired",
    "api_token.activated",
    "api_token.deleted",
    "environment.created",
    "environment.renamed",
    "environment.deleted",
    "webhook_subscription.created",
    "webhook_subscription.deleted",
    "webhook_subscription.target_url_changed",
    "webhook_subscription.enabled",
    "webhook_subscription.disabled",
    "webhook_subscription.events.updated",
    "webhook_subscription.phone_numbers.updated",
    "webhook_subscription.routing_headers_set",
    "webhook_subscription.routing_headers_cleared",
    "team_member.added",
    "team_member.signed_in",
    "team_member.signed_out",
] | str
"""What a webhook event is about.

New types are added monthly; one that this version does not know is kept as it came.

A value that this version does not know is a `str` like any other.

- `"message.sent"`: A message of yours was sent.
- `"message.received"`: A message arrived.
- `"message.read"`: A message of yours was read. One-to-one chats only, never SMS.
- `"message.delivered"`: A message of yours arrived. One-to-one chats only, never SMS.
- `"message.failed"`: A message of yours could not be sent. Rarely, it is delivered after all.
- `"message.edited"`: A text part was edited. Only for subscriptions of version 2026-02-03.
- `"reaction.added"`: Somebody reacted to a message.
- `"reaction.removed"`: Somebody took a reaction back.
- `"poll.received"`: A poll arrived.
- `"poll.failed"`: A poll of yours could not be sent.
- `"poll.sent"`: A poll of yours was sent.
- `"poll.delivered"`: A poll of yours arrived.
- `"poll.read"`: A poll of yours was read.
- `"poll.updated"`: Options were added to a poll.
- `"poll.vote.added"`: Somebody voted for an option.
- `"poll.vote.removed"`: Somebody took a vote back.
- `"poll.reaction.added"`: Somebody reacted to a poll.
- `"participant.added"`: Somebody joined a group.
- `"participant.removed"`: Somebody left a group or was removed.
- `"chat.created"`: A chat came into being.
- `"chat.group_name_updated"`: A group's name changed.
- `"chat.group_icon_updated"`: A group's icon changed.
- `"chat.group_name_update_failed"`: A group's name could not be changed.
- `"chat.group_icon_update_failed"`: A group's icon could not be changed.
- `"chat.background_updated"`: A chat's background changed.
- `"chat.background_update_failed"`: A chat's background could not be changed.
- `"chat.typing_indicator.started"`: Somebody is typing.
- `"chat.typing_indicator.stopped"`: Somebody stopped typing.
- `"phone_number.status_updated"`: A line's status changed.
- `"phone_number.assigned"`: A line became yours.
- `"phone_number.released"`: A line is no longer yours.
- `"contact_card.received"`: Somebody shared a contact card with a line of yours.
- `"call.initiated"`: A call was started.
- `"call.ringing"`: A call is ringing.
- `"call.answered"`: A call was answered.
- `"call.ended"`: A call ended.
- `"call.failed"`: A call failed.
- `"call.declined"`: A call was declined.
- `"call.no_answer"`: A call went unanswered.
- `"location.sharing.started"`: Somebody started to share their location.
- `"location.sharing.stopped"`: Somebody stopped sharing their location.
- `"payment.succeeded"`: A payment went through.
- `"payment.canceled"`: A payment was called off.
- `"payment.expired"`: A payment request ran out.
- `"payment.declined"`: A payment was declined.
- `"payment.authorized"`: A payment was authorized.
- `"connection.created"`: A handle was connected to a payment provider.
- `"connection.revoked"`: A handle's connection to a payment provider was revoked.
- `"zero_day_retention.updated"`: Zero-day retention was switched on or off.
- `"phone_number.forwarding_updated"`: A line's call forwarding changed.
- `"environment.line_moved"`: A line moved to another environment.
- `"contact_card.created"`: A line got a contact card.
- `"contact_card.updated"`: A line's contact card changed.
- `"contact_card.deleted"`: A line lost its contact card.
- `"api_token.created"`: An API token was made.
- `"api_token.renamed"`: An API token was renamed.
- `"api_token.expiry_scheduled"`: An API token got an end date.
- `"api_token.expired"`: An API token ran out.
- `"api_token.activated"`: An API token was activated.
- `"api_token.deleted"`: An API token was deleted.
- `"environment.created"`: An environment was made.
- `"environment.renamed"`: An environment was renamed.
- `"environment.deleted"`: An environment was deleted.
- `"webhook_subscription.created"`: A webhook subscription was made.
- `"webhook_subscription.deleted"`: A webhook subscription was deleted.
- `"webhook_subscription.target_url_changed"`: A webhook subscription got another URL.
- `"webhook_subscription.enabled"`: A webhook subscription was switched on.
- `"webhook_subscription.disabled"`: A webhook subscription was switched off.
- `"webhook_subscription.events.updated"`: A webhook subscription listens for other events.
- `"webhook_subscription.phone_numbers.updated"`: A webhook subscription listens for other lines.
- `"webhook_subscription.routing_headers_set"`: A webhook subscription got delivery affinity.
- `"webhook_subscription.routing_headers_cleared"`: A webhook subscription lost its delivery affinity.
- `"team_member.added"`: Somebody joined the team.
- `"team_member.signed_in"`: A team member signed in.
- `"team_member.signed_out"`: A team member signed out.
"""

LineType: TypeAlias = Literal["iMessage", "RCS"] | str
"""What a line can send.

A property of the line that no conversation changes: an iMessage line can carry RCS and SMS conversations too.

A value that this version does not know is a `str` like any other.

- `"iMessage"`: iMessage, RCS and SMS.
- `"RCS"`: RCS and SMS, never iMessage.
"""

ParticipantStatus: TypeAlias = Literal["active", "left", "removed"] | str
"""Whether a participant still takes part in a chat.

A value that this version does not know is a `str` like any other.

- `"active"`: They do.
- `"left"`: They left by themselves.
- `"removed"`: Somebody removed them.
"""

PaymentInterval: TypeAlias = Literal["day", "week", "month", "year"] | str
"""The unit of a subscription's interval.

A value that this version does not know is a `str` like any other.

- `"day"`: Days.
- `"week"`: Weeks.
- `"month"`: Months.
- `"year"`: Years.
"""

PaymentMode: TypeAlias = Literal["payment", "subscription"] | str
"""Whether a recipient pays once or subscribes.

A value that this version does not know is a `str` like any other.

- `"payment"`: They pay once.
- `"subscription"`: They pay again and again, by a recurring price of your Stripe account.
"""

PaymentRail: TypeAlias = Literal["stripe", "natural"] | str
"""What carries the money of a payment request.

A value that this version does not know is a `str` like any other.

- `"stripe"`: Your own Stripe account.
- `"natural"`: The Natural wallet.
"""

ReactionType: TypeAlias = Literal[
    "love",
    "like",
    "dislike",
    "laugh",
    "emphasize",
    "question",
    "custom",
    "sticker",
] | str
"""How somebody reacted to a message.

A value that this version does not know is a `str` like any other.

- `"love"`: A heart.
- `"like"`: Thumbs up.
- `"dislike"`: Thumbs down.
- `"laugh"`: Ha ha.
- `"emphasize"`: Two exclamation marks.
- `"question"`: A question mark.
- `"custom"`: An emoji of their choice.
- `"sticker"`: An image stuck onto the message.
"""

ReputationStatus: TypeAlias = Literal["HEALTHY", "AT_RISK", "CRITICAL"] | str
"""How a line is regarded, in one word.

A value that this version does not know is a `str` like any other.

- `"HEALTHY"`: Nothing is wrong, or the line has not been scored yet.
- `"AT_RISK"`: Low engagement in many chats, or too many new ones in a day: send more slowly.
- `"CRITICAL"`: Messages are not landing: pause sending until the line recovers.
"""

ServiceType: TypeAlias = Literal["iMessage", "SMS", "RCS"] | str
"""The service that carries a message or a conversation.

A message's own service may differ from its chat's, since single messages can be downgraded.

A value that this version does not know is a `str` like any other.

- `"iMessage"`: Apple's iMessage.
- `"SMS"`: SMS, and MMS for media and groups.
- `"RCS"`: Rich Communication Services.
"""

TextAnimation: TypeAlias = Literal["big", "small", "shake", "nod", "explode", "ripple", "bloom", "jitter"] | str
"""How words move.

A value that this version does not know is a `str` like any other.

- `"big"`: The words grow.
- `"small"`: The words shrink.
- `"shake"`: The words shake from side to side.
- `"nod"`: The words nod up and down.
- `"explode"`: The letters burst apart.
- `"ripple"`: A wave runs through the letters.
- `"bloom"`: The letters bloom one after the other.
- `"jitter"`: The letters jitter on the spot.
"""

TextStyle: TypeAlias = Literal["bold", "italic", "strikethrough", "underline"] | str
"""How words look.

A value that this version does not know is a `str` like any other.

- `"bold"`: Heavier letters.
- `"italic"`: Slanted letters.
- `"strikethrough"`: A line through the words.
- `"underline"`: A line under the words.
"""


class AppClipPartResponse(Model):
    """A card that opens an App Clip."""

    __slots__ = ()

    type: Literal["app_clip"]
    """What kind of part it is."""

    value: str
    """The link that it opens."""

    reactions: list[Reaction] | None
    """Reactions to this part; never in events."""

    description: str | None
    """The line below the title, composed by Linq."""

    image_url: str | None
    """The preview image."""

    title: str | None
    """The headline, composed by Linq."""


class ChatHandle(Model):
    """A participant of a chat, you included."""

    __slots__ = ()

    id: str
    """This membership of this chat."""

    handle: str
    """Their phone number (E.164) or e-mail address; a sender may also be a short code."""

    joined_at: datetime
    """When they joined the chat."""

    service: ServiceType
    """The service that reaches them."""

    is_me: bool | None
    """Whether this is your own line."""

    left_at: datetime | None
    """When they left the chat; absent while they are in it."""

    line_type: LineType | None
    """What the line can send; absent for participants who are not lines of yours."""

    status: ParticipantStatus | None
    """Whether they still take part."""


class HealthStatus(Model):
    """How well a conversation goes (beta).

    Many chats at risk on one line make it likelier that the line is flagged. To decide whether a send is allowed, send
    it: a refusal is authoritative, the status is not.
    """

    __slots__ = ()

    doc_url: str
    """The passage of the guide that explains the status."""

    status: ChatHealth
    """The status itself."""

    updated_at: datetime
    """When the status last changed."""


class IMessageApp(Model):
    """An iMessage app."""

    __slots__ = ()

    bundle_id: str
    """The bundle identifier of the app's Messages extension."""

    name: str
    """The app's name."""

    team_id: str
    """The developer's team: 10 upper-case letters and digits."""

    app_store_id: int | None
    """The app in the App Store, offered to recipients who do not have it."""


class IMessageAppLayout(Model):
    """What a card of an iMessage app shows. Events leave out the image and its texts."""

    __slots__ = ()

    caption: str | None
    """Top left, bold."""

    image_subtitle: str | None
    """Over the image, below its title."""

    image_title: str | None
    """Over the image, bold."""

    image_url: str | None
    """The image at the top, as hosted by Linq."""

    subcaption: str | None
    """Left, below the caption."""

    trailing_caption: str | None
    """Top right."""

    trailing_subcaption: str | None
    """Right, below the trailing caption."""


class IMessageAppPartResponse(Model):
    """A card of an iMessage app."""

    __slots__ = ()

    type: Literal["imessage_app"]
    """What kind of part it is."""

    app: IMessageApp
    """The app behind the card."""

    layout: IMessageAppLayout
    """What the card shows."""

    reactions: list[Reaction] | None
    """Reactions to this part; never in events."""

    url: str
    """What the app is handed when the card is tapped."""

    fallback_text: str | None
    """What is shown where the card cannot be."""


class InlineStickerResponse(Model):
    """An image that stands in for characters of a text."""

    __slots__ = ()

    range: list[int]
    """The characters that it hides on iMessage; SMS and RCS show them instead."""

    id: str | None
    """The image's attachment."""

    file_name: str | None
    """The image's file name."""

    mime_type: str | None
    """Its MIME type."""

    url: str | None
    """Where to download it; for an ephemeral attachment a signed address that expires."""


class LinkPartResponse(Model):
    """A link with a preview."""

    __slots__ = ()

    type: Literal["link"]
    """What kind of part it is."""

    value: str
    """The address that it opens."""

    reactions: list[Reaction] | None
    """Reactions to this part; never in events."""


class MediaPartResponse(Model):
    """A file."""

    __slots__ = ()

    type: Literal["media"]
    """What kind of part it is."""

    id: str
    """The attachment's identifier."""

    filename: str
    """The file's name."""

    mime_type: str
    """Its MIME type, such as `image/jpeg`."""

    reactions: list[Reaction] | None
    """Reactions to this part; never in events."""

    size_bytes: int
    """Its size in bytes."""

    url: str
    """Where to download it: a signed address that expires after an hour."""


class Mention(Model):
    """Somebody named in a text."""

    __slots__ = ()

    handle: str
    """Their phone number (E.164) or e-mail address, as the device recorded it."""

    is_me: bool
    """Whether that is your line."""

    range: list[int]
    """The characters that name them."""


class Message(Model):
    """A message of a chat, sent or received."""

    __slots__ = ()

    id: str
    """The message's identifier."""

    chat_id: str
    """The chat that it is in."""

    created_at: datetime
    """When the message was created."""

    delivery_status: DeliveryStatus
    """How far it got."""

    is_delivered: bool
    """Deprecated by the API in favour of `delivery_status`: whether that is `delivered` or `read`."""

    is_from_me: bool
    """Whether you sent it."""

    is_read: bool
    """Deprecated by the API in favour of `delivery_status`."""

    updated_at: datetime
    """When the message last changed."""

    delivered_at: datetime | None
    """When it was delivered; absent before that, in groups and over SMS."""

    effect: MessageEffect | None
    """The iMessage effect that it plays."""

    from_: str | None
    """Deprecated by the API in favour of `from_handle`: the sender's handle."""

    from_handle: ChatHandle | None
    """Who sent it."""

    parts: list[MessagePart] | None
    """What it consists of, in order."""

    preferred_service: ServiceType | None
    """The service that it was asked to go over; absent if none was named."""

    read_at: datetime | None
    """When it was read; absent before that, in groups and over SMS."""

    reconciled_at: datetime | None
    """When it was recovered, if it was not delivered live. `sent_at` is then much earlier, and earlier reads of the
    conversation may not have shown it.
    """

    reply_to: ReplyTo | None
    """The message that it answers."""

    sent_at: datetime | None
    """When it was sent."""

    service: ServiceType | None
    """The service that carried it."""


class MessageEffect(Model):
    """The iMessage effect that a message plays."""

    __slots__ = ()

    name: str | None
    """Such as `confetti` or `slam`."""

    type: EffectKind | None
    """Whether it fills the screen or moves the bubble."""


class MessageSendResponse(Model):
    """The reply to sending a message."""

    __slots__ = ()

    chat_id: str
    """The chat that the message went to."""

    message: SentMessage
    """The message as it was taken on."""


class OperationAccepted(Model):
    """The API took on work whose outcome comes later, by a webhook event."""

    __slots__ = ()

    message: str | None
    """What was queued, in words."""

    status: str | None
    """`accepted`."""

    trace_id: str | None
    """Ties the request to the events that follow from it."""


class PaymentRequestDiscount(Model):
    """A discount as Stripe applied it."""

    __slots__ = ()

    coupon: str | None
    """The coupon's identifier."""

    label: str | None
    """What it is called at checkout."""

    promotion_code: str | None
    """The promotion code's identifier."""


class PaymentRequestNatural(Model):
    """What a payment request is called on the Natural rail."""

    __slots__ = ()

    payment_request_id: str | None
    """The request there (`prq_…`)."""

    transaction_id: str | None
    """The settled transaction (`txn_…`)."""


class PaymentRequestStripe(Model):
    """What belongs to a payment request in your own Stripe account, where a subscription goes on after its first
    payment.
    """

    __slots__ = ()

    customer_id: str | None
    """The customer (`cus_…`)."""

    payment_intent_id: str | None
    """The payment (`pi_…`)."""

    subscription_id: str | None
    """The subscription (`sub_…`)."""


class PollEnvelope(Model):
    """A poll, the message that it is, and how the vote stands."""

    __slots__ = ()

    chat_id: str
    """The chat that it is in."""

    created_at: datetime
    """When it was created."""

    message_id: str
    """The message that the poll is, which names it in every other call."""

    poll: Poll
    """The options and their votes."""

    reactions: list[Reaction]
    """Reactions to the poll as a whole."""

    updated_at: datetime
    """When it last changed."""


class PollOptionVoter(Model):
    """A vote."""

    __slots__ = ()

    handle: str
    """Who voted: a phone number (E.164) or an e-mail address."""

    voted_at: datetime
    """When."""


class PollResultOption(Model):
    """An option of a poll, and who voted for it."""

    __slots__ = ()

    can_be_edited: bool
    """Whether it can be edited."""

    creator_handle: ChatHandle
    """Who added it."""

    option_id: str
    """The option's identifier."""

    text: str
    """What it says."""

    voters: list[PollOptionVoter]
    """Who voted for it."""


class Poll(Model):
    """How the vote stands."""

    __slots__ = ()

    options: list[PollResultOption]
    """The options."""

    total_voters: int
    """How many people voted, each counted once."""


class Reaction(Model):
    """A reaction to a part of a message."""

    __slots__ = ()

    handle: ChatHandle
    """Who reacted."""

    is_me: bool
    """Whether that is you."""

    type: ReactionType
    """How they reacted."""

    id: str | None
    """Names the reaction when its sticker is moved. Stickers from before that was possible have one too, but moving
    them is answered with 404.
    """

    custom_emoji: str | None
    """The emoji of a `"custom"` reaction."""

    sticker: Sticker | None
    """The image of a `"sticker"` reaction."""


class ReplyTo(Model):
    """The message that another one answers."""

    __slots__ = ()

    message_id: str
    """That message."""

    part_index: int | None
    """Which of its parts, counted from 0; absent for the first."""


class SentMessage(Model):
    """A message that the API has just accepted."""

    __slots__ = ()

    id: str
    """The message's identifier."""

    created_at: datetime
    """When the message was created."""

    delivery_status: DeliveryStatus
    """How far it got."""

    is_read: bool
    """Deprecated by the API in favour of `delivery_status`."""

    parts: list[MessagePart]
    """What it consists of, in order."""

    sent_at: datetime | None
    """When it was sent; absent while it waits."""

    delivered_at: datetime | None
    """When it was delivered; absent before that."""

    effect: MessageEffect | None
    """The iMessage effect that it plays."""

    from_handle: ChatHandle | None
    """Who sent it: your line."""

    preferred_service: ServiceType | None
    """The service that it was asked to go over; absent if none was named."""

    reply_to: ReplyTo | None
    """The message that it answers."""

    service: ServiceType | None
    """The service that carries it."""


class Sticker(Model):
    """The image of a sticker."""

    __slots__ = ()

    file_name: str | None
    """Its file name."""

    height: int | None
    """Its height in pixels."""

    mime_type: str | None
    """Its MIME type."""

    url: str | None
    """Where to download it: a signed address that expires after an hour."""

    width: int | None
    """Its width in pixels."""


class TextDecoration(Model):
    """A style or an animation of some words of a text part (iMessage only; over RCS and SMS the text arrives without
    it).
    """

    __slots__ = ()

    range: list[int]
    """Which words."""

    style: TextStyle | None
    """How they look. Ranges with styles may overlap each other."""

    animation: TextAnimation | None
    """How they move, instead of `style`. A range with an animation overlaps no other."""


class TextPartResponse(Model):
    """Text, with what is laid over it. All ranges count UTF-16 code units of `value`."""

    __slots__ = ()

    type: Literal["text"]
    """What kind of part it is."""

    value: str
    """The text."""

    reactions: list[Reaction] | None
    """Reactions to this part; never in events."""

    inline_stickers: list[InlineStickerResponse] | None
    """Stickers within the text, in its order. Only on messages that were sent with them: one that is received comes as
    a media part.
    """

    mention: str | None
    """Deprecated by the API in favour of `mentions`: the first one's handle."""

    mention_range: list[int] | None
    """Deprecated by the API in favour of `mentions`: the first one's range; absent when it is the whole text."""

    mentions: list[Mention] | None
    """Who is mentioned, in the order of the text. iMessage only."""

    text_decorations: list[TextDecoration] | None
    """Styles and animations."""


MessagePart: TypeAlias = (
    TextPartResponse
    | MediaPartResponse
    | LinkPartResponse
    | IMessageAppPartResponse
    | AppClipPartResponse
    | UnknownPart
)
"""A part of a message."""
