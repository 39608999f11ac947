"""Custom requests to any path: `client.get`, `client.post` and the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from ._call import CallOptions, await_call, call_options
from ._cast import check_cast
from ._config import ClientConfig
from ._run import run, run_async
from ._exceptions import InvalidArgumentError
from ._native import load
from ._options import Body, Headers, Query, RequestOptions, not_given
from ._response import APIResponse, AsyncAPIResponse

_OPTIONS = ("headers", "max_retries", "timeout", "params", "extra_json", "idempotency_key")


class SyncRequests:
    """Custom requests of `Linq`."""

    _config: ClientConfig
    _native: Any

    def request(
        self,
        method: str,
        path: str,
        *,
        cast_to: Any = object,
        body: Body | None = None,
        options: RequestOptions | None = None,
    ) -> Any:
        """Sends a request to any path of the API, with the retries, deadlines and errors of other calls.

        Args:
            method: HTTP method, such as `"POST"`.
            path: Path relative to the base URL, percent-encoded, such as `/v3/chats`. It may have a query. A URL
                must be below the base URL, since the API key is sent with the request.
            cast_to: Type of the result: a model of this package or of pydantic, `dict` or `list` (also of models), `str`,
                `bytes`, `linq_client.Response`, `httpx.Response`, `None`, or `object` for any JSON.
            body: Body, sent as JSON.
            options: `headers`, `params`, `extra_json`, `timeout`, `max_retries`, `idempotency_key`.

        Raises:
            TypeError: `cast_to` is not a supported type; nothing was sent.
            InvalidArgumentError: An argument is invalid; nothing was sent.
            APIStatusError: The API rejected the request; there is a subclass for each status.
            APIConnectionError: No complete response was received; `APITimeoutError` after a timeout.
            APIResponseValidationError: The server accepted the request, and the response is not of the type `cast_to`.
        """
        check_cast(cast_to)
        path, overrides = resolve_request(path, self._native.base_url, options)
        transport = self._config.transport
        if transport is None:
            response = self._native.request(method.upper(), path, body, overrides)
        else:
            response = run(self._native.pending_request(method.upper(), path, body, overrides), transport)
        return APIResponse[Any](response, response.parse).parse(to=cast_to) if cast_to is not None else None

    def get(self, path: str, *, cast_to: Any = object, options: RequestOptions | None = None) -> Any:
        """Sends a GET request: see `request`."""
        return self.request("GET", path, cast_to=cast_to, options=options)

    def post(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: RequestOptions | None = None
    ) -> Any:
        """Sends a POST request: see `request`. It is not retried if it may have taken effect."""
        return self.request("POST", path, cast_to=cast_to, body=body, options=options)

    def put(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: RequestOptions | None = None
    ) -> Any:
        """Sends a PUT request: see `request`."""
        return self.request("PUT", path, cast_to=cast_to, body=body, options=options)

    def patch(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: RequestOptions | None = None
    ) -> Any:
        """Sends a PATCH request: see `request`. It is not retried if it may have taken effect."""
        return self.request("PATCH", path, cast_to=cast_to, body=body, options=options)

    def delete(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: RequestOptions | None = None
    ) -> Any:
        """Sends a DELETE request: see `request`."""
        return self.request("DELETE", path, cast_to=cast_to, body=body, options=options)


class AsyncRequests:
    """Custom requests of `AsyncLinq`."""

    _config: ClientConfig
    _native: Any

    async def request(
        self,
        method: str,
        path: str,
        *,
        cast_to: Any = object,
        body: Body | None = None,
        options: RequestOptions | None = None,
    ) -> Any:
        """Sends a request to any path of the API: see `Linq.request`."""
        check_cast(cast_to)
        path, overrides = resolve_request(path, self._native.base_url, options)
        transport = self._config.transport
        if transport is None:
            response = await await_call(self._native.start_request(method.upper(), path, body, overrides))
        else:
            pending = self._native.pending_request(method.upper(), path, body, overrides)
            response = await run_async(pending, transport)
        return await AsyncAPIResponse[Any](response, response.parse).parse(to=cast_to) if cast_to is not None else None

    async def get(self, path: str, *, cast_to: Any = object, options: RequestOptions | None = None) -> Any:
        """Sends a GET request: see `request`."""
        return await self.request("GET", path, cast_to=cast_to, options=options)

    async def post(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: RequestOptions | None = None
    ) -> Any:
        """Sends a POST request: see `request`. It is not retried if it may have taken effect."""
        return await self.request("POST", path, cast_to=cast_to, body=body, options=options)

    async def put(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: RequestOptions | None = None
    ) -> Any:
        """Sends a PUT request: see `request`."""
        return await self.request("PUT", path, cast_to=cast_to, body=body, options=options)

    async def patch(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: RequestOptions | None = None
    ) -> Any:
        """Sends a PATCH request: see `request`. It is not retried if it may have taken effect."""
        return await self.request("PATCH", path, cast_to=cast_to, body=body, options=options)

    async def delete(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: RequestOptions | None = None
    ) -> Any:
        """Sends a DELETE request: see `request`."""
        return await self.request("DELETE", path, cast_to=cast_to, body=body, options=options)


def resolve_request(path: str, base_url: str, options: RequestOptions | None) -> tuple[str, CallOptions | None]:
    """Returns the path below the base URL, and the options of the call."""
    load()
    checked = _checked(cast("Mapping[str, Any]", options or {}))
    path, query_params = _split_query(path, base_url)
    headers, params = cast("Headers | None", checked.get("headers")), cast("Query | None", checked.get("params"))
    key = checked.get("idempotency_key")
    if key is not None:
        headers = {"Idempotency-Key": key, **(headers or {})}
    if query_params:
        params = {**query_params, **(params or {})}
    timeout, retries = checked.get("timeout", not_given), checked.get("max_retries", not_given)
    return path, call_options(headers, params, checked.get("extra_json"), timeout, retries)


def _checked(options: Mapping[str, Any]) -> dict[str, Any]:
    checked: dict[str, Any] = {}
    for name, value in options.items():
        if name == "follow_redirects":
            if value:
                raise InvalidArgumentError("options.follow_redirects", "must be false: redirects are never followed")
        elif name == "security":
            if not value.get("bearer_auth"):
                raise InvalidArgumentError("options.security", "must have bearer_auth: every request is sent with the API key")
        elif name in _OPTIONS:
            checked[name] = value
        else:
            raise InvalidArgumentError(f"options.{name}", f"unknown option; must be one of {', '.join(_OPTIONS)}")
    return checked


def _split_query(path: str, base_url: str) -> tuple[str, dict[str, list[str]]]:
    """Returns the path below the base URL, and its query parameters. Each value is a list, so that empty text is sent."""
    if "://" in path.partition("?")[0]:
        base = base_url + "/"
        if not path.startswith(base):
            raise InvalidArgumentError("path", "must be below the base URL, since the API key is sent with it")
        path = path[len(base) :]
    if not path.startswith("/"):
        path = "/" + path
    path, mark, query = path.partition("?")
    query_params: dict[str, list[str]] = {}
    if mark:
        from urllib.parse import parse_qsl

        for name, value in parse_qsl(query, keep_blank_values=True):
            if name in query_params:
                raise InvalidArgumentError("path", f"contains the query parameter {name!r} twice")
            query_params[name] = [value]
    return path, query_params
