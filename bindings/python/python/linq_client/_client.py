"""The two clients."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ._base import BaseClient
from ._call import finished, lazy_property
from ._drive import drive, drive_async
from ._logging import set_up_from_environment
from ._options import AsyncClientOptions, ClientOptions
from ._requests import AsyncRequests, SyncRequests
from ._settings import Settings
from .resources._client import (
    AsyncLinqWithRawResponse,
    AsyncLinqWithStreamingResponse,
    AsyncResources,
    LinqWithRawResponse,
    LinqWithStreamingResponse,
    SyncResources,
)

if TYPE_CHECKING:
    from types import TracebackType

    from typing_extensions import Self, Unpack

    from ._call import Extras
    from ._webhooks import AsyncWebhooksResource, WebhooksResource


class Linq(SyncResources, SyncRequests, BaseClient):
    """The Linq API, blocking. Meant to be shared between threads; works in a forked child too.

    Every argument that is not given is taken from the environment, if that has it.

    Args:
        api_key: The bearer token; else `LINQ_API_V3_API_KEY`. It may have spaces inside, but not around it: HTTP
            would drop those.
        webhook_secret: What webhooks are signed with; else `LINQ_WEBHOOK_SECRET`.
        base_url: Where requests go; else `LINQ_API_V3_BASE_URL`, else Linq's own servers. A `/v3` after
            `/api/partner` is dropped. Plain `http` is for loopback only, unless `allow_http` says otherwise.
        timeout: Seconds for one attempt, from connecting to the last byte of the reply; `None` for no limit.
        max_retries: How often a failed request is tried again, where that is safe and can help.
        default_headers: Headers for every request, besides those of `LINQ_API_V3_CUSTOM_HEADERS`.
        default_query: Query parameters for every request.
        deadline: Seconds for a whole call, pauses and retries included.
        rate_limits: Whether calls that the API limits wait for their turn, instead of running into 429.
        transport: What sends requests, instead of the package itself: see `linq_client.Request`.
        allow_http: Whether the key may travel in the clear.
        connect_timeout: Seconds to connect, TLS included; 10 unless told otherwise.
        proxy: A proxy for everything, such as `http://user:password@host:3128`.
        root_certificates: PEM certificates to trust instead of the platform's.
        max_response_bytes: Maximum size of a response's body after decompression; 32 MiB by default. A larger one is an
            `APIConnectionError`, and the call may have taken effect.
        _strict_response_validation: Whether a response that is not as documented is an error; off by default, since the
            request has been accepted all the same.

    Raises:
        LinqApiv3Error: There is no API key.
        InvalidArgumentError: An argument makes no sense; its `path` says which.
    """

    _KIND = "blocking"

    def __init__(self, **options: Unpack[ClientOptions]) -> None:
        set_up_from_environment()
        settings = Settings.of("Linq.__init__", options, ClientOptions)
        self._set_up(settings, settings.open(self._KIND, None))

    @lazy_property
    def webhooks(self) -> WebhooksResource:
        """Whether a delivery is Linq's, and what it says."""
        from ._webhooks import WebhooksResource

        return WebhooksResource(self)

    @cached_property
    def with_raw_response(self) -> LinqWithRawResponse:
        """The same resources, whose methods give the reply as it came."""
        return LinqWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> LinqWithStreamingResponse:
        """The same resources, whose methods are context managers that give the reply as it came. Its body has been read whole by then."""
        return LinqWithStreamingResponse(self)

    def _set_up(self, settings: Settings, native: Any) -> None:
        super()._set_up(settings, native)
        self._carry = self._native.call if settings.transport is None else self._drive

    def _drive(
        self, name: str, arguments: dict[str, Any], extras: Extras | None, page: type[Any] | None, raw: bool
    ) -> Any:
        return drive(self._native.pending(name, arguments, extras, page, raw), self._settings.transport)

    def close(self) -> None:
        """Closes the connections, also those of the clients that `with_options` made of this one, or this one of. No
        call can be made with any of them then."""
        self._native.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class AsyncLinq(AsyncResources, AsyncRequests, BaseClient):
    """The Linq API, for asyncio. Works in any number of event loops and threads, and in a forked child.

    Cancelling a task cancels its call; whether the server has acted by then is not known.
    The arguments are those of `Linq`, except that `transport` is asynchronous, and `max_connections`: how many requests may
    have a connection at the same time, 1,000 by default. More of them wait, at most for the time of their attempt.
    """

    _KIND = "async"

    def __init__(self, **options: Unpack[AsyncClientOptions]) -> None:
        set_up_from_environment()
        settings = Settings.of("AsyncLinq.__init__", options, AsyncClientOptions)
        self._set_up(settings, settings.open(self._KIND, None))

    @lazy_property
    def webhooks(self) -> AsyncWebhooksResource:
        """Whether a delivery is Linq's, and what it says."""
        from ._webhooks import AsyncWebhooksResource

        return AsyncWebhooksResource(self)

    @cached_property
    def with_raw_response(self) -> AsyncLinqWithRawResponse:
        """The same resources, whose methods give the reply as it came."""
        return AsyncLinqWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncLinqWithStreamingResponse:
        """The same resources, whose methods are context managers that give the reply as it came. Its body has been read whole by then."""
        return AsyncLinqWithStreamingResponse(self)

    async def _carry(
        self, name: str, arguments: dict[str, Any], extras: Extras | None, page: type[Any] | None, raw: bool
    ) -> Any:
        transport = self._settings.transport
        if transport is None:
            return await finished(self._native.start(name, arguments, extras, page, raw))
        return await drive_async(self._native.pending(name, arguments, extras, page, raw), transport)

    async def close(self) -> None:
        """Closes the connections, also those of the clients that `with_options` made of this one, or this one of. No
        call can be made with any of them then."""
        self._native.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()


LinqAPIV3 = Linq
AsyncLinqAPIV3 = AsyncLinq
Client = Linq
AsyncClient = AsyncLinq
