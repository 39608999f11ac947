"""Raw responses: `with_raw_response` and `with_streaming_response`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator
from functools import update_wrapper
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, overload

from ._cast import cast_content
from ._decode_warning import DecodeWarning
from ._native import RawResponse
from ._transport import HeaderList, Request, Response

if TYPE_CHECKING:
    # Takes longer to import than this module.
    from datetime import timedelta

R = TypeVar("R")
_T = TypeVar("_T")


class BaseAPIResponse(Generic[R]):
    """The raw response to a successful call."""

    http_response: Response
    """The HTTP response."""

    def __init__(self, raw: RawResponse, parse: Callable[[], R]) -> None:
        self._raw = raw
        self._parse_default = parse
        request = Request(raw.method, raw.url)
        self.http_response = Response(raw.status_code, HeaderList(raw.headers), raw.content, request)

    @property
    def status_code(self) -> int:
        """The HTTP status, such as 200."""
        return self.http_response.status_code

    @property
    def headers(self) -> HeaderList:
        """The headers; names are case-insensitive."""
        return self.http_response.headers

    @property
    def http_request(self) -> Request:
        """The method and URL of the request. Its headers are not kept, since they contain the API key."""
        return cast(Request, self.http_response.request)

    @property
    def url(self) -> str:
        """The URL of the request."""
        return self.http_request.url

    @property
    def method(self) -> str:
        """The HTTP method of the request."""
        return self.http_request.method

    @property
    def content(self) -> bytes:
        """The body."""
        return self.http_response.content

    @property
    def retries_taken(self) -> int:
        """The number of retries until this response."""
        return max(self._raw.attempts - 1, 0)

    @property
    def idempotency_key(self) -> str | None:
        """The idempotency key that was sent, including a generated one."""
        return self._raw.idempotency_key

    def warnings(self) -> list[DecodeWarning]:
        """Returns the values of the body that do not match the schema, at most 100. The attributes have them as plain
        JSON. The body is decoded again."""
        return [DecodeWarning(*warning) for warning in self._raw.warnings()]

    @property
    def elapsed(self) -> timedelta:
        """The duration of the whole call, including retries and backoff."""
        from datetime import timedelta

        return timedelta(seconds=self._raw.elapsed)

    @property
    def is_closed(self) -> bool:
        """Always true: the body has been read completely."""
        return True

    def _parse(self, to: Any) -> Any:
        if to is None:
            return self._parse_default()
        return cast_content(self.http_response, to, self.idempotency_key)

    def _chunks(self, chunk_size: int | None) -> Iterator[bytes]:
        content = self.content
        size = chunk_size or len(content) or 1
        return (content[start : start + size] for start in range(0, len(content), size))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} [{self.status_code} {self.http_response.reason_phrase}]>"


class APIResponse(BaseAPIResponse[R]):
    """The raw response to a call of `Linq`."""

    @overload
    def parse(self, *, to: type[_T]) -> _T: ...

    @overload
    def parse(self, *, to: None = None) -> R: ...

    def parse(self, *, to: type[_T] | None = None) -> R | _T:
        """Returns the result of the method without the wrapper, or the body as another type.

        Args:
            to: A model of this package, `dict`, `list`, `str`, `bytes`, or `object` for any JSON.
        """
        return cast("R | _T", self._parse(to))

    def read(self) -> bytes:
        """Returns the body."""
        return self.content

    def text(self) -> str:
        """Returns the body as text."""
        return self.http_response.text

    def json(self) -> object:
        """Returns the body, parsed as JSON."""
        return self.http_response.json()

    def close(self) -> None:
        """Does nothing: the connection has been released."""

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Yields the body in chunks of `chunk_size` bytes; in one chunk by default."""
        return self._chunks(chunk_size)

    def iter_text(self, chunk_size: int | None = None) -> Iterator[str]:
        """Yields the text of the body in chunks of `chunk_size` characters; in one chunk by default."""
        text = self.text()
        size = chunk_size or len(text) or 1
        return (text[start : start + size] for start in range(0, len(text), size))

    def iter_lines(self) -> Iterator[str]:
        """Yields the lines of the body's text."""
        return iter(self.text().splitlines())


