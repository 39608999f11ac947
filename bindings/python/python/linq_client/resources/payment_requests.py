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
    from datetime import datetime

    from .._options import Body, Headers, NotGiven, Omit, Query
    from ..types import (
        DiscountParam,
        PaymentMode,
        PaymentRail,
        PaymentRequest,
        PaymentRequestListResponse,
        PaymentRequestStatus,
    )


class PaymentRequestsResource(SyncResource):
    """Requests for money."""

    @cached_property
    def with_raw_response(self) -> PaymentRequestsResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return PaymentRequestsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> PaymentRequestsResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return PaymentRequestsResourceWithStreamingResponse(self)

    def create(
        self,
        *,
        amount: int | Omit = omit,
        currency: str | Omit = omit,
        customer_id: str | Omit = omit,
        description: str | Omit = omit,
        discount: DiscountParam | Omit = omit,
        from_: str | Omit = omit,
        metadata: Mapping[str, str] | Omit = omit,
        mode: PaymentMode | Omit = omit,
        payer_handle: str | Omit = omit,
        price_id: str | Omit = omit,
        quantity: int | Omit = omit,
        rail: PaymentRail | Omit = omit,
        trial_end: str | datetime | Omit = omit,
        trial_period_days: int | Omit = omit,
        idempotency_key: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentRequest:
        """Asks for money: the reply holds the `checkout_url` to send to the recipient.

        The money goes to your own Stripe account, which has to be connected (403 otherwise). Every call carries an
        idempotency key, yours or a fresh one.

        Args:
            amount: How much is paid once, in the currency's smallest unit; for US dollars 50 cents or more. Not for a
                subscription.
            currency: The currency of that, ISO 4217; only `usd` so far.
            customer_id: A customer of your Stripe account (`cus_…`) to attach the request to.
            description: What it is for, as shown at checkout.
            discount: A discount on a subscription.
            from_: The line that the request is sent from; needed on the Natural rail.
            metadata: Notes of your own, up to 49, which come back in replies and events and go to Stripe. Keys that
                start with `linq_` are taken.
            mode: Whether to pay once, which it is unless told otherwise, or to subscribe.
            payer_handle: Who pays; needed on the Natural rail.
            price_id: What is subscribed to: an active recurring price of your Stripe account (`price_…`).
            quantity: How many units of that price.
            rail: What carries the money; your Stripe account unless told otherwise.
            trial_end: When a free trial ends: a moment in the future, RFC 3339. Either this or `trial_period_days`.
            trial_period_days: How many days a free trial lasts.
            idempotency_key: What makes a repeated call harmless; made by the client if absent.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payment_requests/methods/create/
        """
        reply: PaymentRequest = self._call(
            "payment_requests.create",
            {
                "amount": amount,
                "currency": currency,
                "customer_id": customer_id,
                "description": description,
                "discount": discount,
                "from": from_,
                "metadata": metadata,
                "mode": mode,
                "payer_handle": payer_handle,
                "price_id": price_id,
                "quantity": quantity,
                "rail": rail,
                "trial_end": trial_end,
                "trial_period_days": trial_period_days,
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
        payment_request_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentRequest:
        """Gives a payment request as it is now.

        Args:
            payment_request_id: The payment request.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payment_requests/methods/retrieve/
        """
        reply: PaymentRequest = self._call(
            "payment_requests.retrieve",
            {"payment_request_id": payment_request_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def list(
        self,
        *,
        limit: int | Omit = omit,
        offset: int | Omit = omit,
        status: PaymentRequestStatus | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentRequestListResponse:
        """Gives your payment requests, a page at a time, the newest first.

        Args:
            limit: How many items a page holds: 1 to 100, 20 unless told otherwise.
            offset: How many items to skip.
            status: Only requests that got this far.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payment_requests/methods/list/
        """
        reply: PaymentRequestListResponse = self._call(
            "payment_requests.list",
            {"limit": limit, "offset": offset, "status": status},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def cancel(
        self,
        payment_request_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentRequest:
        """Takes back a payment request that has not been paid. One that is paid, cancelled or expired is refused with
        409.

        Args:
            payment_request_id: The payment request.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payment_requests/methods/cancel/
        """
        reply: PaymentRequest = self._call(
            "payment_requests.cancel",
            {"payment_request_id": payment_request_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class AsyncPaymentRequestsResource(AsyncResource):
    """Requests for money."""

    @cached_property
    def with_raw_response(self) -> AsyncPaymentRequestsResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncPaymentRequestsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncPaymentRequestsResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncPaymentRequestsResourceWithStreamingResponse(self)

    async def create(
        self,
        *,
        amount: int | Omit = omit,
        currency: str | Omit = omit,
        customer_id: str | Omit = omit,
        description: str | Omit = omit,
        discount: DiscountParam | Omit = omit,
        from_: str | Omit = omit,
        metadata: Mapping[str, str] | Omit = omit,
        mode: PaymentMode | Omit = omit,
        payer_handle: str | Omit = omit,
        price_id: str | Omit = omit,
        quantity: int | Omit = omit,
        rail: PaymentRail | Omit = omit,
        trial_end: str | datetime | Omit = omit,
        trial_period_days: int | Omit = omit,
        idempotency_key: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentRequest:
        """Asks for money: the reply holds the `checkout_url` to send to the recipient.

        The money goes to your own Stripe account, which has to be connected (403 otherwise). Every call carries an
        idempotency key, yours or a fresh one.

        Args:
            amount: How much is paid once, in the currency's smallest unit; for US dollars 50 cents or more. Not for a
                subscription.
            currency: The currency of that, ISO 4217; only `usd` so far.
            customer_id: A customer of your Stripe account (`cus_…`) to attach the request to.
            description: What it is for, as shown at checkout.
            discount: A discount on a subscription.
            from_: The line that the request is sent from; needed on the Natural rail.
            metadata: Notes of your own, up to 49, which come back in replies and events and go to Stripe. Keys that
                start with `linq_` are taken.
            mode: Whether to pay once, which it is unless told otherwise, or to subscribe.
            payer_handle: Who pays; needed on the Natural rail.
            price_id: What is subscribed to: an active recurring price of your Stripe account (`price_…`).
            quantity: How many units of that price.
            rail: What carries the money; your Stripe account unless told otherwise.
            trial_end: When a free trial ends: a moment in the future, RFC 3339. Either this or `trial_period_days`.
            trial_period_days: How many days a free trial lasts.
            idempotency_key: What makes a repeated call harmless; made by the client if absent.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payment_requests/methods/create/
        """
        reply: PaymentRequest = await self._call(
            "payment_requests.create",
            {
                "amount": amount,
                "currency": currency,
                "customer_id": customer_id,
                "description": description,
                "discount": discount,
                "from": from_,
                "metadata": metadata,
                "mode": mode,
                "payer_handle": payer_handle,
                "price_id": price_id,
                "quantity": quantity,
                "rail": rail,
                "trial_end": trial_end,
                "trial_period_days": trial_period_days,
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
        payment_request_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentRequest:
        """Gives a payment request as it is now.

        Args:
            payment_request_id: The payment request.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payment_requests/methods/retrieve/
        """
        reply: PaymentRequest = await self._call(
            "payment_requests.retrieve",
            {"payment_request_id": payment_request_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def list(
        self,
        *,
        limit: int | Omit = omit,
        offset: int | Omit = omit,
        status: PaymentRequestStatus | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentRequestListResponse:
        """Gives your payment requests, a page at a time, the newest first.

        Args:
            limit: How many items a page holds: 1 to 100, 20 unless told otherwise.
            offset: How many items to skip.
            status: Only requests that got this far.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payment_requests/methods/list/
        """
        reply: PaymentRequestListResponse = await self._call(
            "payment_requests.list",
            {"limit": limit, "offset": offset, "status": status},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def cancel(
        self,
        payment_request_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PaymentRequest:
        """Takes back a payment request that has not been paid. One that is paid, cancelled or expired is refused with
        409.

        Args:
            payment_request_id: The payment request.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/payment_requests/methods/cancel/
        """
        reply: PaymentRequest = await self._call(
            "payment_requests.cancel",
            {"payment_request_id": payment_request_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class PaymentRequestsResourceWithRawResponse:
    """What `client.payment_requests.with_raw_response` gives."""

    def __init__(self, payment_requests: PaymentRequestsResource) -> None:
        self._payment_requests = payment_requests
        self.create = to_raw_response_wrapper(payment_requests.create)
        self.retrieve = to_raw_response_wrapper(payment_requests.retrieve)
        self.list = to_raw_response_wrapper(payment_requests.list)
        self.cancel = to_raw_response_wrapper(payment_requests.cancel)


class AsyncPaymentRequestsResourceWithRawResponse:
    """What `client.payment_requests.with_raw_response` gives."""

    def __init__(self, payment_requests: AsyncPaymentRequestsResource) -> None:
        self._payment_requests = payment_requests
        self.create = async_to_raw_response_wrapper(payment_requests.create)
        self.retrieve = async_to_raw_response_wrapper(payment_requests.retrieve)
        self.list = async_to_raw_response_wrapper(payment_requests.list)
        self.cancel = async_to_raw_response_wrapper(payment_requests.cancel)


class PaymentRequestsResourceWithStreamingResponse:
    """What `client.payment_requests.with_streaming_response` gives."""

    def __init__(self, payment_requests: PaymentRequestsResource) -> None:
        self._payment_requests = payment_requests
        self.create = to_streamed_response_wrapper(payment_requests.create)
        self.retrieve = to_streamed_response_wrapper(payment_requests.retrieve)
        self.list = to_streamed_response_wrapper(payment_requests.list)
        self.cancel = to_streamed_response_wrapper(payment_requests.cancel)


class AsyncPaymentRequestsResourceWithStreamingResponse:
    """What `client.payment_requests.with_streaming_response` gives."""

    def __init__(self, payment_requests: AsyncPaymentRequestsResource) -> None:
        self._payment_requests = payment_requests
        self.create = async_to_streamed_response_wrapper(payment_requests.create)
        self.retrieve = async_to_streamed_response_wrapper(payment_requests.retrieve)
        self.list = async_to_streamed_response_wrapper(payment_requests.list)
        self.cancel = async_to_streamed_response_wrapper(payment_requests.cancel)
