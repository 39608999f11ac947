"""Text with decorations, put together piece by piece, so that nobody counts UTF-16 units.

    from linq_client import Text

    hello = Text("Hi ").bold("Ann").animated("!", "shake")
    linq.chats.messages.send(chat.id, message={"parts": [hello.part()]})
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ._native import TextPieces, utf16_range

if TYPE_CHECKING:
    from .types import TextPartParam

__all__ = ["Text", "utf16_range"]


class Text:
    """Words, plain or decorated. Every method gives a new text with a piece more.

    Decorations and stickers show on iMessage only; over RCS and SMS the bare words arrive.
    """

    __slots__ = ("_pieces",)

    def __init__(self, words: str = "") -> None:
        self._pieces = TextPieces().styled(words, [])

    def plain(self, words: str) -> Text:
        """Adds words as they are."""
        return self._with(self._pieces.styled(words, []))

    def bold(self, words: str) -> Text:
        """Adds bold words."""
        return self.styled(words, "bold")

    def italic(self, words: str) -> Text:
        """Adds slanted words."""
        return self.styled(words, "italic")

    def strikethrough(self, words: str) -> Text:
        """Adds words with a line through them."""
        return self.styled(words, "strikethrough")

    def underline(self, words: str) -> Text:
        """Adds words with a line under them."""
        return self.styled(words, "underline")

    def styled(self, words: str, *styles: str) -> Text:
        """Adds words in several styles at once: `bold`, `italic`, `strikethrough`, `underline`."""
        return self._with(self._pieces.styled(words, list(styles)))

    def animated(self, words: str, animation: str) -> Text:
        """Adds words that move: `big`, `small`, `shake`, `nod`, `explode`, `ripple`, `bloom`, `jitter`."""
        return self._with(self._pieces.animated(words, animation))

    def mention(self, name: str, participant: str) -> Text:
        """Adds the name of a participant, without an `@`, who is notified. Once a part, in group chats only.

        Raises:
            InvalidArgumentError: The participant is no phone number and no e-mail address.
        """
        return self._with(self._pieces.mention(name, participant))

    def sticker(self, stand_in: str, *, attachment_id: str | None = None, url: str | None = None) -> Text:
        """Adds a sticker, and what is sent in its place over RCS and SMS, such as an emoji.

        Raises:
            ValueError: It has not exactly one of `attachment_id` and `url`.
        """
        return self._with(self._pieces.sticker(stand_in, attachment_id, url))

    @property
    def value(self) -> str:
        """The words alone."""
        return self._pieces.value

    def part(self) -> TextPartParam:
        """The text part, for the `parts` of a message."""
        return cast("TextPartParam", self._pieces.part())

    def _with(self, pieces: TextPieces) -> Text:
        text = object.__new__(Text)
        text._pieces = pieces
        return text

    def __add__(self, words: str) -> Text:
        return self.plain(words)

    def __str__(self) -> str:
        return self.value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self.part() == other.part()

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Text({self.value!r})"

    def model_dump(self, **_options: object) -> TextPartParam:
        """The text part: a message takes the text itself among its `parts`, too."""
        return self.part()
