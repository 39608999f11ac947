# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._call import AsyncResource, SyncResource
from .._deprecated import deprecated
from .._options import not_given
from .._response import (
    async_to_raw_response_wrapper,
    async_to_streamed_response_wrapper,
    to_raw_response_wrapper,
    to_streamed_response_wrapper,
)

if TYPE_CHECKING:
    from .._options import Body, Headers, NotGiven, Query
    from ..types import PhonenumberListResponse


class PhonenumbersResource(SyncResource):
    """Your lines, deprecated by the API in favour of `phone_numbers`."""

    @cached_property
    def with_raw_response(self) -> PhonenumbersResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return PhonenumbersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> PhonenumbersResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return PhonenumbersResourceWithStreamingResponse(self)

    @deprecated("the API has deprecated it: use `phone_numbers.list`")
    def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PhonenumberListResponse:
        """Gives your lines. Deprecated by the API in favour of `client.phone_numbers.list`.

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

        See https://docs.linqapp.com/api/resources/phonenumbers/methods/list/
        """
        reply: PhonenumberListResponse = self._call(
            "phonenumbers.list",
            {},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class AsyncPhonenumbersResource(AsyncResource):
    """Your lines, deprecated by the API in favour of `phone_numbers`."""

    @cached_property
    def with_raw_response(self) -> AsyncPhonenumbersResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncPhonenumbersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncPhonenumbersResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncPhonenumbersResourceWithStreamingResponse(self)

    @deprecated("the API has deprecated it: use `phone_numbers.list`")
    async def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PhonenumberListResponse:
        """Gives your lines. Deprecated by the API in favour of `client.phone_numbers.list`.

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

        See https://docs.linqapp.com/api/resources/phonenumbers/methods/list/
        """
        reply: PhonenumberListResponse = await self._call(
            "phonenumbers.list",
            {},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class PhonenumbersResourceWithRawResponse:
    """What `client.phonenumbers.with_raw_response` gives."""

    def __init__(self, phonenumbers: PhonenumbersResource) -> None:
        self._phonenumbers = phonenumbers
        self.list = to_raw_response_wrapper(phonenumbers.list)  # pyright: ignore[reportDeprecated]


class AsyncPhonenumbersResourceWithRawResponse:
    """What `client.phonenumbers.with_raw_response` gives."""

    def __init__(self, phonenumbers: AsyncPhonenumbersResource) -> None:
        self._phonenumbers = phonenumbers
        self.list = async_to_raw_response_wrapper(phonenumbers.list)  # pyright: ignore[reportDeprecated]


class PhonenumbersResourceWithStreamingResponse:
    """What `client.phonenumbers.with_streaming_response` gives."""

    def __init__(self, phonenumbers: PhonenumbersResource) -> None:
        self._phonenumbers = phonenumbers
        self.list = to_streamed_response_wrapper(phonenumbers.list)  # pyright: ignore[reportDeprecated]


class AsyncPhonenumbersResourceWithStreamingResponse:
    """What `client.phonenumbers.with_streaming_response` gives."""

    def __init__(self, phonenumbers: AsyncPhonenumbersResource) -> None:
        self._phonenumbers = phonenumbers
        self.list = async_to_streamed_response_wrapper(phonenumbers.list)  # pyright: ignore[reportDeprecated]
