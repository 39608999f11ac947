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
    from collections.abc import Mapping

    from .._options import Body, Headers, NotGiven, Omit, Query
    from ..types import MerchantParam, Payment, PaymentCredentialsResponse


class PaymentsResource(SyncResource):
    """Payments that an agent makes for a customer."""

    @cached_property
    def with_raw_response(self) -> PaymentsResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return PaymentsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> PaymentsResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return PaymentsResourceWithStreamingResponse(self)

    def create(
        self,
        *,
        amount_cents: int,
        currency: str,
        handle: str,
        description: str | Omit = omit,
        merchant: MerchantParam | Omit = omit,
        metadata: Mapping[str, str] | Omit = omit,
        idempotency_key: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> Payment:
        """Makes a payment for a customer, or goes on with one: the reply's `status` says what comes next.

        Once the customer has done what was asked of them (`awaiting_user_action`), send the same again with the same
        idempotency key; so keep a key of your own. Every call carries one, yours or a fresh one.

        Args:
            amount_cents: How much, in the currency's smallest unit.
            currency: The currency, ISO 4217.
            handle: The customer: a phone number or an e-mail address.
            description: What it is for.
            merchant: Who is paid.
            metadata: Notes of your own, which come back in replies and events.
            idempotency_key: What makes a repeated call harmless, and what names the payment until it has an identifier;
                made by the client if absent.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payments/methods/create/
        """
        reply: Payment = self._call(
            "payments.create",
            {
                "amount_cents": amount_cents,
                "currency": currency,
                "handle": handle,
                "description": description,
                "merchant": merchant,
                "metadata": metadata,
                "idempotency_key": idempotency_key,
            },
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def retrieve(
        self,
        payment_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> Payment:
        """Gives a payment as it is now.

        Args:
            payment_id: The payment.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payments/methods/retrieve/
        """
        reply: Payment = self._call(
            "payments.retrieve",
            {"payment_id": payment_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def cancel(
        self,
        payment_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> Payment:
        """Cancels a payment and closes its card.

        Args:
            payment_id: The payment.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payments/methods/cancel/
        """
        reply: Payment = self._call(
            "payments.cancel",
            {"payment_id": payment_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def credentials(
        self,
        payment_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentCredentialsResponse:
        """Gives what the details of a `ready` payment's card are fetched with, from their provider and not from Linq.
        They are not to be stored.

        Args:
            payment_id: The payment.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payments/methods/credentials/
        """
        reply: PaymentCredentialsResponse = self._call(
            "payments.credentials",
            {"payment_id": payment_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class AsyncPaymentsResource(AsyncResource):
    """Payments that an agent makes for a customer."""

    @cached_property
    def with_raw_response(self) -> AsyncPaymentsResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncPaymentsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncPaymentsResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncPaymentsResourceWithStreamingResponse(self)

    async def create(
        self,
        *,
        amount_cents: int,
        currency: str,
        handle: str,
        description: str | Omit = omit,
        merchant: MerchantParam | Omit = omit,
        metadata: Mapping[str, str] | Omit = omit,
        idempotency_key: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> Payment:
        """Makes a payment for a customer, or goes on with one: the reply's `status` says what comes next.

        Once the customer has done what was asked of them (`awaiting_user_action`), send the same again with the same
        idempotency key; so keep a key of your own. Every call carries one, yours or a fresh one.

        Args:
            amount_cents: How much, in the currency's smallest unit.
            currency: The currency, ISO 4217.
            handle: The customer: a phone number or an e-mail address.
            description: What it is for.
            merchant: Who is paid.
            metadata: Notes of your own, which come back in replies and events.
            idempotency_key: What makes a repeated call harmless, and what names the payment until it has an identifier;
                made by the client if absent.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payments/methods/create/
        """
        reply: Payment = await self._call(
            "payments.create",
            {
                "amount_cents": amount_cents,
                "currency": currency,
                "handle": handle,
                "description": description,
                "merchant": merchant,
                "metadata": metadata,
                "idempotency_key": idempotency_key,
            },
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def retrieve(
        self,
        payment_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> Payment:
        """Gives a payment as it is now.

        Args:
            payment_id: The payment.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payments/methods/retrieve/
        """
        reply: Payment = await self._call(
            "payments.retrieve",
            {"payment_id": payment_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def cancel(
        self,
        payment_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> Payment:
        """Cancels a payment and closes its card.

        Args:
            payment_id: The payment.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payments/methods/cancel/
        """
        reply: Payment = await self._call(
            "payments.cancel",
            {"payment_id": payment_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def credentials(
        self,
        payment_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentCredentialsResponse:
        """Gives what the details of a `ready` payment's card are fetched with, from their provider and not from Linq.
        They are not to be stored.

        Args:
            payment_id: The payment.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payments/methods/credentials/
        """
        reply: PaymentCredentialsResponse = await self._call(
            "payments.credentials",
            {"payment_id": payment_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class PaymentsResourceWithRawResponse:
    """What `client.payments.with_raw_response` gives."""

    def __init__(self, payments: PaymentsResource) -> None:
        self._payments = payments
        self.create = to_raw_response_wrapper(payments.create)
        self.retrieve = to_raw_response_wrapper(payments.retrieve)
        self.cancel = to_raw_response_wrapper(payments.cancel)
        self.credentials = to_raw_response_wrapper(payments.credentials)


class AsyncPaymentsResourceWithRawResponse:
    """What `client.payments.with_raw_response` gives."""

    def __init__(self, payments: AsyncPaymentsResource) -> None:
        self._payments = payments
        self.create = async_to_raw_response_wrapper(payments.create)
        self.retrieve = async_to_raw_response_wrapper(payments.retrieve)
        self.cancel = async_to_raw_response_wrapper(payments.cancel)
        self.credentials = async_to_raw_response_wrapper(payments.credentials)


class PaymentsResourceWithStreamingResponse:
    """What `client.payments.with_streaming_response` gives."""

    def __init__(self, payments: PaymentsResource) -> None:
        self._payments = payments
        self.create = to_streamed_response_wrapper(payments.create)
        self.retrieve = to_streamed_response_wrapper(payments.retrieve)
        self.cancel = to_streamed_response_wrapper(payments.cancel)
        self.credentials = to_streamed_response_wrapper(payments.credentials)


class AsyncPaymentsResourceWithStreamingResponse:
    """What `client.payments.with_streaming_response` gives."""

    def __init__(self, payments: AsyncPaymentsResource) -> None:
        self._payments = payments
        self.create = async_to_streamed_response_wrapper(payments.create)
        self.retrieve = async_to_streamed_response_wrapper(payments.retrieve)
        self.cancel = async_to_streamed_response_wrapper(payments.cancel)
        self.credentials = async_to_streamed_response_wrapper(payments.credentials)
