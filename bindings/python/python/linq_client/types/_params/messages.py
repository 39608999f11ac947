# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from ..._options import SequenceNotStr
from .._models.messages import AddOrRemove, SortOrder
from .._models.shared import ReactionType
from .shared import ExperienceParam, IMessageAppLayoutParam, IMessageAppParam, MessageContentParam, PollOptionParam


class ContinuationMessageParam(TypedDict):
    """What is sent instead of a message when its recipients have to be written to from another line than before: words
    only.
    """

    text: str
    """The words."""


class StickerPlacementParam(TypedDict, total=False):
    """Where a sticker is on a message, how large and how turned. What is absent stays as it is, or is in the middle, of
    the usual size and upright on a new sticker.
    """

    rotation: float
    """Clockwise, in degrees."""

    scale: float
    """How large: 0.05 to 2.5, and what is beyond counts as that. The usual is 1 for an image and 0.5 for an emoji."""

    x: float
    """From -1, far left, to 1, far right."""

    y: float
    """From -1, at the top, to 1, at the bottom."""


class _MessageCreateParamsRequired(TypedDict):
    message: MessageContentParam
    """What to send."""

    to: SequenceNotStr[str]
    """To whom: 1 to 31 phone numbers or e-mail addresses, in any order."""


class MessageCreateParams(_MessageCreateParamsRequired, total=False):
    """The keyword arguments of `client.messages.create`."""

    exclude_from: SequenceNotStr[str]
    """Lines that are not to be chosen for a new chat. One that is there already stays on its line."""

    continuation_message: ContinuationMessageParam
    """What to send instead if the recipients had a chat on a line that cannot send any more: they hear from a number
    that is new to them.
    """

    override_optout: bool
    """Sends although the recipient opted out (code 2024). Only with their renewed consent."""

    idempotency_key: str
    """What makes a repeated send harmless; made by the client if absent. It is put into the message too, where the API
    looks first.
    """


class _MessageUpdateParamsRequired(TypedDict):
    text: str
    """The new words, 1 to 10,000 characters."""


class MessageUpdateParams(_MessageUpdateParamsRequired, total=False):
    """The keyword arguments of `client.messages.update`."""

    part_index: int
    """Which of its parts, counted from 0; the first unless told otherwise."""


class _MessageAddReactionParamsRequired(TypedDict):
    operation: AddOrRemove
    """Whether to react or to take a reaction back."""

    type: ReactionType
    """How."""


class MessageAddReactionParams(_MessageAddReactionParamsRequired, total=False):
    """The keyword arguments of `client.messages.add_reaction`."""

    attachment_id: str
    """The image of a sticker, uploaded ahead."""

    custom_emoji: str
    """The emoji of a `custom` reaction."""

    emoji: str
    """The emoji that is the sticker."""

    part_index: int
    """Which part of the message, counted from 0; the first unless told otherwise."""

    placement: StickerPlacementParam
    """Where a sticker goes, how large and how turned."""

    url: str
    """The image of a sticker: the `download_url` of an upload."""


class MessageListMessagesThreadParams(TypedDict, total=False):
    """The keyword arguments of `client.messages.list_messages_thread`."""

    cursor: str
    """Where the page starts: the `next_cursor` of the page before."""

    limit: int
    """How many items a page holds: 1 to 100, 20 unless told otherwise."""

    order: SortOrder
    """Which messages come first; the oldest unless told otherwise."""


class _MessageUpdateAppCardParamsRequired(TypedDict):
    layout: IMessageAppLayoutParam
    """What the card is to show."""


class MessageUpdateAppCardParams(_MessageUpdateAppCardParamsRequired, total=False):
    """The keyword arguments of `client.messages.update_app_card`."""

    app: IMessageAppParam
    """The app behind the card, which cannot change."""

    experience: ExperienceParam
    """An action of an experience, in place of a `url`."""

    fallback_text: str
    """What is shown where the card cannot be; the caption unless told otherwise."""

    interactive: bool
    """Whether recipients who have the app see its live view, which they do unless told otherwise, whatever was said of
    the card before.
    """

    url: str
    """What the app is handed when the card is tapped."""


class MessageUpdateStickerPlacementParams(TypedDict):
    """The keyword arguments of `client.messages.update_sticker_placement`."""

    message_id: str
    """The message."""

    placement: StickerPlacementParam
    """Where it goes, how large and how turned."""


class PollAddOptionsParams(TypedDict):
    """The keyword arguments of `client.messages.poll.add_options`."""

    options: Iterable[PollOptionParam]
    """What to add: one option or more."""


class PollVoteParams(TypedDict):
    """The keyword arguments of `client.messages.poll.vote`."""

    operation: AddOrRemove
    """Whether to vote or to take the vote back."""

    option_id: str
    """The option."""
