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
    from .._options import Body, Headers, NotGiven, Omit, Query, SequenceNotStr
    from ..types import AvailableNumberRetrieveResponse, LineType


class AvailableNumberResource(SyncResource):
    """The line that is best to send from."""

    @cached_property
    def with_raw_response(self) -> AvailableNumberResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AvailableNumberResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AvailableNumberResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AvailableNumberResourceWithStreamingResponse(self)

    def retrieve(
        self,
        *,
        exclude_from: SequenceNotStr[str] | Omit = omit,
        to: SequenceNotStr[str] | Omit = omit,
        type: LineType | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> AvailableNumberRetrieveResponse:
        """Gives the line that is best to send from now, and a vCard of it.

        The line is not reserved. Without recipients it is the one of best reputation that was used least recently, so
        that calls in a row spread over your lines; with them, the one that a chat with them is on already.

        Args:
            exclude_from: Lines that are not to be chosen, nor to stand in the vCard.
            to: Whom the message is for: phone numbers and e-mail addresses.
            type: Only lines of this kind (503 if none is available).
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/available_number/methods/retrieve/
        """
        reply: AvailableNumberRetrieveResponse = self._call(
            "available_number.retrieve",
            {"exclude_from": exclude_from, "to": to, "type": type},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class AsyncAvailableNumberResource(AsyncResource):
    """The line that is best to send from."""

    @cached_property
    def with_raw_response(self) -> AsyncAvailableNumberResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncAvailableNumberResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncAvailableNumberResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncAvailableNumberResourceWithStreamingResponse(self)

    async def retrieve(
        self,
        *,
        exclude_from: SequenceNotStr[str] | Omit = omit,
        to: SequenceNotStr[str] | Omit = omit,
        type: LineType | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> AvailableNumberRetrieveResponse:
        """Gives the line that is best to send from now, and a vCard of it.

        The line is not reserved. Without recipients it is the one of best reputation that was used least recently, so
        that calls in a row spread over your lines; with them, the one that a chat with them is on already.

        Args:
            exclude_from: Lines that are not to be chosen, nor to stand in the vCard.
            to: Whom the message is for: phone numbers and e-mail addresses.
            type: Only lines of this kind (503 if none is available).
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/available_number/methods/retrieve/
        """
        reply: AvailableNumberRetrieveResponse = await self._call(
            "available_number.retrieve",
            {"exclude_from": exclude_from, "to": to, "type": type},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class AvailableNumberResourceWithRawResponse:
    """What `client.available_number.with_raw_response` gives."""

    def __init__(self, available_number: AvailableNumberResource) -> None:
        self._available_number = available_number
        self.retrieve = to_raw_response_wrapper(available_number.retrieve)


class AsyncAvailableNumberResourceWithRawResponse:
    """What `client.available_number.with_raw_response` gives."""

    def __init__(self, available_number: AsyncAvailableNumberResource) -> None:
        self._available_number = available_number
        self.retrieve = async_to_raw_response_wrapper(available_number.retrieve)


class AvailableNumberResourceWithStreamingResponse:
    """What `client.available_number.with_streaming_response` gives."""

    def __init__(self, available_number: AvailableNumberResource) -> None:
        self._available_number = available_number
        self.retrieve = to_streamed_response_wrapper(available_number.retrieve)


class AsyncAvailableNumberResourceWithStreamingResponse:
    """What `client.available_number.with_streaming_response` gives."""

    def __init__(self, available_number: AsyncAvailableNumberResource) -> None:
        self._available_number = available_number
        self.retrieve = async_to_streamed_response_wrapper(available_number.retrieve)
