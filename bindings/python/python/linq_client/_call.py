"""Base classes of resources, and the execution of their operations."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from ._exceptions import InvalidArgumentError, LinqApiv3Error
from ._native import CursorGuard
from ._options import Body, Headers, NotGiven, Query, not_given
from ._pages import AsyncPaginator, PageRequest, bind
from ._response import APIResponse, AsyncAPIResponse, AsyncResponseContextManager, ResponseContextManager


class _Client(Protocol):
    _config: Any
    _native: Any

    @property
    def webhook_secret(self) -> str | None: ...

class _SyncClient(_Client, Protocol):
    """Interface of `Linq` to its resources."""

    def _execute(
        self, name: str, arguments: dict[str, Any], options: CallOptions | None, page: type[Any] | None, raw: bool
    ) -> Any: ...

class _AsyncClient(_Client, Protocol):
    """Interface of `AsyncLinq` to its resources."""

    async def _execute(
        self, name: str, arguments: dict[str, Any], options: CallOptions | None, page: type[Any] | None, raw: bool
    ) -> Any: ...

CallOptions = tuple[Any, Any, Any, Any, Any]
_T_co = TypeVar("_T_co", covariant=True)


class lazy_property(cached_property[_T_co]):
    """A `cached_property` whose value is imported on first access. Raises `LinqError` if the import fails, as it does while
    the interpreter is shutting down."""

    if not TYPE_CHECKING:

        def __get__(self, instance: Any, owner: Any = None) -> Any:
            try:
                return super().__get__(instance, owner)
            except (ImportError, OSError) as error:
                is_finalizing = sys.is_finalizing()
                problem = "the interpreter is shutting down" if is_finalizing else "the package cannot be imported"
                raise LinqApiv3Error(f"{problem}: nothing was sent") from error


def call_options(
    headers: Headers | None, query: Query | None, body: Body | None, timeout: Any, max_retries: Any = not_given
) -> CallOptions | None:
    """Returns the options of a call for the native client; `None` if there are none."""
    if headers is None and query is None and body is None and timeout is not_given and max_retries is not_given:
        return None
    return headers, query, body, seconds(timeout), None if max_retries is not_given else retries(max_retries)


def retries(value: Any) -> int:
    """Returns a number of retries for the native client."""
    if value is None:
        raise TypeError("max_retries cannot be None; for no retries, pass `0`, for the default, leave it out")
    if isinstance(value, (int, float)) and value >= 0:
        # The official client accepts `math.inf`.
        return int(min(value, 1_000_000))
    raise InvalidArgumentError("max_retries", "must be a non-negative number")


def seconds(timeout: Any) -> float | None:
    """Returns a timeout for the native client: `None` if it is not given, infinity for no limit."""
    if isinstance(timeout, NotGiven):
        return None
    if timeout is None:
        return float("inf")
    if isinstance(timeout, (int, float)):
        return float(timeout)
    # An `httpx.Timeout`, which the official client accepts: its read timeout limits the attempt.
    read = getattr(timeout, "read", timeout)
    if read is None or isinstance(read, (int, float)):
        return float("inf") if read is None else float(read)
    raise InvalidArgumentError("timeout", "must be a number of seconds, or None for no limit")


async def await_call(call: Any) -> Any:
    """Awaits a started call. If the task is cancelled, so is the call."""
    try:
        return await call.future
    except BaseException:
        call.cancel()
        raise


class SyncResource:
    """A resource of `Linq`."""

    _returns_response = False
    _response_manager = ResponseContextManager

    def __init__(self, client: _SyncClient) -> None:
        self._client = client

    def _call(
        self,
        name: str,
        arguments: dict[str, Any],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Any = not_given,
    ) -> Any:
        """Executes an operation, with arguments under the API's names."""
        options = call_options(extra_headers, extra_query, extra_body, timeout)
        if self._returns_response:
            response = self._client._execute(name, arguments, options, None, True)
            return APIResponse[Any](response, response.parse)
        return self._client._execute(name, arguments, options, None, False)

    def _call_page(
        self,
        name: str,
        arguments: dict[str, Any],
        page: type[Any],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Any = not_given,
    ) -> Any:
        """Executes an operation that returns a page of this class."""
        options = call_options(extra_headers, extra_query, extra_body, timeout)
        return self._page(name, arguments, page, options, cursor_guard(arguments))

    def _page(
        self, name: str, arguments: dict[str, Any], page: type[Any], options: CallOptions | None, guard: CursorGuard
    ) -> Any:
        def fetch(cursor: str, guard: CursorGuard) -> Any:
            resource = type(self)(self._client)
            return resource._page(name, {**arguments, "cursor": cursor}, page, options, guard)

        result = self._client._execute(name, arguments, options, page, self._returns_response)
        if self._returns_response:
            return APIResponse[Any](result, lambda: _bind(result.parse(), PageRequest(fetch, guard)))
        bind(result, PageRequest(fetch, guard))
        return result


class AsyncResource:
    """A resource of `AsyncLinq`."""

    _returns_response = False
    _response_manager = AsyncResponseContextManager

    def __init__(self, client: _AsyncClient) -> None:
        self._client = client

    async def _call(
        self,
        name: str,
        arguments: dict[str, Any],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Any = not_given,
    ) -> Any:
        """Executes an operation, with arguments under the API's names."""
        options = call_options(extra_headers, extra_query, extra_body, timeout)
        if self._returns_response:
            response = await self._client._execute(name, arguments, options, None, True)
            return AsyncAPIResponse[Any](response, response.parse)
        return await self._client._execute(name, arguments, options, None, False)

    def _call_page(
        self,
        name: str,
        arguments: dict[str, Any],
        page: type[Any],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Any = not_given,
    ) -> Any:
        """Returns an operation with pages of this class, which can be awaited or iterated."""
        options = call_options(extra_headers, extra_query, extra_body, timeout)
        return AsyncPaginator[Any, Any](lambda: self._page(name, arguments, page, options, cursor_guard(arguments)))

    async def _page(
        self, name: str, arguments: dict[str, Any], page: type[Any], options: CallOptions | None, guard: CursorGuard
    ) -> Any:
        def fetch(cursor: str, guard: CursorGuard) -> Any:
            resource = type(self)(self._client)
            return resource._page(name, {**arguments, "cursor": cursor}, page, options, guard)

        result = await self._client._execute(name, arguments, options, page, self._returns_response)
        if self._returns_response:
            return AsyncAPIResponse[Any](result, lambda: _bind(result.parse(), PageRequest(fetch, guard)))
        bind(result, PageRequest(fetch, guard))
        return result


def cursor_guard(arguments: dict[str, Any]) -> CursorGuard:
    """Returns the cursor guard of a list, which starts at the cursor in the arguments."""
    cursor = arguments.get("cursor")
    return CursorGuard(cursor if isinstance(cursor, str) else None)


def _bind(page: Any, request: Any) -> Any:
    bind(page, request)
    return page
