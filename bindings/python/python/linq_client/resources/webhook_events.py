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
    from ..types import WebhookEventListResponse


class WebhookEventsResource(SyncResource):
    """The kinds of webhook events."""

    @cached_property
    def with_raw_response(self) -> WebhookEventsResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return WebhookEventsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> WebhookEventsResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return WebhookEventsResourceWithStreamingResponse(self)

    def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> WebhookEventListResponse:
        """Gives every kind of event that can be subscribed to.

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

        See https://docs.linqapp.com/api/resources/webhook_events/methods/list/
        """
        reply: WebhookEventListResponse = self._call(
            "webhook_events.list",
            {},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class AsyncWebhookEventsResource(AsyncResource):
    """The kinds of webhook events."""

    @cached_property
    def with_raw_response(self) -> AsyncWebhookEventsResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncWebhookEventsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncWebhookEventsResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncWebhookEventsResourceWithStreamingResponse(self)

    async def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> WebhookEventListResponse:
        """Gives every kind of event that can be subscribed to.

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

        See https://docs.linqapp.com/api/resources/webhook_events/methods/list/
        """
        reply: WebhookEventListResponse = await self._call(
            "webhook_events.list",
            {},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class WebhookEventsResourceWithRawResponse:
    """What `client.webhook_events.with_raw_response` gives."""

    def __init__(self, webhook_events: WebhookEventsResource) -> None:
        self._webhook_events = webhook_events
        self.list = to_raw_response_wrapper(webhook_events.list)


class AsyncWebhookEventsResourceWithRawResponse:
    """What `client.webhook_events.with_raw_response` gives."""

    def __init__(self, webhook_events: AsyncWebhookEventsResource) -> None:
        self._webhook_events = webhook_events
        self.list = async_to_raw_response_wrapper(webhook_events.list)


class WebhookEventsResourceWithStreamingResponse:
    """What `client.webhook_events.with_streaming_response` gives."""

    def __init__(self, webhook_events: WebhookEventsResource) -> None:
        self._webhook_events = webhook_events
        self.list = to_streamed_response_wrapper(webhook_events.list)


class AsyncWebhookEventsResourceWithStreamingResponse:
    """What `client.webhook_events.with_streaming_response` gives."""

    def __init__(self, webhook_events: AsyncWebhookEventsResource) -> None:
        self._webhook_events = webhook_events
        self.list = async_to_streamed_response_wrapper(webhook_events.list)
