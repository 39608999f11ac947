# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from ..._options import SequenceNotStr
from .._models.shared import BackgroundStyle, BackgroundType
from .shared import MessageContentParam, PollOptionParam


class _PollParamRequired(TypedDict):
    options: Iterable[PollOptionParam]
    """What can be voted for. More can be added later, but none changed or taken away."""


class PollParam(_PollParamRequired, total=False):
    """A poll to send: two options or more, made from a list of texts. It has no title; send that as a message."""

    idempotency_key: str
    """What makes a repeated send harmless; made by the client if absent."""


class _ChatCreateParamsRequired(TypedDict):
    from_: str
    """The line that sends, one of yours."""

    message: MessageContentParam
    """The first message."""

    to: SequenceNotStr[str]
    """Who is to be in the chat besides you: 1 to 31 phone numbers or e-mail addresses."""


class ChatCreateParams(_ChatCreateParamsRequired, total=False):
    """The keyword arguments of `client.chats.create`."""

    override_optout: bool
    """Sends although the recipient opted out (code 2024). Only with their renewed consent."""


class ChatUpdateParams(TypedDict, total=False):
    """The keyword arguments of `client.chats.update`."""

    display_name: str
    """The name that every member sees."""

    group_chat_icon: str
    """The public `https` URL of the image that every member sees."""


class ChatListChatsParams(TypedDict, total=False):
    """The keyword arguments of `client.chats.list_chats`."""

    cursor: str
    """Where the page starts: the `next_cursor` of the page before."""

    from_: str
    """Only chats of this line of yours."""

    limit: int
    """How many items a page holds: 1 to 100, 20 unless told otherwise."""

    to: str
    """Only chats that this phone number or e-mail address is in."""


class ChatSendVoicememoParams(TypedDict, total=False):
    """The keyword arguments of `client.chats.send_voicememo`."""

    attachment_id: str
    """A sound that was uploaded ahead; either this or `voice_memo_url`."""

    override_optout: bool
    """Sends although the recipient opted out (code 2024). Only with their renewed consent."""

    voice_memo_url: str
    """Where the server downloads the sound: an `https` URL that needs no login."""


class _BackgroundSetParamsRequired(TypedDict):
    type: BackgroundType
    """What kind it is."""


class BackgroundSetParams(_BackgroundSetParamsRequired, total=False):
    """The keyword arguments of `client.chats.background.set`."""

    shades: SequenceNotStr[str]
    """The two colours of a custom gradient, top and bottom, such as `#F2C4E1`."""

    image_url: str
    """A photo's address: an `https` URL of a JPEG, PNG, HEIC or WebP image."""

    style: BackgroundStyle
    """The animation: a sky, water or northern lights."""

    variant: str
    """Which colour, or which kind of the animation. Without one, a colour is `custom`."""


class LocationStopParams(TypedDict):
    """The keyword arguments of `client.chats.location.stop`."""

    handle: str
    """Whose: a phone number or an e-mail address."""


class MessageListParams(TypedDict, total=False):
    """The keyword arguments of `client.chats.messages.list`."""

    cursor: str
    """Where the page starts: the `next_cursor` of the page before."""

    limit: int
    """How many items a page holds: 1 to 100, 20 unless told otherwise."""


class _MessageSendParamsRequired(TypedDict):
    message: MessageContentParam
    """What to send."""


class MessageSendParams(_MessageSendParamsRequired, total=False):
    """The keyword arguments of `client.chats.messages.send`."""

    override_optout: bool
    """Sends although the recipient opted out (code 2024). Only with their renewed consent."""


class ParticipantAddParams(TypedDict):
    """The keyword arguments of `client.chats.participants.add`."""

    handle: str
    """Whom to add: a phone number or an e-mail address."""


class ParticipantRemoveParams(TypedDict):
    """The keyword arguments of `client.chats.participants.remove`."""

    handle: str
    """Whom to take out: a phone number or an e-mail address."""


class PollCreateParams(TypedDict):
    """The keyword arguments of `client.chats.polls.create`."""

    poll: PollParam
    """What can be voted for: two options or more."""
