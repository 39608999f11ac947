"""Mistakes with the outbox that type checkers catch, each on a line that ends with the comment `error`. It is not executed."""

from linq_client import AsyncLinq, Linq
from linq_client.durable import AsyncOutbox, Outbox, statement
from linq_client.types import MessageContentParam

FROM, TO = "+12223334444", "+15556667777"


def calls(linq: Linq, outbox: Outbox, hello: MessageContentParam) -> None:
    outbox.enqueue(linq.messages.create, to=[TO])  # error
    outbox.enqueue(linq.messages.create, to=TO, message=hello)  # error
    outbox.enqueue(linq.messages.create, to=[TO], message="Hi")  # error
    outbox.enqueue(linq.messages.create, to=[TO], message=hello, ordering_key="customer-17")  # error
    outbox.enqueue(linq.chats.messages.send, message=hello)  # error
    outbox.enqueue("messages.create", to=[TO], message=hello)  # error
    outbox.enqueue_ordered(linq.messages.create, to=[TO], message=hello)  # error
    outbox.enqueue_ordered("customer-17", linq.chats.create, to=[TO], message=hello)  # error
    outbox.replace(linq.messages.create, to=[TO], message=hello)  # error
    statement(linq.messages.create, to=TO, message=hello)  # error


def results(linq: Linq, outbox: Outbox) -> None:
    print(outbox.get(1).state)  # error
    outbox.run(linq, until_emtpy=True)  # error
    outbox.run(AsyncLinq())  # error
    for entry in outbox.entries("lost"):  # error
        print(entry.state == "sent", entry.stat)  # error


async def coroutines(linq: AsyncLinq, outbox: AsyncOutbox, hello: MessageContentParam) -> None:
    await outbox.enqueue(linq.messages.create, to=TO, message=hello)  # error
    print((await outbox.run(linq)).send)  # error
    print(outbox.count()["sent"])  # error
