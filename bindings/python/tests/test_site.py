"""The samples of the documentation site, against the emulator."""

from __future__ import annotations

import asyncio
import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from linq_client import Linq, webhooks
from linq_client.emulator import Emulator

SAMPLES = Path(__file__).parents[3] / "docs" / "samples"
LINE, ANN, BOB, GUEST = "+12223334444", "+15556667777", "+18889990000", "+12052499136"
SECRET = "whsec_c2VjcmV0IG9mIHRoZSBleGFtcGxl"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name.replace("-", "_"), SAMPLES / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def emulator() -> Emulator:
    with Emulator() as emulator:
        yield emulator


@pytest.fixture
def linq(emulator: Emulator) -> Linq:
    with Linq(base_url=emulator.url, api_key=emulator.api_key) as linq:
        yield linq


def texts(emulator: Emulator) -> list[str]:
    return [text for message in emulator.control("GET", "/messages")["messages"] for text in message["text"]]


@pytest.fixture
def chat(linq: Linq) -> str:
    return load("first-message").greet(linq, LINE, ANN)


def test_first_message(emulator: Emulator, linq: Linq, monkeypatch: pytest.MonkeyPatch) -> None:
    page = load("first-message")
    chat = page.greet(linq, LINE, ANN)
    page.congratulate(linq, chat, "Ann")
    page.show(linq, chat)
    assert texts(emulator) == ["Welcome! 👋", "Happy birthday, Ann 🎂"]
    monkeypatch.setenv("LINQ_API_V3_API_KEY", "any-key")
    assert page.client().api_key == "any-key"


def test_groups(linq: Linq) -> None:
    page = load("groups")
    group = page.start_group(linq, LINE, [ANN, BOB, "+15550001111"])
    page.replace(linq, group, BOB, GUEST)
    assert page.ask_for_lunch(linq, group)
    assert linq.chats.retrieve(group).display_name == "Project Team"
    page.leave(linq, group)


def delivery(event_type: str, data: object, event_id: str = "e1") -> tuple[dict[str, str], bytes]:
    body = json.dumps({"event_id": event_id, "event_type": event_type, "data": data}).encode()
    return dict(webhooks.sign(body, webhook_id=event_id, key=SECRET)), body


def test_receiving(linq: Linq, capsys: pytest.CaptureFixture[str]) -> None:
    page = load("receiving")
    assert page.subscribe(linq, "https://example.com/linq").startswith("whsec_")
    for kind, data in [
        ("participant.added", {"handle": GUEST}),
        ("participant.added", {"handle": GUEST}),
        ("message.received", {"sender_handle": {"handle": ANN}, "parts": [{"type": "text", "value": "Hi"}]}),
        ("call.ended", {}),
    ]:
        headers, body = delivery(kind, data, event_id=kind)
        assert page.receive(headers, body, SECRET) == 204
        assert page.receive(headers, body + b" ", SECRET) == 401
    assert capsys.readouterr().out.splitlines() == [f"{GUEST} joined", f"{ANN}: Hi", "call.ended"]


def test_files(emulator: Emulator, linq: Linq, chat: str, tmp_path: Path) -> None:
    page = load("files")
    photo = tmp_path / "cake.jpg"
    photo.write_bytes(b"x" * 100_000)
    page.send_photo(linq, photo, [chat, chat])
    assert len(texts(emulator)) == 3
    parts = [part for message in linq.chats.messages.list(chat) for part in message.parts or []]
    media = next(part for part in parts if part.type == "media")
    page.save(linq, media, tmp_path / "copy.jpg")
    assert (tmp_path / "copy.jpg").read_bytes() == photo.read_bytes()


def test_errors(emulator: Emulator, linq: Linq, chat: str) -> None:
    page = load("errors")
    assert page.send(linq, chat, "Cake at seven.") == "Sent."
    assert page.send(linq, chat, "").startswith("Please correct message.parts[0]")
    page.send_soon(linq, chat, "Now")
    for status, code, expected in [(409, 2013, "You have left this chat."), (403, 2024, "It was not sent.")]:
        emulator.add_fault("status", status=status, code=code, times=1)
        assert page.send(linq, chat, "Hi") == expected
    emulator.add_fault("drop_response")
    assert page.send(linq, chat, "Hi") == "No response: it may or may not have been sent."


def test_exactly_once(emulator: Emulator, linq: Linq, chat: str) -> None:
    page = load("exactly-once")
    for _ in range(2):
        page.notify(linq, chat, 17)
    emulator.add_fault("drop_response", times=3)  # the call and its retries
    page.send_reliably(linq, chat, "Once")
    assert texts(emulator) == ["Welcome! 👋", "Your order has been shipped.", "Once"]


def test_bulk(emulator: Emulator, linq: Linq) -> None:
    page = load("bulk")
    limited = linq.with_options(rate_limits=page.limits)
    page.invite(limited, LINE, [GUEST, "+15550001111"])
    assert len(texts(emulator)) == 4
    chat = load("first-message").greet(linq, LINE, ANN)
    story = "Cake! " * 2_000
    page.tell(linq, chat, story)
    assert "".join(texts(emulator)[5:]) == story


def test_outbox(emulator: Emulator, linq: Linq, tmp_path: Path) -> None:
    page = load("bulk-outbox")
    for _ in range(2):
        page.announce(linq, str(tmp_path / "outbox.db"), [ANN, BOB], "Sale!")
    assert texts(emulator) == ["Sale!", "Sale!"]


def test_agents(emulator: Emulator, linq: Linq, chat: str) -> None:
    page = load("agents")
    for event_id, text in [("e1", "Hi"), ("e1", "Hi"), ("e2", "STOP")]:
        parts = [{"type": "text", "value": text}]
        data = {"id": "m1", "direction": "inbound", "chat": {"id": chat}, "parts": parts}
        headers, body = delivery("message.received", data, event_id)
        page.reply(linq, webhooks.unwrap(body, headers=headers, key=SECRET), lambda text: f"{text}?")
    assert texts(emulator) == ["Welcome! 👋", "Hi?"]


def test_mcp_tools(emulator: Emulator, linq: Linq, chat: str) -> None:
    fastmcp = pytest.importorskip("fastmcp")
    server = load("agents-mcp").server(linq)

    async def use() -> None:
        async with fastmcp.Client(server) as client:
            message = {"chat_id": chat, "text": "Hi", "request_id": "r1"}
            for _ in range(2):
                sent = await client.call_tool("send_message", message)
                assert "Sent as" in str(sent.content)
            invalid = await client.call_tool("send_message", {**message, "text": ""})
            assert "Nothing was sent" in str(invalid.content)
            read = await client.call_tool("read_chat", {"chat_id": chat})
            assert read.structured_content["id"] == chat
            messages = await client.call_tool("read_messages", {"chat_id": chat})
            assert len(messages.structured_content["result"]) == 2

    asyncio.run(use())
    assert texts(emulator) == ["Welcome! 👋", "Hi"]


def test_testing() -> None:
    page = load("testing")
    page.test_without_a_network()
    page.test_with_the_emulator()


def test_metrics(emulator: Emulator, capsys: pytest.CaptureFixture[str]) -> None:
    page = load("metrics")
    emulator.add_fault("status", status=503, code=3006, times=1)
    with Linq(base_url=emulator.url, api_key=emulator.api_key, observer=page.Metrics()) as linq:
        linq.phone_numbers.list()
    assert [line.split()[1] for line in capsys.readouterr().out.splitlines()] == ["503", "200"]
