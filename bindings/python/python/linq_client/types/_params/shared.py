# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, TypeAlias, TypedDict

from .._models.shared import EffectKind, ServiceType, TextAnimation, TextStyle


class _IMessageAppPartParamRequired(TypedDict):
    type: Literal["imessage_app"]
    """What kind of part it is."""

    app: IMessageAppParam
    """The app behind the card."""

    layout: IMessageAppLayoutParam
    """What the card shows."""


class IMessageAppPartParam(_IMessageAppPartParamRequired, total=False):
    """A card of an iMessage app (a Messages extension), which its recipient can tap. It is the only part of its
    message, and goes over iMessage or not at all.
    """

    fallback_text: str
    """What is shown where the card cannot be, such as on the lock screen; the caption if absent."""

    interactive: bool
    """Whether recipients who have the app see its live view, which they do if absent. All others see the layout."""

    url: str
    """What the app is handed when the card is tapped: an `https` URL of at most 2,048 characters, or a `data:` URL of
    at most 16,384.
    """


class IMessageAppLayoutParam(TypedDict, total=False):
    """What a card of an iMessage app shows: a caption of some kind or an image, else it is an empty bubble."""

    caption: str
    """Top left, bold."""

    image_subtitle: str
    """Over the image, below its title; refused without an image."""

    image_title: str
    """Over the image, bold; refused without an image."""

    image_url: str
    """The address of the image at the top: JPEG, PNG, HEIF or WebP. The recipient has to have written in the chat
    before.
    """

    subcaption: str
    """Left, below the caption."""

    trailing_caption: str
    """Top right."""

    trailing_subcaption: str
    """Right, below the trailing caption."""


class _AppClipPartParamRequired(TypedDict):
    type: Literal["app_clip"]
    """What kind of part it is."""

    value: str
    """An `https` link whose page is a registered App Clip: yours, or the `checkout_url` of a payment request."""


class AppClipPartParam(_AppClipPartParamRequired, total=False):
    """A card that opens an App Clip, such as a checkout by Apple Pay. It is the only part of its message, and goes over
    iMessage or not at all.
    """

    caption: str
    """What its button says; `Tap open` if absent."""


class MessageEffectParam(TypedDict, total=False):
    """What a message does on the recipient's screen as it arrives (iMessage only), one a message."""

    type: EffectKind
    """Where it plays."""

    name: str
    """What it is called, such as `confetti`."""


class _ExperienceParamRequired(TypedDict):
    action: str
    """What the experience can do, such as `request_payment`."""

    name: str
    """The experience, such as `agentpay`."""


class ExperienceParam(_ExperienceParamRequired, total=False):
    """A card of Linq's own iMessage app, such as a payment request, in place of a message's parts. It goes to one
    recipient, over iMessage only.

    What there is, and which parameters it takes, is told by `client.experiences`.
    """

    params: Any
    """The action's parameters, by name. One that the action does not have is refused."""


class _InlineStickerParamRequired(TypedDict):
    range: Iterable[int]
    """The words that the sticker covers."""


class InlineStickerParam(_InlineStickerParamRequired, total=False):
    """A sticker in the line with the words, in place of some of them; from a URL or uploaded ahead, exactly one of the
    two.

    The words that it covers are hidden on iMessage. Over RCS and SMS they are sent in its place.
    """

    url: str
    """The `download_url` of an upload."""

    attachment_id: str
    """An image uploaded ahead."""


class LinkPartParam(TypedDict):
    """A URL, shown as a card with the page's title and picture. It is the only part of its message, and not in the
    first message of a chat.

    For a URL without a card, write it in a `TextPartParam`.
    """

    type: Literal["link"]
    """What kind of part it is."""

    value: str
    """The URL: `https://` or `http://`, at most 2,048 characters."""


class _MediaPartParamRequired(TypedDict):
    type: Literal["media"]
    """What kind of part it is."""


class MediaPartParam(_MediaPartParamRequired, total=False):
    """An image, a video, a sound or any other file, from a URL or uploaded ahead; exactly one of the two.

    Of the media given by public URL a message takes at most 40; those uploaded ahead count only towards its 100 parts.
    """

    url: str
    """Where the server downloads the file, at most 10 MB: an `https://` URL that needs no login."""

    attachment_id: str
    """A file uploaded ahead, at most 100 MB. Spares the download on every send."""

    sticker: bool
    """Whether an image goes as a sticker: without a bubble, its background cut away, free to be moved onto other
    messages (iMessage only; over RCS and SMS it stays a photo).
    """


class MessageContentParam(TypedDict, total=False):
    """A message to send: what it says, not where it goes."""

    parts: Iterable[MessagePartParam]
    """The pieces, 1 to 100, in their order. Text parts do not follow each other, and a link or a card stands alone."""

    effect: MessageEffectParam
    """What the message does as it arrives (iMessage only)."""

    experience: ExperienceParam
    """A card of Linq's own iMessage app, in place of parts."""

    reply_to: ReplyToParam
    """The message that this one answers."""

    preferred_service: ServiceType
    """Which network carries it. `IMessage`: that or nothing. `Rcs` and `Sms`: RCS where possible, else SMS, never
    iMessage. Absent: the best of the three that the recipient has.
    """

    idempotency_key: str
    """What makes a repeated send harmless; made by the client if absent."""


class _IMessageAppParamRequired(TypedDict):
    bundle_id: str
    """The bundle identifier of the app's Messages extension, without a `:`."""

    name: str
    """The app's name."""

    team_id: str
    """The developer's team: 10 upper-case letters and digits."""


class IMessageAppParam(_IMessageAppParamRequired, total=False):
    """The iMessage app behind a card."""

    app_store_id: int
    """The app in the App Store, offered to recipients who do not have it."""


class PollOptionParam(TypedDict):
    """Something to vote for."""

    text: str
    """What it says."""


class _ReplyToParamRequired(TypedDict):
    message_id: str
    """The message."""


class ReplyToParam(_ReplyToParamRequired, total=False):
    """The message that is answered, in a thread of its own."""

    part_index: int
    """Which of its parts, counted from 0; the first one if absent."""


class _TextPartParamRequired(TypedDict):
    type: Literal["text"]
    """What kind of part it is."""

    value: str
    """The words, 1 to 10,000 characters."""


class TextPartParam(_TextPartParamRequired, total=False):
    """Words, plain or decorated.

    Sent as it is: Markdown stays Markdown. Decorations and stickers show on iMessage only; over RCS and SMS the bare
    words arrive.
    """

    text_decorations: Iterable[TextDecorationParam]
    """What some of the words look like."""

    inline_stickers: Iterable[InlineStickerParam]
    """The stickers among the words: at most 100, of at most 10 different images, and not together with a mention."""

    mention: str
    """The participant whom the words call, in group chats only. iMessage notifies them even if they muted the chat."""

    mention_range: Iterable[int]
    """The words that stand for the mentioned participant; all of them if absent."""


class _TextDecorationParamRequired(TypedDict):
    range: Iterable[int]
    """Which words."""


class TextDecorationParam(_TextDecorationParamRequired, total=False):
    """A style or an animation of some words of a text part (iMessage only; over RCS and SMS the text arrives without
    it).
    """

    style: TextStyle
    """How they look. Ranges with styles may overlap each other."""

    animation: TextAnimation
    """How they move, instead of `style`. A range with an animation overlaps no other."""


MessagePartParam: TypeAlias = "TextPartParam | MediaPartParam | LinkPartParam | IMessageAppPartParam | AppClipPartParam"
"""One piece of a message that is sent. The pieces arrive in their order."""
