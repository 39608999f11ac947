"""Text with decorations, built piece by piece, with ranges computed in UTF-16 code units.

    from linq_client import Text

    hello = Text("Hi ").bold("Ann").animated("!", "shake")
    linq.chats.messages.send(chat.id, message={"parts": [hello.part()]})
"""

from __future__ import annotations

from typing import cast

from ._native import TextPieces, utf16_range
from .types import TextPartParam

__all__ = ["Text", "utf16_range"]


class Text:
    """An immutable text with decorations. Each method returns a new text with a piece appended.

    Decorations and stickers are shown on iMessage only; RCS and SMS recipients get the plain text.
    """

    __slots__ = ("_pieces",)

    def __init__(self, text: str = "") -> None:
        self._pieces = TextPieces().styled(text, [])

    def plain(self, text: str) -> Text:
        """Appends plain text."""
        return self._with(self._pieces.styled(text, []))

    def bold(self, text: str) -> Text:
        """Appends bold text."""
        return self.styled(text, "bold")

    def italic(self, text: str) -> Text:
        """Appends italic text."""
        return self.styled(text, "italic")

    def strikethrough(self, text: str) -> Text:
        """Appends struck-through text."""
        return self.styled(text, "strikethrough")

    def underline(self, text: str) -> Text:
        """Appends underlined text."""
        return self.styled(text, "underline")

    def styled(self, text: str, *styles: str) -> Text:
        """Appends text in several styles: `bold`, `italic`, `strikethrough`, `underline`."""
        return self._with(self._pieces.styled(text, list(styles)))

    def animated(self, text: str, animation: str) -> Text:
        """Appends animated text: `big`, `small`, `shake`, `nod`, `explode`, `ripple`, `bloom`, `jitter`."""
        return self._with(self._pieces.animated(text, animation))

    def mention(self, name: str, participant: str) -> Text:
        """Appends a mention of a participant, who is notified; at most once in a part, in group chats only.

        Args:
            name: The participant's name, without an `@`.
            participant: The participant's phone number (E.164) or e-mail address.

        Raises:
            InvalidArgumentError: The participant is not a phone number or e-mail address.
        """
        return self._with(self._pieces.mention(name, participant))

    def sticker(self, fallback: str, *, attachment_id: str | None = None, url: str | None = None) -> Text:
        """Appends a sticker. RCS and SMS recipients get `fallback` instead, such as an emoji.

        Raises:
            ValueError: Not exactly one of `attachment_id` and `url` is given.
        """
        return self._with(self._pieces.sticker(fallback, attachment_id, url))

    @property
    def value(self) -> str:
        """The plain text, without decorations."""
        return self._pieces.value

    def part(self) -> TextPartParam:
        """Returns the text part, for the `parts` of a message."""
        return cast("TextPartParam", self._pieces.part())

    def split(self, max_characters: int | None = None) -> list[Text]:
        """Returns texts that fit into messages. Joined, they are this text: no character is removed.

        The text is cut at paragraphs, lines, sentences or words, preferably, and always between grapheme clusters; never
        inside a decoration, a sticker or a mention, whose ranges are those of their new text. A text that is short enough is
        returned unchanged.

        Args:
            max_characters: Maximum number of characters of a text; 10,000 by default, which is also the maximum of a message.

        Raises:
            InvalidArgumentError: A decoration, a sticker, a mention or a grapheme cluster is longer than the maximum.
        """
        return [self._with(pieces) for pieces in self._pieces.split(max_characters)]

    def _with(self, pieces: TextPieces) -> Text:
        copy = object.__new__(Text)
        copy._pieces = pieces
        return copy

    def __add__(self, text: str) -> Text:
        return self.plain(text)

    def __str__(self) -> str:
        return self.value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self.part() == other.part()

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Text({self.value!r})"

    def model_dump(self, **_options: object) -> TextPartParam:
        """Returns the text part, so that a `Text` itself can be one of a message's `parts`."""
        return self.part()
