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
    from collections.abc import Iterable

    from .._options import Body, Headers, NotGiven, Omit, Query, SequenceNotStr
    from ..types import (
        WebhookEventType,
        WebhookSubscription,
        WebhookSubscriptionCreateResponse,
        WebhookSubscriptionListResponse,
    )


class WebhookSubscriptionsResource(SyncResource):
    """Where webhook events are delivered."""

    @cached_property
    def with_raw_response(self) -> WebhookSubscriptionsResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return WebhookSubscriptionsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> WebhookSubscriptionsResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return WebhookSubscriptionsResourceWithStreamingResponse(self)

    def create(
        self,
        *,
        subscribed_events: Iterable[WebhookEventType],
        target_url: str,
        phone_numbers: SequenceNotStr[str] | Omit = omit,
        routing_id_header: str | Omit = omit,
        routing_key_header: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> WebhookSubscriptionCreateResponse:
        """Has events delivered to a URL of yours.

        The reply holds the secret that signs the deliveries, and no later reply does: keep it. `?version=2025-01-01` or
        `?version=2026-02-03` in the URL chooses how message events look.

        Args:
            subscribed_events: Which events to deliver.
            target_url: Where to deliver them: an `https` URL that answers 2xx within 10 seconds.
            phone_numbers: Only events of these lines; of all lines unless told otherwise.
            routing_id_header: The name of the header that carries the chat's id, `Linq-Chat-Id` unless told otherwise.
                It has a meaning only together with `routing_key_header`.
            routing_key_header: Turns delivery affinity on: the name of the header for a routing token, which your
                server hands out in its 2xx reply and every later delivery of the same chat brings along.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/create/
        """
        reply: WebhookSubscriptionCreateResponse = self._call(
            "webhook_subscriptions.create",
            {
                "subscribed_events": subscribed_events,
                "target_url": target_url,
                "phone_numbers": phone_numbers,
                "routing_id_header": routing_id_header,
                "routing_key_header": routing_key_header,
            },
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def retrieve(
        self,
        subscription_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> WebhookSubscription:
        """Gives a subscription, without its secret.

        Args:
            subscription_id: The subscription.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/retrieve/
        """
        reply: WebhookSubscription = self._call(
            "webhook_subscriptions.retrieve",
            {"subscription_id": subscription_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def update(
        self,
        subscription_id: str,
        *,
        is_active: bool | Omit = omit,
        phone_numbers: SequenceNotStr[str] | None | Omit = omit,
        routing_id_header: str | None | Omit = omit,
        routing_key_header: str | None | Omit = omit,
        subscribed_events: Iterable[WebhookEventType] | Omit = omit,
        target_url: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> WebhookSubscription:
        """Changes a subscription. What is left out stays as it is; `None` takes a value away.

        Args:
            subscription_id: The subscription.
            is_active: Whether to deliver at all.
            phone_numbers: Only events of these lines; cleared, of all lines.
            routing_id_header: The name of the header that carries the chat's id, `Linq-Chat-Id` unless told otherwise.
                It has a meaning only together with `routing_key_header`.
            routing_key_header: Turns delivery affinity on: the name of the header for a routing token, which your
                server hands out in its 2xx reply and every later delivery of the same chat brings along.
            subscribed_events: Which events to deliver, instead of those so far.
            target_url: Where to deliver them.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/update/
        """
        reply: WebhookSubscription = self._call(
            "webhook_subscriptions.update",
            {
                "subscription_id": subscription_id,
                "is_active": is_active,
                "phone_numbers": phone_numbers,
                "routing_id_header": routing_id_header,
                "routing_key_header": routing_key_header,
                "subscribed_events": subscribed_events,
                "target_url": target_url,
            },
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> WebhookSubscriptionListResponse:
        """Gives all subscriptions, without their secrets.

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

        See https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/list/
        """
        reply: WebhookSubscriptionListResponse = self._call(
            "webhook_subscriptions.list",
            {},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def delete(
        self,
        subscription_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> None:
        """Ends a subscription: nothing more is delivered.

        Args:
            subscription_id: The subscription.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/delete/
        """
        self._call(
            "webhook_subscriptions.delete",
            {"subscription_id": subscription_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )


class AsyncWebhookSubscriptionsResource(AsyncResource):
    """Where webhook events are delivered."""

    @cached_property
    def with_raw_response(self) -> AsyncWebhookSubscriptionsResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncWebhookSubscriptionsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncWebhookSubscriptionsResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncWebhookSubscriptionsResourceWithStreamingResponse(self)

    async def create(
        self,
        *,
        subscribed_events: Iterable[WebhookEventType],
        target_url: str,
        phone_numbers: SequenceNotStr[str] | Omit = omit,
        routing_id_header: str | Omit = omit,
        routing_key_header: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> WebhookSubscriptionCreateResponse:
        """Has events delivered to a URL of yours.

        The reply holds the secret that signs the deliveries, and no later reply does: keep it. `?version=2025-01-01` or
        `?version=2026-02-03` in the URL chooses how message events look.

        Args:
            subscribed_events: Which events to deliver.
            target_url: Where to deliver them: an `https` URL that answers 2xx within 10 seconds.
            phone_numbers: Only events of these lines; of all lines unless told otherwise.
            routing_id_header: The name of the header that carries the chat's id, `Linq-Chat-Id` unless told otherwise.
                It has a meaning only together with `routing_key_header`.
            routing_key_header: Turns delivery affinity on: the name of the header for a routing token, which your
                server hands out in its 2xx reply and every later delivery of the same chat brings along.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/create/
        """
        reply: WebhookSubscriptionCreateResponse = await self._call(
            "webhook_subscriptions.create",
            {
                "subscribed_events": subscribed_events,
                "target_url": target_url,
                "phone_numbers": phone_numbers,
                "routing_id_header": routing_id_header,
                "routing_key_header": routing_key_header,
            },
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def retrieve(
        self,
        subscription_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> WebhookSubscription:
        """Gives a subscription, without its secret.

        Args:
            subscription_id: The subscription.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/retrieve/
        """
        reply: WebhookSubscription = await self._call(
            "webhook_subscriptions.retrieve",
            {"subscription_id": subscription_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def update(
        self,
        subscription_id: str,
        *,
        is_active: bool | Omit = omit,
        phone_numbers: SequenceNotStr[str] | None | Omit = omit,
        routing_id_header: str | None | Omit = omit,
        routing_key_header: str | None | Omit = omit,
        subscribed_events: Iterable[WebhookEventType] | Omit = omit,
        target_url: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> WebhookSubscription:
        """Changes a subscription. What is left out stays as it is; `None` takes a value away.

        Args:
            subscription_id: The subscription.
            is_active: Whether to deliver at all.
            phone_numbers: Only events of these lines; cleared, of all lines.
            routing_id_header: The name of the header that carries the chat's id, `Linq-Chat-Id` unless told otherwise.
                It has a meaning only together with `routing_key_header`.
            routing_key_header: Turns delivery affinity on: the name of the header for a routing token, which your
                server hands out in its 2xx reply and every later delivery of the same chat brings along.
            subscribed_events: Which events to deliver, instead of those so far.
            target_url: Where to deliver them.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/update/
        """
        reply: WebhookSubscription = await self._call(
            "webhook_subscriptions.update",
            {
                "subscription_id": subscription_id,
                "is_active": is_active,
                "phone_numbers": phone_numbers,
                "routing_id_header": routing_id_header,
                "routing_key_header": routing_key_header,
                "subscribed_events": subscribed_events,
                "target_url": target_url,
            },
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> WebhookSubscriptionListResponse:
        """Gives all subscriptions, without their secrets.

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

        See https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/list/
        """
        reply: WebhookSubscriptionListResponse = await self._call(
            "webhook_subscriptions.list",
            {},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def delete(
        self,
        subscription_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> None:
        """Ends a subscription: nothing more is delivered.

        Args:
            subscription_id: The subscription.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/delete/
        """
        await self._call(
            "webhook_subscriptions.delete",
            {"subscription_id": subscription_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )


class WebhookSubscriptionsResourceWithRawResponse:
    """What `client.webhook_subscriptions.with_raw_response` gives."""

    def __init__(self, webhook_subscriptions: WebhookSubscriptionsResource) -> None:
        self._webhook_subscriptions = webhook_subscriptions
        self.create = to_raw_response_wrapper(webhook_subscriptions.create)
        self.retrieve = to_raw_response_wrapper(webhook_subscriptions.retrieve)
        self.update = to_raw_response_wrapper(webhook_subscriptions.update)
        self.list = to_raw_response_wrapper(webhook_subscriptions.list)
        self.delete = to_raw_response_wrapper(webhook_subscriptions.delete)


class AsyncWebhookSubscriptionsResourceWithRawResponse:
    """What `client.webhook_subscriptions.with_raw_response` gives."""

    def __init__(self, webhook_subscriptions: AsyncWebhookSubscriptionsResource) -> None:
        self._webhook_subscriptions = webhook_subscriptions
        self.create = async_to_raw_response_wrapper(webhook_subscriptions.create)
        self.retrieve = async_to_raw_response_wrapper(webhook_subscriptions.retrieve)
        self.update = async_to_raw_response_wrapper(webhook_subscriptions.update)
        self.list = async_to_raw_response_wrapper(webhook_subscriptions.list)
        self.delete = async_to_raw_response_wrapper(webhook_subscriptions.delete)


class WebhookSubscriptionsResourceWithStreamingResponse:
    """What `client.webhook_subscriptions.with_streaming_response` gives."""

    def __init__(self, webhook_subscriptions: WebhookSubscriptionsResource) -> None:
        self._webhook_subscriptions = webhook_subscriptions
        self.create = to_streamed_response_wrapper(webhook_subscriptions.create)
        self.retrieve = to_streamed_response_wrapper(webhook_subscriptions.retrieve)
        self.update = to_streamed_response_wrapper(webhook_subscriptions.update)
        self.list = to_streamed_response_wrapper(webhook_subscriptions.list)
        self.delete = to_streamed_response_wrapper(webhook_subscriptions.delete)


class AsyncWebhookSubscriptionsResourceWithStreamingResponse:
    """What `client.webhook_subscriptions.with_streaming_response` gives."""

    def __init__(self, webhook_subscriptions: AsyncWebhookSubscriptionsResource) -> None:
        self._webhook_subscriptions = webhook_subscriptions
        self.create = async_to_streamed_response_wrapper(webhook_subscriptions.create)
        self.retrieve = async_to_streamed_response_wrapper(webhook_subscriptions.retrieve)
        self.update = async_to_streamed_response_wrapper(webhook_subscriptions.update)
        self.list = async_to_streamed_response_wrapper(webhook_subscriptions.list)
        self.delete = async_to_streamed_response_wrapper(webhook_subscriptions.delete)
