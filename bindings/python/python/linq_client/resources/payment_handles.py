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
    from ..types import PaymentHandleConnection


class PaymentHandlesResource(SyncResource):
    """Customers for whom an agent may pay."""

    @cached_property
    def with_raw_response(self) -> PaymentHandlesResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return PaymentHandlesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> PaymentHandlesResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return PaymentHandlesResourceWithStreamingResponse(self)

    def connect(
        self,
        handle: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentHandleConnection:
        """Asks a customer to let an agent pay for them. They get a one-time code.

        The reply is `pending` and holds the `connect_id` to verify the code with. `connection.created` follows once
        they consent.

        Args:
            handle: The customer: a phone number or an e-mail address.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payment_handles/methods/connect/
        """
        reply: PaymentHandleConnection = self._call(
            "payment_handles.connect",
            {"handle": handle},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def connection(
        self,
        handle: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentHandleConnection:
        """Says whether an agent may pay for a customer.

        Args:
            handle: The customer: a phone number or an e-mail address.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payment_handles/methods/connection/
        """
        reply: PaymentHandleConnection = self._call(
            "payment_handles.connection",
            {"handle": handle},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def revoke(
        self,
        handle: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentHandleConnection:
        """Gives up the right to pay for a customer. What they have at the provider stays as it is.

        Args:
            handle: The customer: a phone number or an e-mail address.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payment_handles/methods/revoke/
        """
        reply: PaymentHandleConnection = self._call(
            "payment_handles.revoke",
            {"handle": handle},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def verify(
        self,
        handle: str,
        *,
        code: str,
        connect_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentHandleConnection:
        """Completes a connection by the code that the customer got.

        A code works once and not for long; for another one, connect again. If the reply to a first attempt was lost,
        the refusal of a second one may mean that the first had worked.

        Args:
            handle: The customer: a phone number or an e-mail address.
            code: The code that the customer got.
            connect_id: From the reply to connecting.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payment_handles/methods/verify/
        """
        reply: PaymentHandleConnection = self._call(
            "payment_handles.verify",
            {"handle": handle, "code": code, "connect_id": connect_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class AsyncPaymentHandlesResource(AsyncResource):
    """Customers for whom an agent may pay."""

    @cached_property
    def with_raw_response(self) -> AsyncPaymentHandlesResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncPaymentHandlesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncPaymentHandlesResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncPaymentHandlesResourceWithStreamingResponse(self)

    async def connect(
        self,
        handle: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentHandleConnection:
        """Asks a customer to let an agent pay for them. They get a one-time code.

        The reply is `pending` and holds the `connect_id` to verify the code with. `connection.created` follows once
        they consent.

        Args:
            handle: The customer: a phone number or an e-mail address.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payment_handles/methods/connect/
        """
        reply: PaymentHandleConnection = await self._call(
            "payment_handles.connect",
            {"handle": handle},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def connection(
        self,
        handle: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentHandleConnection:
        """Says whether an agent may pay for a customer.

        Args:
            handle: The customer: a phone number or an e-mail address.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payment_handles/methods/connection/
        """
        reply: PaymentHandleConnection = await self._call(
            "payment_handles.connection",
            {"handle": handle},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def revoke(
        self,
        handle: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentHandleConnection:
        """Gives up the right to pay for a customer. What they have at the provider stays as it is.

        Args:
            handle: The customer: a phone number or an e-mail address.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payment_handles/methods/revoke/
        """
        reply: PaymentHandleConnection = await self._call(
            "payment_handles.revoke",
            {"handle": handle},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def verify(
        self,
        handle: str,
        *,
        code: str,
        connect_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentHandleConnection:
        """Completes a connection by the code that the customer got.

        A code works once and not for long; for another one, connect again. If the reply to a first attempt was lost,
        the refusal of a second one may mean that the first had worked.

        Args:
            handle: The customer: a phone number or an e-mail address.
            code: The code that the customer got.
            connect_id: From the reply to connecting.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payment_handles/methods/verify/
        """
        reply: PaymentHandleConnection = await self._call(
            "payment_handles.verify",
            {"handle": handle, "code": code, "connect_id": connect_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class PaymentHandlesResourceWithRawResponse:
    """What `client.payment_handles.with_raw_response` gives."""

    def __init__(self, payment_handles: PaymentHandlesResource) -> None:
        self._payment_handles = payment_handles
        self.connect = to_raw_response_wrapper(payment_handles.connect)
        self.connection = to_raw_response_wrapper(payment_handles.connection)
        self.revoke = to_raw_response_wrapper(payment_handles.revoke)
        self.verify = to_raw_response_wrapper(payment_handles.verify)


class AsyncPaymentHandlesResourceWithRawResponse:
    """What `client.payment_handles.with_raw_response` gives."""

    def __init__(self, payment_handles: AsyncPaymentHandlesResource) -> None:
        self._payment_handles = payment_handles
        self.connect = async_to_raw_response_wrapper(payment_handles.connect)
        self.connection = async_to_raw_response_wrapper(payment_handles.connection)
        self.revoke = async_to_raw_response_wrapper(payment_handles.revoke)
        self.verify = async_to_raw_response_wrapper(payment_handles.verify)


class PaymentHandlesResourceWithStreamingResponse:
    """What `client.payment_handles.with_streaming_response` gives."""

    def __init__(self, payment_handles: PaymentHandlesResource) -> None:
        self._payment_handles = payment_handles
        self.connect = to_streamed_response_wrapper(payment_handles.connect)
        self.connection = to_streamed_response_wrapper(payment_handles.connection)
        self.revoke = to_streamed_response_wrapper(payment_handles.revoke)
        self.verify = to_streamed_response_wrapper(payment_handles.verify)


class AsyncPaymentHandlesResourceWithStreamingResponse:
    """What `client.payment_handles.with_streaming_response` gives."""

    def __init__(self, payment_handles: AsyncPaymentHandlesResource) -> None:
        self._payment_handles = payment_handles
        self.connect = async_to_streamed_response_wrapper(payment_handles.connect)
        self.connection = async_to_streamed_response_wrapper(payment_handles.connection)
        self.revoke = async_to_streamed_response_wrapper(payment_handles.revoke)
        self.verify = async_to_streamed_response_wrapper(payment_handles.verify)
