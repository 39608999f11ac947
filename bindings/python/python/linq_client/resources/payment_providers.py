# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._call import AsyncResource, SyncResource
from .._options import not_given
from .._response import (
    async_to_raw_response_wrapper,
    async_to_streamed_response_wrapper,
    to_raw_response_wrapper,
    to_streamed_response_wrapper,
)

if TYPE_CHECKING:
    from .._options import Body, Headers, NotGiven, Query
    from ..types import PaymentProvider, PaymentProviderConnectResponse


class PaymentProvidersResource(SyncResource):
    """Your accounts at payment providers."""

    @cached_property
    def with_raw_response(self) -> PaymentProvidersResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return PaymentProvidersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> PaymentProvidersResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return PaymentProvidersResourceWithStreamingResponse(self)

    def retrieve(
        self,
        provider: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentProvider:
        """Says how far your organisation's account at a payment provider is.

        Args:
            provider: The provider, such as `agentcard`.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payment_providers/methods/retrieve/
        """
        reply: PaymentProvider = self._call(
            "payment_providers.retrieve",
            {"provider": provider},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def connect(
        self,
        provider: str,
        *,
        return_url: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentProviderConnectResponse:
        """Gives the page where an administrator connects your organisation with a payment provider.

        Args:
            provider: The provider, such as `agentcard`.
            return_url: Where the administrator is sent afterwards.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payment_providers/methods/connect/
        """
        reply: PaymentProviderConnectResponse = self._call(
            "payment_providers.connect",
            {"provider": provider, "return_url": return_url},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class AsyncPaymentProvidersResource(AsyncResource):
    """Your accounts at payment providers."""

    @cached_property
    def with_raw_response(self) -> AsyncPaymentProvidersResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncPaymentProvidersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncPaymentProvidersResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncPaymentProvidersResourceWithStreamingResponse(self)

    async def retrieve(
        self,
        provider: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentProvider:
        """Says how far your organisation's account at a payment provider is.

        Args:
            provider: The provider, such as `agentcard`.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payment_providers/methods/retrieve/
        """
        reply: PaymentProvider = await self._call(
            "payment_providers.retrieve",
            {"provider": provider},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def connect(
        self,
        provider: str,
        *,
        return_url: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentProviderConnectResponse:
        """Gives the page where an administrator connects your organisation with a payment provider.

        Args:
            provider: The provider, such as `agentcard`.
            return_url: Where the administrator is sent afterwards.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payment_providers/methods/connect/
        """
        reply: PaymentProviderConnectResponse = await self._call(
            "payment_providers.connect",
            {"provider": provider, "return_url": return_url},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class PaymentProvidersResourceWithRawResponse:
    """What `client.payment_providers.with_raw_response` gives."""

    def __init__(self, payment_providers: PaymentProvidersResource) -> None:
        self._payment_providers = payment_providers
        self.retrieve = to_raw_response_wrapper(payment_providers.retrieve)
        self.connect = to_raw_response_wrapper(payment_providers.connect)


class AsyncPaymentProvidersResourceWithRawResponse:
    """What `client.payment_providers.with_raw_response` gives."""

    def __init__(self, payment_providers: AsyncPaymentProvidersResource) -> None:
        self._payment_providers = payment_providers
        self.retrieve = async_to_raw_response_wrapper(payment_providers.retrieve)
        self.connect = async_to_raw_response_wrapper(payment_providers.connect)


class PaymentProvidersResourceWithStreamingResponse:
    """What `client.payment_providers.with_streaming_response` gives."""

    def __init__(self, payment_providers: PaymentProvidersResource) -> None:
        self._payment_providers = payment_providers
        self.retrieve = to_streamed_response_wrapper(payment_providers.retrieve)
        self.connect = to_streamed_response_wrapper(payment_providers.connect)


class AsyncPaymentProvidersResourceWithStreamingResponse:
    """What `client.payment_providers.with_streaming_response` gives."""

    def __init__(self, payment_providers: AsyncPaymentProvidersResource) -> None:
        self._payment_providers = payment_providers
        self.retrieve = async_to_streamed_response_wrapper(payment_providers.retrieve)
        self.connect = async_to_streamed_response_wrapper(payment_providers.connect)
