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
    from ...types import PollEnvelope, PollParam


class PollsResource(SyncResource):
    """New polls in a chat."""

    @cached_property
    def with_raw_response(self) -> PollsResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return PollsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> PollsResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return PollsResourceWithStreamingResponse(self)

    def create(
        self,
        chat_id: str,
        *,
        poll: PollParam,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PollEnvelope:
        """Sends a poll into a chat (iMessage only), which cannot be the first message there.

        Args:
            chat_id: The chat.
            poll: What can be voted for: two options or more.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/subresources/polls/methods/create/
        """
        reply: PollEnvelope = self._call(
            "chats.polls.create",
            {"chat_id": chat_id, "poll": poll},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class AsyncPollsResource(AsyncResource):
    """New polls in a chat."""

    @cached_property
    def with_raw_response(self) -> AsyncPollsResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncPollsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncPollsResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncPollsResourceWithStreamingResponse(self)

    async def create(
        self,
        chat_id: str,
        *,
        poll: PollParam,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PollEnvelope:
        """Sends a poll into a chat (iMessage only), which cannot be the first message there.

        Args:
            chat_id: The chat.
            poll: What can be voted for: two options or more.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/subresources/polls/methods/create/
        """
        reply: PollEnvelope = await self._call(
            "chats.polls.create",
            {"chat_id": chat_id, "poll": poll},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class PollsResourceWithRawResponse:
    """What `client.chats.polls.with_raw_response` gives."""

    def __init__(self, polls: PollsResource) -> None:
        self._polls = polls
        self.create = to_raw_response_wrapper(polls.create)


class AsyncPollsResourceWithRawResponse:
    """What `client.chats.polls.with_raw_response` gives."""

    def __init__(self, polls: AsyncPollsResource) -> None:
        self._polls = polls
        self.create = async_to_raw_response_wrapper(polls.create)


class PollsResourceWithStreamingResponse:
    """What `client.chats.polls.with_streaming_response` gives."""

    def __init__(self, polls: PollsResource) -> None:
        self._polls = polls
        self.create = to_streamed_response_wrapper(polls.create)


class AsyncPollsResourceWithStreamingResponse:
    """What `client.chats.polls.with_streaming_response` gives."""

    def __init__(self, polls: AsyncPollsResource) -> None:
        self._polls = polls
        self.create = async_to_streamed_response_wrapper(polls.create)
