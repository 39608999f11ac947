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
    from collections.abc import Iterable

    from ..._options import Body, Headers, NotGiven, Query
    from ...types import AddOrRemove, PollEnvelope, PollOptionParam


class PollResource(SyncResource):
    """A poll that was sent."""

    @cached_property
    def with_raw_response(self) -> PollResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return PollResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> PollResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return PollResourceWithStreamingResponse(self)

    def retrieve(
        self,
        message_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PollEnvelope:
        """Gives a poll and how the vote stands.

        Args:
            message_id: The message that the poll is.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/subresources/poll/methods/retrieve/
        """
        reply: PollEnvelope = self._call(
            "messages.poll.retrieve",
            {"message_id": message_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def add_options(
        self,
        message_id: str,
        *,
        options: Iterable[PollOptionParam],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PollEnvelope:
        """Adds options to a poll. None can be changed or taken away.

        On a line with zero-day retention name the options that are there as well, in their order, since Linq does not
        keep their texts.

        Args:
            message_id: The message that the poll is.
            options: What to add: one option or more.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/subresources/poll/methods/add_options/
        """
        reply: PollEnvelope = self._call(
            "messages.poll.add_options",
            {"message_id": message_id, "options": options},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def vote(
        self,
        message_id: str,
        *,
        operation: AddOrRemove,
        option_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PollEnvelope:
        """Votes for one option of a poll, or takes the vote back. Several options can have your vote.

        Args:
            message_id: The message that the poll is.
            operation: Whether to vote or to take the vote back.
            option_id: The option.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/subresources/poll/methods/vote/
        """
        reply: PollEnvelope = self._call(
            "messages.poll.vote",
            {"message_id": message_id, "operation": operation, "option_id": option_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class AsyncPollResource(AsyncResource):
    """A poll that was sent."""

    @cached_property
    def with_raw_response(self) -> AsyncPollResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncPollResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncPollResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncPollResourceWithStreamingResponse(self)

    async def retrieve(
        self,
        message_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PollEnvelope:
        """Gives a poll and how the vote stands.

        Args:
            message_id: The message that the poll is.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/subresources/poll/methods/retrieve/
        """
        reply: PollEnvelope = await self._call(
            "messages.poll.retrieve",
            {"message_id": message_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def add_options(
        self,
        message_id: str,
        *,
        options: Iterable[PollOptionParam],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PollEnvelope:
        """Adds options to a poll. None can be changed or taken away.

        On a line with zero-day retention name the options that are there as well, in their order, since Linq does not
        keep their texts.

        Args:
            message_id: The message that the poll is.
            options: What to add: one option or more.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/subresources/poll/methods/add_options/
        """
        reply: PollEnvelope = await self._call(
            "messages.poll.add_options",
            {"message_id": message_id, "options": options},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def vote(
        self,
        message_id: str,
        *,
        operation: AddOrRemove,
        option_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PollEnvelope:
        """Votes for one option of a poll, or takes the vote back. Several options can have your vote.

        Args:
            message_id: The message that the poll is.
            operation: Whether to vote or to take the vote back.
            option_id: The option.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/subresources/poll/methods/vote/
        """
        reply: PollEnvelope = await self._call(
            "messages.poll.vote",
            {"message_id": message_id, "operation": operation, "option_id": option_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class PollResourceWithRawResponse:
    """What `client.messages.poll.with_raw_response` gives."""

    def __init__(self, poll: PollResource) -> None:
        self._poll = poll
        self.retrieve = to_raw_response_wrapper(poll.retrieve)
        self.add_options = to_raw_response_wrapper(poll.add_options)
        self.vote = to_raw_response_wrapper(poll.vote)


class AsyncPollResourceWithRawResponse:
    """What `client.messages.poll.with_raw_response` gives."""

    def __init__(self, poll: AsyncPollResource) -> None:
        self._poll = poll
        self.retrieve = async_to_raw_response_wrapper(poll.retrieve)
        self.add_options = async_to_raw_response_wrapper(poll.add_options)
        self.vote = async_to_raw_response_wrapper(poll.vote)


class PollResourceWithStreamingResponse:
    """What `client.messages.poll.with_streaming_response` gives."""

    def __init__(self, poll: PollResource) -> None:
        self._poll = poll
        self.retrieve = to_streamed_response_wrapper(poll.retrieve)
        self.add_options = to_streamed_response_wrapper(poll.add_options)
        self.vote = to_streamed_response_wrapper(poll.vote)


class AsyncPollResourceWithStreamingResponse:
    """What `client.messages.poll.with_streaming_response` gives."""

    def __init__(self, poll: AsyncPollResource) -> None:
        self._poll = poll
        self.retrieve = async_to_streamed_response_wrapper(poll.retrieve)
        self.add_options = async_to_streamed_response_wrapper(poll.add_options)
        self.vote = async_to_streamed_response_wrapper(poll.vote)
