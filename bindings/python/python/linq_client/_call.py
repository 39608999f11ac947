"""What every resource is made of: from a method's arguments to its result."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from ._exceptions import InvalidArgumentError, LinqApiv3Error
from ._native import CursorGuard
from ._options import NotGiven, not_given
from ._pages import AsyncPaginator, PageRequest, bind
from ._response import APIResponse, AsyncAPIResponse, AsyncResponseContextManager, ResponseContextManager

if TYPE_CHECKING:
    from typing import Protocol

    from ._options import Body, Headers, Query

    class _Caller(Protocol):
        _settings: Any
        _native: Any

        @property
        def webhook_secret(self) -> str | None: ...

    class _SyncCaller(_Caller, Protocol):
        """What resources need of `Linq`."""

        def _carry(
            self, name: str, arguments: dict[str, Any], extras: Extras | None, page: type[Any] | None, raw: bool
        ) -> Any: ...

    class _AsyncCaller(_Caller, Protocol):
        """What resources need of `AsyncLinq`."""

        async def _carry(
            self, name: str, arguments: dict[str, Any], extras: Extras | None, page: type[Any] | None, raw: bool
        ) -> Any: ...

Extras = tuple[Any, Any, Any, Any, Any]
_T_co = TypeVar("_T_co", covariant=True)


class lazy_property(cached_property[_T_co]):
    """A `cached_property` whose value is imported when it is first read. If that fails, which it does when the interpreter
    is shutting down, it raises `LinqError`."""

    if not TYPE_CHECKING:

        def __get__(self, instance: Any, owner: Any = None) -> Any:
            try:
                return super().__get__(instance, owner)
            except (ImportError, OSError) as error:
                exits = sys.is_finalizing()
                problem = "the interpreter is shutting down" if exits else "the package cannot be loaded"
                raise LinqApiv3Error(f"{problem}: nothing was sent") from error


def extras_of(
    headers: Headers | None, query: Query | None, body: Body | None, timeout: Any, max_retries: Any = not_given
) -> Extras | None:
    """What a call has besides its own arguments; `None` if that is nothing."""
    if headers is None and query is None and body is None and timeout is not_given and max_retries is not_given:
        return None
    return headers, query, body, seconds(timeout), None if max_retries is not_given else retries(max_retries)


def retries(given: Any) -> int:
    """A number of retries as the native half takes it."""
    if given is None:
        raise TypeError("max_retries cannot be None; for no retries, pass `0`, for the default, leave it out")
    if isinstance(given, (int, float)) and given >= 0:
        # The official client takes `math.inf`.
        return int(min(given, 1_000_000))
    raise InvalidArgumentError("max_retries", "it is a number, from 0 on")


def seconds(timeout: Any) -> float | None:
    """A timeout as the native half takes it: `None` if it was not given, infinity for no limit."""
    if isinstance(timeout, NotGiven):
        return None
    if timeout is None:
        return float("inf")
    if isinstance(timeout, (int, float)):
        return float(timeout)
    # httpx.Timeout, as the official client takes it: the time for a whole attempt is that of reading.
    read = getattr(timeout, "read", timeout)
    if read is None or isinstance(read, (int, float)):
        return float("inf") if read is None else float(read)
    raise InvalidArgumentError("timeout", "it is a number of seconds, or None for no limit")


async def finished(call: Any) -> Any:
    """What comes of a call that was started; it ends with the task that waits for it."""
    try:
        return await call.future
    except BaseException:
        call.cancel()
        raise


class SyncResource:
    """A resource of `Linq`."""

    _gives_replies = False
    _response_manager = ResponseContextManager

    def __init__(self, client: _SyncCaller) -> None:
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
        """Carries out an operation by its official name, with arguments by the names of the API."""
        extras = extras_of(extra_headers, extra_query, extra_body, timeout)
        if self._gives_replies:
            reply = self._client._carry(name, arguments, extras, None, True)
            return APIResponse[Any](reply, reply.parse)
        return self._client._carry(name, arguments, extras, None, False)

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
        """Carries out an operation that gives a page of this class."""
        extras = extras_of(extra_headers, extra_query, extra_body, timeout)
        return self._page(name, arguments, page, extras, guard_of(arguments))

    def _page(
        self, name: str, arguments: dict[str, Any], page: type[Any], extras: Extras | None, guard: CursorGuard
    ) -> Any:
        def ask(cursor: str, guard: CursorGuard) -> Any:
            twin = type(self)(self._client)
            return twin._page(name, {**arguments, "cursor": cursor}, page, extras, guard)

        result = self._client._carry(name, arguments, extras, page, self._gives_replies)
        if self._gives_replies:
            return APIResponse[Any](result, lambda: _bound(result.parse(), PageRequest(ask, guard)))
        bind(result, PageRequest(ask, guard))
        return result


class AsyncResource:
    """A resource of `AsyncLinq`."""

    _gives_replies = False
    _response_manager = AsyncResponseContextManager

    def __init__(self, client: _AsyncCaller) -> None:
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
        """Carries out an operation by its official name, with arguments by the names of the API."""
        extras = extras_of(extra_headers, extra_query, extra_body, timeout)
        if self._gives_replies:
            reply = await self._client._carry(name, arguments, extras, None, True)
            return AsyncAPIResponse[Any](reply, reply.parse)
        return await self._client._carry(name, arguments, extras, None, False)

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
        """An operation that gives a page of this class: to be awaited, or iterated."""
        extras = extras_of(extra_headers, extra_query, extra_body, timeout)
        return AsyncPaginator[Any, Any](lambda: self._page(name, arguments, page, extras, guard_of(arguments)))

    async def _page(
        self, name: str, arguments: dict[str, Any], page: type[Any], extras: Extras | None, guard: CursorGuard
    ) -> Any:
        def ask(cursor: str, guard: CursorGuard) -> Any:
            twin = type(self)(self._client)
            return twin._page(name, {**arguments, "cursor": cursor}, page, extras, guard)

        result = await self._client._carry(name, arguments, extras, page, self._gives_replies)
        if self._gives_replies:
            return AsyncAPIResponse[Any](result, lambda: _bound(result.parse(), PageRequest(ask, guard)))
        bind(result, PageRequest(ask, guard))
        return result


def guard_of(arguments: dict[str, Any]) -> CursorGuard:
    """The guard of a list, which knows where it was begun."""
    cursor = arguments.get("cursor")
    return CursorGuard(cursor if isinstance(cursor, str) else None)


def _bound(page: Any, request: Any) -> Any:
    bind(page, request)
    return page
