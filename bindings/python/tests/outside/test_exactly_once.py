"""Messages are sent exactly once, or the error reports that the call may have taken effect."""

import asyncio
import collections

import linq_client
import pytest

LINE, FRIEND = "+12223334444", "+15556667777"


def text(value):
    return {"parts": [{"type": "text", "value": value}]}


def copies(emulator, value):
    return sum(message["text"] == [value] for message in emulator.messages())


@pytest.fixture
def client(emulator):
    return linq_client.Linq(api_key="test", base_url=emulator.url)


@pytest.fixture
def chat(client):
    return client.chats.create(from_=LINE, to=[FRIEND], message=text("first")).chat.id


def test_lost_response(emulator, client, chat):
    emulator.fault("drop_response", times=2)
    client.chats.messages.send(chat, message=text("once"))
    assert copies(emulator, "once") == 1 and len(emulator.requests("POST")) == 4


def test_lost_response_async(emulator, chat, run):
    emulator.fault("drop_response", times=2)

    async def send():
        async with linq_client.AsyncLinq(api_key="test", base_url=emulator.url) as client:
            await client.chats.messages.send(chat, message=text("once"))

    run(send())
    assert copies(emulator, "once") == 1 and len(emulator.requests("POST")) == 4


def test_lost_response_without_retries_left(emulator, client, chat):
    emulator.fault("drop_response")
    with pytest.raises(linq_client.APIConnectionError) as caught:
        client.with_options(max_retries=1).chats.messages.send(chat, message=text("maybe"))
    assert caught.value.may_have_taken_effect is True and copies(emulator, "maybe") == 1


def test_rejected_message(emulator, client, chat):
    emulator.fault("status", status=409, code=2013)
    with pytest.raises(linq_client.ConflictError) as caught:
        client.chats.messages.send(chat, message=text("no"))
    assert caught.value.may_have_taken_effect is False and copies(emulator, "no") == 0
    assert len(emulator.requests("POST")) == 2, "a chat that was left costs one request"


def test_unreliable_network(emulator, chat, run):
    """30 % of responses lost and 10 % of connections closed: no duplicates, and no unreported message."""
    emulator.fault("drop_response", probability=0.3)
    emulator.fault("close", probability=0.1)
    sends = 200

    async def send(client, number):
        try:
            await client.chats.messages.send(chat, message=text(f"n{number}"))
        except linq_client.APIConnectionError as error:
            assert error.may_have_taken_effect
            return "unknown"
        return "sent"

    async def send_all():
        async with linq_client.AsyncLinq(api_key="test", base_url=emulator.url, max_retries=4) as client:
            return await asyncio.gather(*(send(client, number) for number in range(sends)))

    outcomes = run(send_all())
    arrived = collections.Counter("".join(message["text"]) for message in emulator.messages())
    delivered = [arrived[f"n{number}"] for number in range(sends)]
    assert max(delivered) == 1
    assert all(count == 1 for count, outcome in zip(delivered, outcomes) if outcome == "sent")
    assert outcomes.count("sent") > sends * 0.9
