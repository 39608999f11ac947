"""The two clients."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from ._call import extras_of
from ._options import not_given
from ._settings import Settings
from .resources._client import AsyncResources, SyncResources

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import TracebackType

    from typing_extensions import Self

    from ._call import Extras
    from ._options import Body, NotGiven, Omit
    from ._transport import AsyncTransport, Transport
    from ._webhooks import AsyncWebhooksResource, WebhooksResource
    from .resources._client import (
        AsyncLinqWithRawResponse,
        AsyncLinqWithStreamingResponse,
        LinqWithRawResponse,
        LinqWithStreamingResponse,
    )


class _Client:
    """What both clients have."""

    _KIND: str
    _settings: Settings
    _native: Any

    def _set_up(self, settings: Settings, native: Any) -> None:
        from ._logging import set_up_from_environment

        set_up_from_environment()
        self._settings = settings
        self._native = settings.apply(settings.open(self._KIND) if native is None else native)

    @property
    def api_key(self) -> str:
        """The bearer token."""
        return self._settings.api_key

    @property
    def webhook_secret(self) -> str | None:
        """What webhooks are signed with, unless `unwrap` is given another key."""
        return self._settings.webhook_secret

    @property
    def base_url(self) -> str:
        """Where requests go."""
        return self._settings.base_url

    @property
    def timeout(self) -> float | None:
        """Seconds for one attempt; `None` for no limit."""
        return cast("float | None", self._settings.timeout)

    @property
    def max_retries(self) -> int:
        """How often a failed request is tried again, where that is safe and can help."""
        return self._settings.max_retries

    @property
    def default_headers(self) -> dict[str, str | Omit]:
        """Headers of every request, besides those that the package sets itself."""
        return dict(self._settings.default_headers)

    @property
    def default_query(self) -> dict[str, object]:
        """Query parameters of every request."""
        return dict(self._settings.default_query)

    def is_closed(self) -> bool:
        """Whether `close()` was called."""
        return bool(self._native.is_closed())

    def copy(
        self,
        *,
        api_key: str | None = None,
        webhook_secret: str | None = None,
        base_url: str | None = None,
        timeout: float | None | NotGiven = not_given,
        http_client: None = None,
        max_retries: int | NotGiven = not_given,
        default_headers: Mapping[str, str] | None = None,
        set_default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, object] | None = None,
        set_default_query: Mapping[str, object] | None = None,
        deadline: float | None = None,
        pacing: bool | None = None,
        transport: Any = None,
    ) -> Self:
        """A client with some options changed. It shares the connections if the changes allow it.

        Args:
            default_headers: Headers to add to those of this client.
            set_default_headers: Headers in place of those of this client.
            default_query: Query parameters to add to those of this client.
            set_default_query: Query parameters in place of those of this client.
        """
        if http_client is not None:
            raise TypeError("http_client: give a callable as `transport=` instead")
        changes: dict[str, Any] = {
            "api_key": api_key,
            "webhook_secret": webhook_secret,
            "base_url": base_url,
            "timeout": timeout,
            "max_retries": max_retries,
            "default_headers": _changed("headers", self._settings.default_headers, default_headers, set_default_headers),
            "default_query": _changed("query", self._settings.default_query, default_query, set_default_query),
            "deadline": deadline,
            "pacing": pacing,
            "transport": transport,
        }
        settings = self._settings.with_changes(changes)
        twin = object.__new__(type(self))
        twin._set_up(settings, None if settings.opens_another_transport(self._settings) else self._native)
        return twin

    with_options = copy

    def _request_extras(self, options: Mapping[str, Any] | None) -> Extras | None:
        options = options or {}
        given = options.get("headers") or options.get("extra_headers")
        headers = dict(given) if given else None
        if options.get("idempotency_key"):
            headers = {**(headers or {}), "Idempotency-Key": options["idempotency_key"]}
        query = options.get("params") or options.get("extra_query")
        return extras_of(headers, query, options.get("extra_body"), options.get("timeout", not_given))

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self.base_url!r})"


def _changed(
    name: str, own: Mapping[str, Any], more: Mapping[str, Any] | None, instead: Mapping[str, Any] | None
) -> dict[str, Any]:
    if more is not None and instead is not None:
        raise ValueError(f"`default_{name}` and `set_default_{name}` arguments are mutually exclusive")
    if instead is not None:
        return dict(instead)
    return {**own, **(more or {})}


class Linq(SyncResources, _Client):
    """The Linq API, blocking. Meant to be shared between threads; works in a forked child too.

    Every argument that is not given is taken from the environment, if that has it.

    Args:
        api_key: The bearer token; else `LINQ_API_V3_API_KEY`.
        webhook_secret: What webhooks are signed with; else `LINQ_WEBHOOK_SECRET`.
        base_url: Where requests go; else `LINQ_API_V3_BASE_URL`, else Linq's own servers. Plain `http` is for
            loopback only, unless `allow_http` says otherwise.
        timeout: Seconds for one attempt, from connecting to the last byte of the reply; `None` for no limit.
        max_retries: How often a failed request is tried again, where that is safe and can help.
        default_headers: Headers for every request, besides those of `LINQ_API_V3_CUSTOM_HEADERS`.
        default_query: Query parameters for every request.
        deadline: Seconds for a whole call, pauses and retries included.
        pacing: Whether calls that the API limits wait for their turn, instead of running into 429.
        transport: What sends requests, instead of the package itself: see `linq_client.Request`.
        allow_http: Whether the key may travel in the clear.
        connect_timeout: Seconds to connect, TLS included; 10 unless told otherwise.
        proxy: A proxy for everything, such as `http://user:password@host:3128`.
        root_certificates: PEM certificates to trust instead of the platform's.

    Raises:
        LinqApiv3Error: There is no API key.
        InvalidArgumentError: An argument makes no sense; its `path` says which.
    """

    _KIND = "blocking"

    def __init__(
        self,
        *,
        api_key: str | None = None,
        webhook_secret: str | None = None,
        base_url: str | None = None,
        timeout: float | None | NotGiven = not_given,
        max_retries: int = 2,
        default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: None = None,
        deadline: float | None = None,
        pacing: bool = False,
        transport: Transport | None = None,
        allow_http: bool = False,
        connect_timeout: float | None = None,
        proxy: str | None = None,
        root_certificates: Sequence[str | bytes] = (),
    ) -> None:
        self._set_up(Settings(locals()), None)

    @cached_property
    def webhooks(self) -> WebhooksResource:
        """Whether a delivery is Linq's, and what it says."""
        from ._webhooks import WebhooksResource

        return WebhooksResource(self)

    @cached_property
    def with_raw_response(self) -> LinqWithRawResponse:
        """The same resources, whose methods give the reply as it came."""
        from .resources._client import LinqWithRawResponse

        return LinqWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> LinqWithStreamingResponse:
        """The same resources, whose methods are context managers that give the reply as it came."""
        from .resources._client import LinqWithStreamingResponse

        return LinqWithStreamingResponse(self)

    def _carry(
        self, name: str, arguments: dict[str, Any], extras: Extras | None, page: type[Any] | None, raw: bool
    ) -> Any:
        transport = self._settings.transport
        if transport is None:
            return self._native.call(name, arguments, extras, page, raw)
        from ._drive import drive

        return drive(self._native.pending(name, arguments, extras, page, raw), transport)

    def request(
        self,
        method: str,
        path: str,
        *,
        cast_to: Any = object,
        body: Body | None = None,
        options: Mapping[str, Any] | None = None,
    ) -> Any:
        """A request to any path of the API, through the same machinery: retries, deadlines, errors.

        Args:
            method: Such as `"POST"`.
            path: Below the base URL, percent-encoded, as the documentation has it: `/v3/…`.
            cast_to: What the reply is read as: a model, `dict`, `list`, `str`, `bytes`, `linq_client.Response`,
                `None`, or `object` for any JSON.
            body: What is sent as JSON.
            options: `headers`, `params`, `extra_body`, `timeout`, `idempotency_key`.
        """
        from ._response import APIResponse

        extras = self._request_extras(options)
        transport = self._settings.transport
        if transport is None:
            reply = self._native.request(method.upper(), path, body, extras)
        else:
            from ._drive import drive

            reply = drive(self._native.pending_request(method.upper(), path, body, extras), transport)
        return APIResponse[Any](reply, reply.parse).parse(to=cast_to) if cast_to is not None else None

    def get(self, path: str, *, cast_to: Any = object, options: Mapping[str, Any] | None = None) -> Any:
        """`request` with GET."""
        return self.request("GET", path, cast_to=cast_to, options=options)

    def post(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: Mapping[str, Any] | None = None
    ) -> Any:
        """`request` with POST. It is not repeated once it may have reached the server."""
        return self.request("POST", path, cast_to=cast_to, body=body, options=options)

    def put(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: Mapping[str, Any] | None = None
    ) -> Any:
        """`request` with PUT."""
        return self.request("PUT", path, cast_to=cast_to, body=body, options=options)

    def patch(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: Mapping[str, Any] | None = None
    ) -> Any:
        """`request` with PATCH. It is not repeated once it may have reached the server."""
        return self.request("PATCH", path, cast_to=cast_to, body=body, options=options)

    def delete(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: Mapping[str, Any] | None = None
    ) -> Any:
        """`request` with DELETE."""
        return self.request("DELETE", path, cast_to=cast_to, body=body, options=options)

    def close(self) -> None:
        """Closes the connections, also those of clients made by `with_options`. No call can be made then."""
        self._native.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class AsyncLinq(AsyncResources, _Client):
    """The Linq API, for asyncio. Works in any number of event loops and threads, and in a forked child.

    Cancelling a task cancels its call; whether the server has acted by then is not known.
    The arguments are those of `Linq`, except that `transport` is asynchronous.
    """

    _KIND = "async"

    def __init__(
        self,
        *,
        api_key: str | None = None,
        webhook_secret: str | None = None,
        base_url: str | None = None,
        timeout: float | None | NotGiven = not_given,
        max_retries: int = 2,
        default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: None = None,
        deadline: float | None = None,
        pacing: bool = False,
        transport: AsyncTransport | None = None,
        allow_http: bool = False,
        connect_timeout: float | None = None,
        proxy: str | None = None,
        root_certificates: Sequence[str | bytes] = (),
    ) -> None:
        self._set_up(Settings(locals()), None)

    @cached_property
    def webhooks(self) -> AsyncWebhooksResource:
        """Whether a delivery is Linq's, and what it says."""
        from ._webhooks import AsyncWebhooksResource

        return AsyncWebhooksResource(self)

    @cached_property
    def with_raw_response(self) -> AsyncLinqWithRawResponse:
        """The same resources, whose methods give the reply as it came."""
        from .resources._client import AsyncLinqWithRawResponse

        return AsyncLinqWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncLinqWithStreamingResponse:
        """The same resources, whose methods are context managers that give the reply as it came."""
        from .resources._client import AsyncLinqWithStreamingResponse

        return AsyncLinqWithStreamingResponse(self)

    async def _carry(
        self, name: str, arguments: dict[str, Any], extras: Extras | None, page: type[Any] | None, raw: bool
    ) -> Any:
        transport = self._settings.transport
        if transport is None:
            return await _finished(self._native.start(name, arguments, extras, page, raw))
        from ._drive import drive_async

        return await drive_async(self._native.pending(name, arguments, extras, page, raw), transport)

    async def request(
        self,
        method: str,
        path: str,
        *,
        cast_to: Any = object,
        body: Body | None = None,
        options: Mapping[str, Any] | None = None,
    ) -> Any:
        """A request to any path of the API: see `Linq.request`."""
        from ._response import AsyncAPIResponse

        extras = self._request_extras(options)
        transport = self._settings.transport
        if transport is None:
            reply = await _finished(self._native.start_request(method.upper(), path, body, extras))
        else:
            from ._drive import drive_async

            pending = self._native.pending_request(method.upper(), path, body, extras)
            reply = await drive_async(pending, transport)
        return await AsyncAPIResponse[Any](reply, reply.parse).parse(to=cast_to) if cast_to is not None else None

    async def get(self, path: str, *, cast_to: Any = object, options: Mapping[str, Any] | None = None) -> Any:
        """`request` with GET."""
        return await self.request("GET", path, cast_to=cast_to, options=options)

    async def post(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: Mapping[str, Any] | None = None
    ) -> Any:
        """`request` with POST. It is not repeated once it may have reached the server."""
        return await self.request("POST", path, cast_to=cast_to, body=body, options=options)

    async def put(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: Mapping[str, Any] | None = None
    ) -> Any:
        """`request` with PUT."""
        return await self.request("PUT", path, cast_to=cast_to, body=body, options=options)

    async def patch(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: Mapping[str, Any] | None = None
    ) -> Any:
        """`request` with PATCH. It is not repeated once it may have reached the server."""
        return await self.request("PATCH", path, cast_to=cast_to, body=body, options=options)

    async def delete(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: Mapping[str, Any] | None = None
    ) -> Any:
        """`request` with DELETE."""
        return await self.request("DELETE", path, cast_to=cast_to, body=body, options=options)

    async def close(self) -> None:
        """Closes the connections, also those of clients made by `with_options`. No call can be made then."""
        self._native.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()


async def _finished(call: Any) -> Any:
    """What comes of a call that was started; it ends with the task that waits for it."""
    try:
        return await call.future
    except BaseException:
        call.cancel()
        raise


LinqAPIV3 = Linq
AsyncLinqAPIV3 = AsyncLinq
Client = Linq
AsyncClient = AsyncLinq
