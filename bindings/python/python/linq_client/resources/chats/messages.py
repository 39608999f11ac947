# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..._call import AsyncResource, SyncResource
from ..._options import not_given, omit
from ..._pages import AsyncListMessagesPagination, SyncListMessagesPagination
from ..._response import (
    async_to_raw_response_wrapper,
    async_to_streamed_response_wrapper,
    to_raw_response_wrapper,
    to_streamed_response_wrapper,
)

if TYPE_CHECKING:
    from ..._options import Body, Headers, NotGiven, Omit, Query
    from ..._pages import AsyncPaginator
    from ...types import Message, MessageContentParam, MessageSendResponse


class MessagesResource(SyncResource):
    """The messages of a chat."""

    @cached_property
    def with_raw_response(self) -> MessagesResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return MessagesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> MessagesResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return MessagesResourceWithStreamingResponse(self)

    def list(
        self,
        chat_id: str,
        *,
        cursor: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> SyncListMessagesPagination[Message]:
        """Gives the messages of a chat, a page at a time.

        Args:
            chat_id: The chat.
            cursor: Where the page starts: the `next_cursor` of the page before.
            limit: How many items a page holds: 1 to 100, 20 unless told otherwise.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/subresources/messages/methods/list/
        """
        pages: SyncListMessagesPagination[Message] = self._call_page(
            "chats.messages.list",
            {"chat_id": chat_id, "cursor": cursor, "limit": limit},
            SyncListMessagesPagination,
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return pages

    def send(
        self,
        chat_id: str,
        *,
        message: MessageContentParam,
        override_optout: bool | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> MessageSendResponse:
        """Sends a message into a chat.

        Every send carries an idempotency key, yours or a fresh one, so that a retry cannot send it twice.

        Args:
            chat_id: The chat.
            message: What to send.
            override_optout: Sends although the recipient opted out (code 2024). Only with their renewed consent.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/subresources/messages/methods/send/
        """
        reply: MessageSendResponse = self._call(
            "chats.messages.send",
            {"chat_id": chat_id, "message": message, "override_optout": override_optout},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class AsyncMessagesResource(AsyncResource):
    """The messages of a chat."""

    @cached_property
    def with_raw_response(self) -> AsyncMessagesResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncMessagesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncMessagesResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncMessagesResourceWithStreamingResponse(self)

    def list(
        self,
        chat_id: str,
        *,
        cursor: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> AsyncPaginator[Message, AsyncListMessagesPagination[Message]]:
        """Gives the messages of a chat, a page at a time.

        Args:
            chat_id: The chat.
            cursor: Where the page starts: the `next_cursor` of the page before.
            limit: How many items a page holds: 1 to 100, 20 unless told otherwise.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/subresources/messages/methods/list/
        """
        pages: AsyncPaginator[Message, AsyncListMessagesPagination[Message]] = self._call_page(
            "chats.messages.list",
            {"chat_id": chat_id, "cursor": cursor, "limit": limit},
            AsyncListMessagesPagination,
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return pages

    async def send(
        self,
        chat_id: str,
        *,
        message: MessageContentParam,
        override_optout: bool | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> MessageSendResponse:
        """Sends a message into a chat.

        Every send carries an idempotency key, yours or a fresh one, so that a retry cannot send it twice.

        Args:
            chat_id: The chat.
            message: What to send.
            override_optout: Sends although the recipient opted out (code 2024). Only with their renewed consent.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/subresources/messages/methods/send/
        """
        reply: MessageSendResponse = await self._call(
            "chats.messages.send",
            {"chat_id": chat_id, "message": message, "override_optout": override_optout},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class MessagesResourceWithRawResponse:
    """What `client.chats.messages.with_raw_response` gives."""

    def __init__(self, messages: MessagesResource) -> None:
        self._messages = messages
        self.list = to_raw_response_wrapper(messages.list)
        self.send = to_raw_response_wrapper(messages.send)


class AsyncMessagesResourceWithRawResponse:
    """What `client.chats.messages.with_raw_response` gives."""

    def __init__(self, messages: AsyncMessagesResource) -> None:
        self._messages = messages
        self.list = async_to_raw_response_wrapper(messages.list)
        self.send = async_to_raw_response_wrapper(messages.send)


class MessagesResourceWithStreamingResponse:
    """What `client.chats.messages.with_streaming_response` gives."""

    def __init__(self, messages: MessagesResource) -> None:
        self._messages = messages
        self.list = to_streamed_response_wrapper(messages.list)
        self.send = to_streamed_response_wrapper(messages.send)


class AsyncMessagesResourceWithStreamingResponse:
    """What `client.chats.messages.with_streaming_response` gives."""

    def __init__(self, messages: AsyncMessagesResource) -> None:
        self._messages = messages
        self.list = async_to_streamed_response_wrapper(messages.list)
        self.send = async_to_streamed_response_wrapper(messages.send)
