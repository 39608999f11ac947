"""Samples of the official documentation, unchanged except for the import."""

import pytest

GROUP = '''
from linq_client import LinqAPIV3

client = LinqAPIV3()

chat = client.chats.create(
    from_="+12223334444",
    to=["+15556667777", "+18889990000"],
    message={
        "parts": [{"type": "text", "value": "Welcome to the group!"}]
    },
)
chat_id = chat.chat.id

client.chats.update(
    chat_id,
    display_name="Project Team",
    group_chat_icon="https://cdn.example.com/team-icon.png",
)
'''

README = '''
import os
from linq_client import LinqAPIV3

client = LinqAPIV3(
    api_key=os.environ.get("LINQ_API_V3_API_KEY"),  # This is the default and can be omitted
)

chat = client.chats.create(
    from_="+12052535597",
    message={"parts": [{"type": "text", "value": "Hello! How can I help you today?"}]},
    to=["+12052532136"],
)
print(chat.chat)
'''

README_ASYNC = '''
import os
import asyncio
from linq_client import AsyncLinqAPIV3

client = AsyncLinqAPIV3(
    api_key=os.environ.get("LINQ_API_V3_API_KEY"),  # This is the default and can be omitted
)

async def main() -> None:
    chat = await client.chats.create(
        from_="+12223334444",
        message={"parts": [{"type": "text", "value": "Hello! How can I help you today?"}]},
        to=["+12052532136"],
    )
    print(chat.chat)

asyncio.run(main())
'''


@pytest.fixture
def environment(emulator, monkeypatch):
    monkeypatch.setenv("LINQ_API_V3_API_KEY", "any-key")
    monkeypatch.setenv("LINQ_API_V3_BASE_URL", emulator.url)


def test_group_chat_sample(environment, emulator):
    names = {}
    exec(compile(GROUP, "sample", "exec"), names)
    chat = names["client"].chats.retrieve(names["chat_id"])
    assert (chat.display_name, len(chat.handles), chat.is_group) == ("Project Team", 3, True)
    assert [message["text"] for message in emulator.messages()] == [["Welcome to the group!"]]


@pytest.mark.parametrize("sample", [README, README_ASYNC], ids=["sync", "async"])
def test_readme_sample(environment, emulator, sample, capsys):
    exec(compile(sample.replace("+12052535597", "+12223334444"), "sample", "exec"), {})
    assert "Chat(id=" in capsys.readouterr().out
    assert [message["text"] for message in emulator.messages()] == [["Hello! How can I help you today?"]]
