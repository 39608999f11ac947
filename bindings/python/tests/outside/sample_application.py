"""A sample application for type checkers. `test_typing.py` checks it; it is not executed."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path

import linq_client
from linq_client import (
    APIConnectionError,
    APIStatusError,
    AsyncLinq,
    Linq,
    RateLimitError,
    Text,
)
from linq_client.durable import AsyncOutbox, Entry, Outbox, RunSummary, State, statement
from linq_client.types import (
    Chat,
    CallEndedWebhookEvent,
    Message,
    MessageContentParam,
    MessageReceivedWebhookEvent,
    ParticipantAddedWebhookEvent,
    UnwrapWebhookEvent,
)
from linq_client.types.chats import MessageSendResponse
from typing_extensions import assert_type


def group(linq: Linq) -> Chat:
    message: MessageContentParam = {
        "parts": [{"type": "text", "value": "Welcome!"}, {"type": "media", "url": "https://cdn.example.com/a.jpg"}],
        "effect": {"type": "screen", "name": "confetti"},
    }
    created = linq.chats.create(from_="+12223334444", to=["+15556667777", "+18889990000"], message=message)
    assert_type(created.chat.id, str)
    linq.chats.update(created.chat.id, display_name="Project Team")
    linq.chats.participants.add(created.chat.id, handle="+12052499136", timeout=5, extra_headers={"x-tenant": "7"})
    return linq.chats.retrieve(created.chat.id)


def decorated(linq: Linq, chat: Chat) -> MessageSendResponse:
    text = Text("Hello ").bold("wörld 🎂").animated("!", "shake")
    return linq.chats.messages.send(chat.id, message={"parts": [text.part()]})


def shipped(linq: Linq, outbox: Outbox, message: MessageContentParam) -> None:
    id = outbox.enqueue(linq.messages.create, to=["+15556667777"], message=message, idempotency_key="order-1042-shipped")
    assert_type(id, int)
    outbox.enqueue_ordered("customer-17", linq.chats.messages.send, "chat-id", message=message, extra_headers={"x-tenant": "7"})
    summary = outbox.run(linq, until_empty=True, lease=60, failures_hold_back=True)
    assert_type(summary.sent, int)
    entry = outbox.get(id)
    if entry is not None and entry.finished_at is not None:
        assert_type(entry.finished_at, datetime)
        outbox.delete_finished(entry.finished_at)
    for entry in outbox.entries("failed"):
        assert_type(entry.state, State)
    assert_type(outbox.count()["sent"], int)
    sql, parameters = statement(linq.messages.create, to=["+15556667777"], message=message)
    print(sql, parameters)


async def shipped_later(linq: AsyncLinq, message: MessageContentParam) -> None:
    async with AsyncOutbox("outbox.db") as outbox:
        id = await outbox.enqueue(linq.messages.create, to=["+15556667777"], message=message)
        assert_type(id, int)
        await outbox.replace(id, linq.messages.create, to=["+15556667777"], message=message)
        assert_type(await outbox.run(linq), RunSummary)
        assert_type([entry async for entry in outbox.entries()], list[Entry])


def by_module(
    chats: linq_client.resources.chats.ChatsResource, service: linq_client.types.shared.ServiceType
) -> linq_client.pagination.SyncListChatsPagination[Chat]:
    filters: linq_client.types.chats.MessageListParams = {"limit": 1}
    assert_type(chats, linq_client.resources.chats.chats.ChatsResource)
    store = linq_client.webhooks.MemoryDedupStore(capacity=1)
    claim = store.claim(f"{service} {filters}")
    assert_type(claim, linq_client.webhooks.Claim)
    if claim.token is not None:
        store.release("e1", claim.token)
    handled = linq_client.webhooks.deduplicate(store, "e1", lambda: store.finish("e2"))
    assert_type(handled, linq_client.webhooks.Deduplicated)
    return chats.list_chats()


def message_text(message: Message) -> str:
    found: list[str] = []
    for part in message.parts or []:
        if part.type == "text":
            found.append(str(getattr(part, "value")))
    return " ".join(found)


def history(linq: Linq, chat_id: str) -> dict[str, datetime]:
    page = linq.chats.messages.list(chat_id, limit=100)
    assert_type(page.messages, list[Message])
    while page.has_next_page():
        page = page.get_next_page()
    return {message.id: message.created_at for message in linq.chats.messages.list(chat_id)}


def send_with_error_handling(linq: Linq, chat_id: str) -> str:
    try:
        raw = linq.chats.messages.with_raw_response.send(chat_id, message={"parts": [{"type": "text", "value": "Hi"}]})
    except RateLimitError as error:
        return f"in {error.retry_after} s"
    except APIStatusError as error:
        return f"{error.status_code} {error.code} {error.doc_url} {error.trace_id} {error.response.headers.get('x')}"
    except APIConnectionError as error:
        return "unknown" if error.may_have_taken_effect else "not sent"
    sent = raw.parse()
    assert_type(sent, MessageSendResponse)
    return sent.message.id


def upload(linq: Linq, path: Path) -> str:
    def progress(sent: int, total: int) -> None:
        print(f"{sent}/{total}")

    return linq.attachments.upload(path, progress=progress).attachment_id


def received(linq: Linq, body: bytes, headers: dict[str, str]) -> str:
    event = linq.webhooks.unwrap(body, headers=headers)
    assert_type(event, UnwrapWebhookEvent)
    match event:
        case MessageReceivedWebhookEvent():
            return event.message().chat_id or "?"
        case ParticipantAddedWebhookEvent(data=data):
            return data.handle
        case CallEndedWebhookEvent():
            return "hung up"
        case _:
            return event.event_type


async def bulk(chat_ids: list[str]) -> list[str]:
    async with AsyncLinq(max_retries=4) as linq:

        async def send(chat_id: str) -> str:
            parts: MessageContentParam = {"parts": [{"type": "text", "value": "News"}]}
            return (await linq.chats.messages.send(chat_id, message=parts)).message.id

        async for chat in linq.chats.list_chats(from_="+12223334444"):
            assert_type(chat, Chat)
        first = await linq.chats.list_chats(limit=1)
        assert_type(first.chats, list[Chat])
        async with linq.phone_numbers.with_streaming_response.list() as response:
            print(await response.json())
        return await asyncio.gather(*(send(chat_id) for chat_id in chat_ids))


def service(linq: Linq, address: str) -> str:
    best = linq.chats.create(from_=address, to=[address], message={"parts": []}).chat.service
    if best == "iMessage" or best == "RCS" or best == "SMS":
        return best
    # Unknown values are `str`, which the type reflects.
    assert_type(best, str)
    return best


if __name__ == "__main__":
    with Linq() as client:
        print(send_with_error_handling(client, group(client).id))
