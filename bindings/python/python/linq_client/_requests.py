"""Requests to paths that have no method: `client.get`, `client.post` and the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ._call import extras_of, finished
from ._cast import check_cast
from ._drive import drive, drive_async
from ._exceptions import InvalidArgumentError
from ._native import load
from ._options import not_given
from ._response import APIResponse, AsyncAPIResponse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._call import Extras
    from ._options import Body, Headers, Query, RequestOptions
    from ._settings import Settings

_OPTIONS = ("headers", "max_retries", "timeout", "params", "extra_json", "idempotency_key")


class SyncRequests:
    """Requests of `Linq` to any path."""

    _settings: Settings
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
        """A request to any path of the API, through the same machinery: retries, deadlines, errors.

        Args:
            method: Such as `"POST"`.
            path: Below the base URL, percent-encoded, as the documentation has it: `/v3/…`. It may have a query, and
                may be a whole URL, of this base URL only: the key does not go elsewhere.
            cast_to: What the reply is read as: a model of this package or of pydantic, `dict` or `list` (also of
                models), `str`, `bytes`, `linq_client.Response`, `httpx.Response`, `None`, or `object` for any JSON.
            body: What is sent as JSON.
            options: `headers`, `params`, `extra_json`, `timeout`, `max_retries`, `idempotency_key`.

        Raises:
            TypeError: `cast_to` is none of these; nothing was sent.
            InvalidArgumentError: An argument is wrong, and nothing was sent.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.
            APIResponseValidationError: The server accepted the request, and its response is not of the type `cast_to`.
        """
        check_cast(cast_to)
        path, extras = place(path, self._native.base_url, options)
        transport = self._settings.transport
        if transport is None:
            reply = self._native.request(method.upper(), path, body, extras)
        else:
            reply = drive(self._native.pending_request(method.upper(), path, body, extras), transport)
        return APIResponse[Any](reply, reply.parse).parse(to=cast_to) if cast_to is not None else None

    def get(self, path: str, *, cast_to: Any = object, options: RequestOptions | None = None) -> Any:
        """`request` with GET."""
        return self.request("GET", path, cast_to=cast_to, options=options)

    def post(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: RequestOptions | None = None
    ) -> Any:
        """`request` with POST. It is not repeated once it may have reached the server."""
        return self.request("POST", path, cast_to=cast_to, body=body, options=options)

    def put(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: RequestOptions | None = None
    ) -> Any:
        """`request` with PUT."""
        return self.request("PUT", path, cast_to=cast_to, body=body, options=options)

    def patch(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: RequestOptions | None = None
    ) -> Any:
        """`request` with PATCH. It is not repeated once it may have reached the server."""
        return self.request("PATCH", path, cast_to=cast_to, body=body, options=options)

    def delete(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: RequestOptions | None = None
    ) -> Any:
        """`request` with DELETE."""
        return self.request("DELETE", path, cast_to=cast_to, body=body, options=options)


class AsyncRequests:
    """Requests of `AsyncLinq` to any path."""

    _settings: Settings
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
        """A request to any path of the API: see `Linq.request`."""
        check_cast(cast_to)
        path, extras = place(path, self._native.base_url, options)
        transport = self._settings.transport
        if transport is None:
            reply = await finished(self._native.start_request(method.upper(), path, body, extras))
        else:
            pending = self._native.pending_request(method.upper(), path, body, extras)
            reply = await drive_async(pending, transport)
        return await AsyncAPIResponse[Any](reply, reply.parse).parse(to=cast_to) if cast_to is not None else None

    async def get(self, path: str, *, cast_to: Any = object, options: RequestOptions | None = None) -> Any:
        """`request` with GET."""
        return await self.request("GET", path, cast_to=cast_to, options=options)

    async def post(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: RequestOptions | None = None
    ) -> Any:
        """`request` with POST. It is not repeated once it may have reached the server."""
        return await self.request("POST", path, cast_to=cast_to, body=body, options=options)

    async def put(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: RequestOptions | None = None
    ) -> Any:
        """`request` with PUT."""
        return await self.request("PUT", path, cast_to=cast_to, body=body, options=options)

    async def patch(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: RequestOptions | None = None
    ) -> Any:
        """`request` with PATCH. It is not repeated once it may have reached the server."""
        return await self.request("PATCH", path, cast_to=cast_to, body=body, options=options)

    async def delete(
        self, path: str, *, cast_to: Any = object, body: Body | None = None, options: RequestOptions | None = None
    ) -> Any:
        """`request` with DELETE."""
        return await self.request("DELETE", path, cast_to=cast_to, body=body, options=options)


def place(path: str, base_url: str, options: RequestOptions | None) -> tuple[str, Extras | None]:
    """Where a request goes, below the base URL, and what it has besides its body."""
    load()
    given = _checked(cast("Mapping[str, Any]", options or {}))
    path, inline = _split(path, base_url)
    headers, params = cast("Headers | None", given.get("headers")), cast("Query | None", given.get("params"))
    key = given.get("idempotency_key")
    if key is not None:
        headers = {"Idempotency-Key": key, **(headers or {})}
    if inline:
        params = {**inline, **(params or {})}
    timeout, retries = given.get("timeout", not_given), given.get("max_retries", not_given)
    return path, extras_of(headers, params, given.get("extra_json"), timeout, retries)


def _checked(options: Mapping[str, Any]) -> dict[str, Any]:
    checked: dict[str, Any] = {}
    for name, value in options.items():
        if name == "follow_redirects":
            if value:
                raise InvalidArgumentError("options.follow_redirects", "redirects are not followed: the API has none")
        elif name == "security":
            if not value.get("bearer_auth"):
                raise InvalidArgumentError("options.security", "every call is made with the key")
        elif name in _OPTIONS:
            checked[name] = value
        else:
            raise InvalidArgumentError(f"options.{name}", f"it is none of {', '.join(_OPTIONS)}")
    return checked


def _split(path: str, base_url: str) -> tuple[str, dict[str, list[str]]]:
    """The path below the base URL, and the parameters of its query. Each is a list, of which nothing is left out."""
    if "://" in path.partition("?")[0]:
        base = base_url + "/"
        if not path.startswith(base):
            raise InvalidArgumentError("path", "it leads elsewhere than to the base URL, and the key would go with it")
        path = path[len(base) :]
    if not path.startswith("/"):
        path = "/" + path
    path, mark, query = path.partition("?")
    inline: dict[str, list[str]] = {}
    if mark:
        from urllib.parse import parse_qsl

        for name, value in parse_qsl(query, keep_blank_values=True):
            if name in inline:
                raise InvalidArgumentError("path", f"its query has the parameter {name!r} twice")
            inline[name] = [value]
    return path, inline
