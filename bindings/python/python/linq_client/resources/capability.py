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
    from ..types import HandleCheckResponse


class CapabilityResource(SyncResource):
    """Which services reach somebody."""

    @cached_property
    def with_raw_response(self) -> CapabilityResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return CapabilityResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> CapabilityResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return CapabilityResourceWithStreamingResponse(self)

    def check_i_message(
        self,
        *,
        address: str,
        from_: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> HandleCheckResponse:
        """Says whether somebody can be reached over iMessage. One check in 10 seconds.

        Args:
            address: Whom to reach: a phone number or an e-mail address.
            from_: The line to check from; any of yours unless told otherwise.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/capability/methods/check_i_message/
        """
        reply: HandleCheckResponse = self._call(
            "capability.check_i_message",
            {"address": address, "from": from_},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def check_RCS(
        self,
        *,
        address: str,
        from_: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> HandleCheckResponse:
        """Says whether somebody can be reached over RCS. One check in 10 seconds.

        A reply is about the recipient. The codes 4004 (RCS is off for the line that checks), 4009 and 4010 mean that
        there is no answer: "unknown", never "no". They are not tried again.

        Args:
            address: Whom to reach: a phone number.
            from_: The line to check from; any of yours unless told otherwise.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/capability/methods/check_RCS/
        """
        reply: HandleCheckResponse = self._call(
            "capability.check_RCS",
            {"address": address, "from": from_},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class AsyncCapabilityResource(AsyncResource):
    """Which services reach somebody."""

    @cached_property
    def with_raw_response(self) -> AsyncCapabilityResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncCapabilityResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncCapabilityResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncCapabilityResourceWithStreamingResponse(self)

    async def check_i_message(
        self,
        *,
        address: str,
        from_: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> HandleCheckResponse:
        """Says whether somebody can be reached over iMessage. One check in 10 seconds.

        Args:
            address: Whom to reach: a phone number or an e-mail address.
            from_: The line to check from; any of yours unless told otherwise.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/capability/methods/check_i_message/
        """
        reply: HandleCheckResponse = await self._call(
            "capability.check_i_message",
            {"address": address, "from": from_},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def check_RCS(
        self,
        *,
        address: str,
        from_: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> HandleCheckResponse:
        """Says whether somebody can be reached over RCS. One check in 10 seconds.

        A reply is about the recipient. The codes 4004 (RCS is off for the line that checks), 4009 and 4010 mean that
        there is no answer: "unknown", never "no". They are not tried again.

        Args:
            address: Whom to reach: a phone number.
            from_: The line to check from; any of yours unless told otherwise.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/capability/methods/check_RCS/
        """
        reply: HandleCheckResponse = await self._call(
            "capability.check_RCS",
            {"address": address, "from": from_},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class CapabilityResourceWithRawResponse:
    """What `client.capability.with_raw_response` gives."""

    def __init__(self, capability: CapabilityResource) -> None:
        self._capability = capability
        self.check_i_message = to_raw_response_wrapper(capability.check_i_message)
        self.check_RCS = to_raw_response_wrapper(capability.check_RCS)


class AsyncCapabilityResourceWithRawResponse:
    """What `client.capability.with_raw_response` gives."""

    def __init__(self, capability: AsyncCapabilityResource) -> None:
        self._capability = capability
        self.check_i_message = async_to_raw_response_wrapper(capability.check_i_message)
        self.check_RCS = async_to_raw_response_wrapper(capability.check_RCS)


class CapabilityResourceWithStreamingResponse:
    """What `client.capability.with_streaming_response` gives."""

    def __init__(self, capability: CapabilityResource) -> None:
        self._capability = capability
        self.check_i_message = to_streamed_response_wrapper(capability.check_i_message)
        self.check_RCS = to_streamed_response_wrapper(capability.check_RCS)


class AsyncCapabilityResourceWithStreamingResponse:
    """What `client.capability.with_streaming_response` gives."""

    def __init__(self, capability: AsyncCapabilityResource) -> None:
        self._capability = capability
        self.check_i_message = async_to_streamed_response_wrapper(capability.check_i_message)
        self.check_RCS = async_to_streamed_response_wrapper(capability.check_RCS)
