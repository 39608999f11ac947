"""Mistakes that type checkers catch, each on a line that ends with the comment `error`. It is not executed."""

from linq_client import APIStatusError, AsyncLinqAPIV3, LinqAPIV3
from linq_client.types import Message, MessageContentParam

FROM, TO = "+12223334444", "+15556667777"


def calls(linq: LinqAPIV3, chat_id: str, message_id: str, hello: MessageContentParam) -> None:
    linq.chats.create(from_=FROM, to=[TO])  # error
    linq.chats.create(from_=12223334444, to=[TO], message=hello)  # error
    linq.chats.create(from_=FROM, to=TO, message=hello)  # error
    linq.chats.messages.send(chat_id, message={"parts": [{"type": "txt", "value": "Hi"}]})  # error
    linq.chats.messages.send(chat_id, message={"parts": [{"type": "text"}]})  # error
    linq.chats.messages.send(chat_id, message="Hi")  # error
    linq.messages.add_reaction(message_id, operation="add", type="lovely")  # error
    linq.messages.add_reaction(message_id, operation="toggle", type="love")  # error
    linq.chats.messages.list(chat_id, limt=10)  # error
    linq.chats.messages.sned(chat_id, message=hello)  # error


def results(linq: LinqAPIV3, chat_id: str) -> None:
    print(linq.chats.retrieve(chat_id).display_nam)  # error
    message: Message = linq.chats.retrieve(chat_id)  # error
    for message in linq.chats.messages.list(chat_id):
        print(message.upper())  # error
    try:
        linq.chats.mark_as_read(chat_id)
    except APIStatusError as error:
        print(error.status)  # error


async def coroutines(linq: AsyncLinqAPIV3, chat_id: str) -> None:
    print(linq.chats.retrieve(chat_id).id)  # error
