# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..._call import AsyncResource, SyncResource
from ..._options import not_given
from ..._response import (
    async_to_raw_response_wrapper,
    async_to_streamed_response_wrapper,
    to_raw_response_wrapper,
    to_streamed_response_wrapper,
)

if TYPE_CHECKING:
    from ..._options import Body, Headers, NotGiven, Query


class TypingResource(SyncResource):
    """The typing indicator of a chat."""

    @cached_property
    def with_raw_response(self) -> TypingResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return TypingResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> TypingResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return TypingResourceWithStreamingResponse(self)

    def start(
        self,
        chat_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> None:
        """Shows the others that you are typing.

        The guide says that groups do not show it, the endpoint's page that they do.

        Args:
            chat_id: The chat.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/subresources/typing/methods/start/
        """
        self._call("chats.typing.start", {"chat_id": chat_id}, extra_headers, extra_query, extra_body, timeout)

    def stop(
        self,
        chat_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> None:
        """Stops showing the others that you are typing.

        The guide says that groups do not show it, the endpoint's page that they do.

        Args:
            chat_id: The chat.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/subresources/typing/methods/stop/
        """
        self._call("chats.typing.stop", {"chat_id": chat_id}, extra_headers, extra_query, extra_body, timeout)


class AsyncTypingResource(AsyncResource):
    """The typing indicator of a chat."""

    @cached_property
    def with_raw_response(self) -> AsyncTypingResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncTypingResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncTypingResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncTypingResourceWithStreamingResponse(self)

    async def start(
        self,
        chat_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> None:
        """Shows the others that you are typing.

        The guide says that groups do not show it, the endpoint's page that they do.

        Args:
            chat_id: The chat.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/subresources/typing/methods/start/
        """
        await self._call("chats.typing.start", {"chat_id": chat_id}, extra_headers, extra_query, extra_body, timeout)

    async def stop(
        self,
        chat_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> None:
        """Stops showing the others that you are typing.

        The guide says that groups do not show it, the endpoint's page that they do.

        Args:
            chat_id: The chat.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/subresources/typing/methods/stop/
        """
        await self._call("chats.typing.stop", {"chat_id": chat_id}, extra_headers, extra_query, extra_body, timeout)


class TypingResourceWithRawResponse:
    """What `client.chats.typing.with_raw_response` gives."""

    def __init__(self, typing: TypingResource) -> None:
        self._typing = typing
        self.start = to_raw_response_wrapper(typing.start)
        self.stop = to_raw_response_wrapper(typing.stop)


class AsyncTypingResourceWithRawResponse:
    """What `client.chats.typing.with_raw_response` gives."""

    def __init__(self, typing: AsyncTypingResource) -> None:
        self._typing = typing
        self.start = async_to_raw_response_wrapper(typing.start)
        self.stop = async_to_raw_response_wrapper(typing.stop)


class TypingResourceWithStreamingResponse:
    """What `client.chats.typing.with_streaming_response` gives."""

    def __init__(self, typing: TypingResource) -> None:
        self._typing = typing
        self.start = to_streamed_response_wrapper(typing.start)
        self.stop = to_streamed_response_wrapper(typing.stop)


class AsyncTypingResourceWithStreamingResponse:
    """What `client.chats.typing.with_streaming_response` gives."""

    def __init__(self, typing: AsyncTypingResource) -> None:
        self._typing = typing
        self.start = async_to_streamed_response_wrapper(typing.start)
        self.stop = async_to_streamed_response_wrapper(typing.stop)
