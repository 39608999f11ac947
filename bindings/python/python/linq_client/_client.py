"""The clients `Linq` and `AsyncLinq`."""

from __future__ import annotations

from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any

from ._base import BaseClient
from ._call import CallOptions, await_call, lazy_property
from ._run import run, run_async
from ._logging import set_up_from_environment
from ._options import AsyncClientOptions, ClientOptions
from ._requests import AsyncRequests, SyncRequests
from ._typing import Self, Unpack
from ._config import ClientConfig
from .resources._client import (
    AsyncLinqWithRawResponse,
    AsyncLinqWithStreamingResponse,
    AsyncResources,
    LinqWithRawResponse,
    LinqWithStreamingResponse,
    SyncResources,
)

if TYPE_CHECKING:
    from ._webhooks import AsyncWebhooksResource, WebhooksResource


class Linq(SyncResources, SyncRequests, BaseClient):
    """Blocking client of the Linq Partner API. It can be shared between threads, and used in a forked child.

    Arguments that are not given are read from the environment, where a variable is named.

    Args:
        api_key: API key, sent as the bearer token; by default `LINQ_API_V3_API_KEY`. It must not begin or end with a space.
        webhook_secret: Signing secret of webhooks; by default `LINQ_WEBHOOK_SECRET`.
        base_url: Base URL of the API; by default `LINQ_API_V3_BASE_URL`, or Linq's servers. A `/v3` after `/api/partner`
            is removed. `http` is allowed for loopback only, unless `allow_http` is set.
        timeout: Maximum seconds for one attempt, from connecting to the last byte of the response; 60 by default, `None`
            for no limit.
        max_retries: Maximum number of retries of a call, for retryable errors and only if a retry is safe; 2 by default.
        default_headers: Headers of every request, in addition to those of `LINQ_API_V3_CUSTOM_HEADERS`.
        default_query: Query parameters of every request.
        deadline: Maximum seconds for a call, including retries and backoff; no limit by default.
        rate_limits: Delays calls to stay within rate limits, which avoids 429 responses: `True` for those that Linq documents,
            or `RateLimits`, which can limit the messages of a line too; off by default.
        rate_limit_line: Line, a phone number (E.164), that a message counts for if its arguments do not name the line. It is
            not sent.
        transport: Callable that sends requests, instead of the package's HTTP client: see `linq_client.Request`.
        allow_http: Allows sending the API key unencrypted; off by default.
        connect_timeout: Maximum seconds to connect, including TLS; 10 by default.
        proxy: URL of a proxy for all requests, such as `http://user:password@host:3128`; by default taken from the
            environment.
        root_certificates: PEM certificates to trust instead of the platform's.
        max_response_bytes: Maximum size of a response's body after decompression, in bytes; 32 MiB by default. A larger
            one is an `APIConnectionError`, and the call may have taken effect.
        retry_quota: Tokens of the quota that the retries of all calls share, so that an outage is not amplified; 500 by
            default, `math.inf` for no quota. A retry takes 5 tokens after an error response, and 10 after a failure without
            a response; a call that succeeds returns the tokens of its retries, or one if it had none. While there are too
            few, a call that fails is not retried.
        observer: Observer of each attempt, for metrics and audit: see `linq_client.AttemptObserver`.
        _strict_response_validation: Makes a response that differs from the documentation an
            `APIResponseValidationError`; off by default, since the request was accepted nevertheless.

    Raises:
        LinqApiv3Error: No API key is given, and `LINQ_API_V3_API_KEY` is not set.
        InvalidArgumentError: An argument is invalid; its `path` names it.
    """

    _KIND = "blocking"

    def __init__(self, **options: Unpack[ClientOptions]) -> None:
        set_up_from_environment()
        config = ClientConfig.from_options("Linq.__init__", options, ClientOptions)
        self._init(config, config.open(self._KIND, None))

    @lazy_property
    def webhooks(self) -> WebhooksResource:
        """Verification of webhook deliveries."""
        from ._webhooks import WebhooksResource

        return WebhooksResource(self)

    @cached_property
    def with_raw_response(self) -> LinqWithRawResponse:
        """The same resources, whose methods return raw responses."""
        return LinqWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> LinqWithStreamingResponse:
        """The same resources, whose methods return context managers of raw responses. The body has been read completely."""
        return LinqWithStreamingResponse(self)

    def _init(self, config: ClientConfig, native: Any) -> None:
        super()._init(config, native)
        self._execute = self._native.call if config.transport is None else self._run

    def _run(
        self, name: str, arguments: dict[str, Any], options: CallOptions | None, page: type[Any] | None, raw: bool
    ) -> Any:
        return run(self._native.pending(name, arguments, options, page, raw), self._config.transport)

    def close(self) -> None:
        """Closes the connections of this client and of all clients related to it by `with_options`. Later calls raise
        `RuntimeError`."""
        self._native.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class AsyncLinq(AsyncResources, AsyncRequests, BaseClient):
    """Asyncio client of the Linq Partner API. It can be shared between event loops and threads, and used in a forked child.

    Cancelling a task cancels its call, which may have taken effect. The arguments are those of `Linq`, except that
    `transport` is asynchronous, and `max_connections`: maximum number of requests that have a connection at the same time,
    1,000 by default. Further requests wait for one, at most for their timeout.
    """

    _KIND = "async"

    def __init__(self, **options: Unpack[AsyncClientOptions]) -> None:
        set_up_from_environment()
        config = ClientConfig.from_options("AsyncLinq.__init__", options, AsyncClientOptions)
        self._init(config, config.open(self._KIND, None))

    @lazy_property
    def webhooks(self) -> AsyncWebhooksResource:
        """Verification of webhook deliveries."""
        from ._webhooks import AsyncWebhooksResource

        return AsyncWebhooksResource(self)

    @cached_property
    def with_raw_response(self) -> AsyncLinqWithRawResponse:
        """The same resources, whose methods return raw responses."""
        return AsyncLinqWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncLinqWithStreamingResponse:
        """The same resources, whose methods return context managers of raw responses. The body has been read completely."""
        return AsyncLinqWithStreamingResponse(self)

    async def _execute(
        self, name: str, arguments: dict[str, Any], options: CallOptions | None, page: type[Any] | None, raw: bool
    ) -> Any:
        transport = self._config.transport
        if transport is None:
            return await await_call(self._native.start(name, arguments, options, page, raw))
        return await run_async(self._native.pending(name, arguments, options, page, raw), transport)

    async def close(self) -> None:
        """Closes the connections of this client and of all clients related to it by `with_options`. Later calls raise
        `RuntimeError`."""
        self._native.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()


LinqAPIV3 = Linq
AsyncLinqAPIV3 = AsyncLinq
Client = Linq
AsyncClient = AsyncLinq