class AsyncAPIResponse(BaseAPIResponse[R]):
    """The raw response to a call of `AsyncLinq`."""

    @overload
    async def parse(self, *, to: type[_T]) -> _T: ...

    @overload
    async def parse(self, *, to: None = None) -> R: ...

    async def parse(self, *, to: type[_T] | None = None) -> R | _T:
        """Returns the result of the method without the wrapper, or the body as another type.

        Args:
            to: A model of this package, `dict`, `list`, `str`, `bytes`, or `object` for any JSON.
        """
        return cast("R | _T", self._parse(to))

    async def read(self) -> bytes:
        """Returns the body."""
        return self.content

    async def text(self) -> str:
        """Returns the body as text."""
        return self.http_response.text

    async def json(self) -> object:
        """Returns the body, parsed as JSON."""
        return self.http_response.json()

    async def close(self) -> None:
        """Does nothing: the connection has been released."""

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Yields the body in chunks of `chunk_size` bytes; in one chunk by default."""
        for chunk in self._chunks(chunk_size):
            yield chunk

    async def iter_text(self, chunk_size: int | None = None) -> AsyncIterator[str]:
        """Yields the text of the body in chunks of `chunk_size` characters; in one chunk by default."""
        text = self.http_response.text
        size = chunk_size or len(text) or 1
        for start in range(0, len(text), size):
            yield text[start : start + size]

    async def iter_lines(self) -> AsyncIterator[str]:
        """Yields the lines of the body's text."""
        for line in self.http_response.text.splitlines():
            yield line


_Sync = TypeVar("_Sync", bound="APIResponse[Any]")
_Async = TypeVar("_Async", bound="AsyncAPIResponse[Any]")


class ResponseContextManager(Generic[_Sync]):
    """A context manager that makes a call on entry."""

    def __init__(self, call: Callable[[], _Sync]) -> None:
        self._call = call

    def __enter__(self) -> _Sync:
        return self._call()

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None: ...


class AsyncResponseContextManager(Generic[_Async]):
    """An asynchronous context manager that makes a call on entry."""

    def __init__(self, call: Callable[[], Awaitable[_Async]]) -> None:
        self._call = call

    async def __aenter__(self) -> _Async:
        return await self._call()

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None: ...

    def __await__(self) -> Generator[Any, None, _Async]:
        return self._call().__await__()


class _WithResponse:
    """A resource whose operations return raw responses, or a client of such resources."""

    def __init__(self, wrapped: Any) -> None:
        if _is_resource(wrapped):
            wrapped = type(wrapped)(wrapped._client)
            wrapped._returns_response = True
        self._wrapped = wrapped

    if not TYPE_CHECKING:  # type checkers see a class for each resource

        def __getattr__(self, name: str) -> Any:
            attribute = None if name.startswith("_") else getattr(self._wrapped, name, None)
            if _is_resource(attribute):
                value = type(self)(attribute)
            elif callable(attribute) and _is_operation(self._wrapped, name):
                value = self._operation(attribute)
            else:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            self.__dict__[name] = value
            return value

    def __dir__(self) -> list[str]:
        return [name for name in dir(self._wrapped) if hasattr(self, name)]

    def _operation(self, method: Any) -> Any:
        return method


class WithRawResponse(_WithResponse):
    """Wrapper whose methods return raw responses."""


class WithStreamingResponse(_WithResponse):
    """Wrapper whose methods return context managers of raw responses."""

    def _operation(self, method: Any) -> Any:
        manager = self._wrapped._response_manager

        def streamed(*args: Any, **kwargs: Any) -> Any:
            return manager(lambda: method(*args, **kwargs))

        return update_wrapper(streamed, method)


def _is_resource(value: object) -> bool:
    return hasattr(value, "_returns_response")


def _is_operation(resource: Any, name: str) -> bool:
    """Returns whether a method is an operation of the API; `upload` is not."""
    return any(_is_resource(base) and name in vars(base) for base in type(resource).__mro__)
