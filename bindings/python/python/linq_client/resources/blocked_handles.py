# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._call import AsyncResource, SyncResource
from .._options import not_given, omit
from .._response import (
    async_to_raw_response_wrapper,
    async_to_streamed_response_wrapper,
    to_raw_response_wrapper,
    to_streamed_response_wrapper,
)

if TYPE_CHECKING:
    from .._options import Body, Headers, NotGiven, Omit, Query
    from ..types import BlockedHandleBlockResponse, BlockedHandleListResponse


class BlockedHandlesResource(SyncResource):
    """Whom you have blocked."""

    @cached_property
    def with_raw_response(self) -> BlockedHandlesResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return BlockedHandlesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> BlockedHandlesResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return BlockedHandlesResourceWithStreamingResponse(self)

    def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> BlockedHandleListResponse:
        """Gives everybody whom you have blocked, the newest first.

        Args:
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/blocked_handles/methods/list/
        """
        reply: BlockedHandleListResponse = self._call(
            "blocked_handles.list",
            {},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def block(
        self,
        *,
        handle: str,
        reason: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> BlockedHandleBlockResponse:
        """Blocks somebody: a phone number, an e-mail address, a short code or a sender's name.

        What they send is dropped without an event, and a direct message to them is refused (code 2026). Groups that
        they are in go on. Blocking twice gives the entry that is there.

        Args:
            handle: Whom to block.
            reason: Why: a note for yourself.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/blocked_handles/methods/block/
        """
        reply: BlockedHandleBlockResponse = self._call(
            "blocked_handles.block",
            {"handle": handle, "reason": reason},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def unblock(
        self,
        *,
        handle: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> None:
        """Lets somebody write to you again, and you to them.

        Args:
            handle: Whom to unblock.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/blocked_handles/methods/unblock/
        """
        self._call("blocked_handles.unblock", {"handle": handle}, extra_headers, extra_query, extra_body, timeout)


class AsyncBlockedHandlesResource(AsyncResource):
    """Whom you have blocked."""

    @cached_property
    def with_raw_response(self) -> AsyncBlockedHandlesResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncBlockedHandlesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncBlockedHandlesResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncBlockedHandlesResourceWithStreamingResponse(self)

    async def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> BlockedHandleListResponse:
        """Gives everybody whom you have blocked, the newest first.

        Args:
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/blocked_handles/methods/list/
        """
        reply: BlockedHandleListResponse = await self._call(
            "blocked_handles.list",
            {},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def block(
        self,
        *,
        handle: str,
        reason: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> BlockedHandleBlockResponse:
        """Blocks somebody: a phone number, an e-mail address, a short code or a sender's name.

        What they send is dropped without an event, and a direct message to them is refused (code 2026). Groups that
        they are in go on. Blocking twice gives the entry that is there.

        Args:
            handle: Whom to block.
            reason: Why: a note for yourself.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/blocked_handles/methods/block/
        """
        reply: BlockedHandleBlockResponse = await self._call(
            "blocked_handles.block",
            {"handle": handle, "reason": reason},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def unblock(
        self,
        *,
        handle: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> None:
        """Lets somebody write to you again, and you to them.

        Args:
            handle: Whom to unblock.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/blocked_handles/methods/unblock/
        """
        await self._call("blocked_handles.unblock", {"handle": handle}, extra_headers, extra_query, extra_body, timeout)


class BlockedHandlesResourceWithRawResponse:
    """What `client.blocked_handles.with_raw_response` gives."""

    def __init__(self, blocked_handles: BlockedHandlesResource) -> None:
        self._blocked_handles = blocked_handles
        self.list = to_raw_response_wrapper(blocked_handles.list)
        self.block = to_raw_response_wrapper(blocked_handles.block)
        self.unblock = to_raw_response_wrapper(blocked_handles.unblock)


class AsyncBlockedHandlesResourceWithRawResponse:
    """What `client.blocked_handles.with_raw_response` gives."""

    def __init__(self, blocked_handles: AsyncBlockedHandlesResource) -> None:
        self._blocked_handles = blocked_handles
        self.list = async_to_raw_response_wrapper(blocked_handles.list)
        self.block = async_to_raw_response_wrapper(blocked_handles.block)
        self.unblock = async_to_raw_response_wrapper(blocked_handles.unblock)


class BlockedHandlesResourceWithStreamingResponse:
    """What `client.blocked_handles.with_streaming_response` gives."""

    def __init__(self, blocked_handles: BlockedHandlesResource) -> None:
        self._blocked_handles = blocked_handles
        self.list = to_streamed_response_wrapper(blocked_handles.list)
        self.block = to_streamed_response_wrapper(blocked_handles.block)
        self.unblock = to_streamed_response_wrapper(blocked_handles.unblock)


class AsyncBlockedHandlesResourceWithStreamingResponse:
    """What `client.blocked_handles.with_streaming_response` gives."""

    def __init__(self, blocked_handles: AsyncBlockedHandlesResource) -> None:
        self._blocked_handles = blocked_handles
        self.list = async_to_streamed_response_wrapper(blocked_handles.list)
        self.block = async_to_streamed_response_wrapper(blocked_handles.block)
        self.unblock = async_to_streamed_response_wrapper(blocked_handles.unblock)
