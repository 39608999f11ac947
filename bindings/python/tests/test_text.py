"""Text with decorations."""

from __future__ import annotations

import copy
import pickle

import pytest
from helpers import UNKNOWN

from linq_client import InvalidArgumentError, Text
from linq_client.text import utf16_range


def test_ranges_of_decorations() -> None:
    text = Text("Hi ").bold("\U0001f382").plain(" ").styled("both", "bold", "italic").animated("!", "shake")
    assert str(text) == text.value == "Hi \U0001f382 both!"
    assert text.part() == {
        "type": "text",
        "value": "Hi \U0001f382 both!",
        "text_decorations": [
            {"range": [3, 5], "style": "bold"},
            {"range": [6, 10], "style": "bold"},
            {"range": [6, 10], "style": "italic"},
            {"range": [10, 11], "animation": "shake"},
        ],
    }


def test_text_is_immutable() -> None:
    begun = Text("Hi")
    assert begun.bold("!") == Text("Hi").bold("!")
    assert begun == Text("Hi")
    assert (begun + "!").value == "Hi!"


def test_copy_and_pickle() -> None:
    text = Text("Hi ").bold("\U0001f382").mention("Ann", "+12052499136")
    for again in (copy.copy(text), copy.deepcopy(text), pickle.loads(pickle.dumps(text))):
        assert again == text
        assert again.bold("!").part() == text.bold("!").part()


def test_mentions_and_stickers() -> None:
    assert Text().mention("Ann", "+12052499136").part() == {
        "type": "text",
        "value": "Ann",
        "mention": "+12052499136",
        "mention_range": [0, 3],
    }
    sticker = Text().sticker("*", attachment_id=UNKNOWN).part()
    assert sticker["inline_stickers"] == [{"range": [0, 1], "attachment_id": UNKNOWN}]
    with pytest.raises(InvalidArgumentError) as caught:
        Text().mention("Ann", "ann")
    assert caught.value.path == "participant"
    with pytest.raises(ValueError, match="sticker: must have exactly one of"):
        Text().sticker("*")


def test_split() -> None:
    text = Text("\U0001f382 one ").bold("two three").plain(" four ").mention("Ann", "+12052499136").plain("!")
    first, second = text.split(18)
    assert (first.value, second.value) == ("\U0001f382 one two three ", "four Ann!")
    assert first.part()["text_decorations"] == [{"range": [7, 16], "style": "bold"}]
    assert "mention" not in first.part()
    assert second.part() == {
        "type": "text",
        "value": "four Ann!",
        "mention": "+12052499136",
        "mention_range": [5, 8],
    }
    assert text.split() == [text]

    long = "Once upon a time, there was a cake. \U0001f382\n\n" * 1_000
    texts = Text(long).split()
    assert "".join(map(str, texts)) == long
    assert all(len(text.value) <= 10_000 and text.value.endswith("\n\n") for text in texts)


@pytest.mark.parametrize("max_characters", [0, -1, 10_001])
def test_split_needs_a_valid_maximum(max_characters: int) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        Text("Hi").split(max_characters)
    assert caught.value.path == "max_characters"


def test_split_keeps_a_decoration_whole() -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        Text("Hi ").bold("x" * 10_001).split()
    assert caught.value.path == "text_decorations[0].range"


def test_utf16_range() -> None:
    assert utf16_range("a\U0001f382b", "b") == (3, 4)
    assert utf16_range("a", "b") is None
