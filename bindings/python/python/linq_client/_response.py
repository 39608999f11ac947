"""Replies as they came: `with_raw_response` and `with_streaming_response`."""

from __future__ import annotations

from functools import update_wrapper
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, overload

from ._cast import cast_content
from ._decode_warning import DecodeWarning
from ._transport import HeaderList, Request, Response

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator
    from datetime import timedelta
    from types import TracebackType

    from ._native import RawResponse

R = TypeVar("R")
_T = TypeVar("_T")


class BaseAPIResponse(Generic[R]):
    """The reply to a call that succeeded."""

    http_response: Response
    """The reply itself."""

    def __init__(self, reply: RawResponse, parse: Callable[[], R]) -> None:
        self._reply = reply
        self._parse_default = parse
        request = Request(reply.method, reply.url)
        self.http_response = Response(reply.status_code, HeaderList(reply.headers), reply.content, request)

    @property
    def status_code(self) -> int:
        """Such as `200`."""
        return self.http_response.status_code

    @property
    def headers(self) -> HeaderList:
        """Its headers, whose names compare without case."""
        return self.http_response.headers

    @property
    def http_request(self) -> Request:
        """The method and the URL of the call. Its headers are not kept: the key is among them."""
        return cast(Request, self.http_response.request)

    @property
    def url(self) -> str:
        """The URL of the call."""
        return self.http_request.url

    @property
    def method(self) -> str:
        """The method of the call."""
        return self.http_request.method

    @property
    def content(self) -> bytes:
        """The body."""
        return self.http_response.content

    @property
    def retries_taken(self) -> int:
        """How many times the request was tried again until this reply came."""
        return max(self._reply.attempts - 1, 0)

    @property
    def idempotency_key(self) -> str | None:
        """The idempotency key that was sent, also if the client made it."""
        return self._reply.idempotency_key

    def warnings(self) -> list[DecodeWarning]:
        """Returns the values of the body that do not fit their types, at most 100: attributes have them as plain JSON.
        The body is read for it once more."""
        return [DecodeWarning(*warning) for warning in self._reply.warnings()]

    @property
    def elapsed(self) -> timedelta:
        """The time of the whole call, repeats and pauses included."""
        from datetime import timedelta

        return timedelta(seconds=self._reply.elapsed)

    @property
    def is_closed(self) -> bool:
        """Always: the body was read when the call ended."""
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
    """The reply to a call of `Linq`."""

    @overload
    def parse(self, *, to: type[_T]) -> _T: ...

    @overload
    def parse(self, *, to: None = None) -> R: ...

    def parse(self, *, to: type[_T] | None = None) -> R | _T:
        """What the call gives otherwise, or the body as another type.

        Args:
            to: A model of this package, `dict`, `list`, `str`, `bytes`, or `object` for any JSON.
        """
        return cast("R | _T", self._parse(to))

    def read(self) -> bytes:
        """The body."""
        return self.content

    def text(self) -> str:
        """The body as text."""
        return self.http_response.text

    def json(self) -> object:
        """The body, read as JSON."""
        return self.http_response.json()

    def close(self) -> None:
        """Does nothing: the connection is free already."""

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The body in pieces of so many bytes."""
        return self._chunks(chunk_size)

    def iter_text(self, chunk_size: int | None = None) -> Iterator[str]:
        """The body's text in pieces of so many characters."""
        text = self.text()
        size = chunk_size or len(text) or 1
        return (text[start : start + size] for start in range(0, len(text), size))

    def iter_lines(self) -> Iterator[str]:
        """The lines of the body's text."""
        return iter(self.text().splitlines())


class AsyncAPIResponse(BaseAPIResponse[R]):
    """The reply to a call of `AsyncLinq`."""

    @overload
    async def parse(self, *, to: type[_T]) -> _T: ...

    @overload
    async def parse(self, *, to: None = None) -> R: ...

    async def parse(self, *, to: type[_T] | None = None) -> R | _T:
        """What the call gives otherwise, or the body as another type.

        Args:
            to: A model of this package, `dict`, `list`, `str`, `bytes`, or `object` for any JSON.
        """
        return cast("R | _T", self._parse(to))

    async def read(self) -> bytes:
        """The body."""
        return self.content

    async def text(self) -> str:
        """The body as text."""
        return self.http_response.text

    async def json(self) -> object:
        """The body, read as JSON."""
        return self.http_response.json()

    async def close(self) -> None:
        """Does nothing: the connection is free already."""

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """The body in pieces of so many bytes."""
        for chunk in self._chunks(chunk_size):
            yield chunk

    async def iter_text(self, chunk_size: int | None = None) -> AsyncIterator[str]:
        """The body's text in pieces of so many characters."""
        text = self.http_response.text
        size = chunk_size or len(text) or 1
        for start in range(0, len(text), size):
            yield text[start : start + size]

    async def iter_lines(self) -> AsyncIterator[str]:
        """The lines of the body's text."""
        for line in self.http_response.text.splitlines():
            yield line


_Sync = TypeVar("_Sync", bound="APIResponse[Any]")
_Async = TypeVar("_Async", bound="AsyncAPIResponse[Any]")


class ResponseContextManager(Generic[_Sync]):
    """A call that is made when the `with` block begins."""

    def __init__(self, call: Callable[[], _Sync]) -> None:
        self._call = call

    def __enter__(self) -> _Sync:
        return self._call()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None: ...


class AsyncResponseContextManager(Generic[_Async]):
    """A call that is made when the `async with` block begins."""

    def __init__(self, call: Callable[[], Awaitable[_Async]]) -> None:
        self._call = call

    async def __aenter__(self) -> _Async:
        return await self._call()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None: ...

    def __await__(self) -> Generator[Any, None, _Async]:
        return self._call().__await__()


class _WithResponse:
    """A resource whose operations return whole responses, or a client of such resources."""

    def __init__(self, of: Any) -> None:
        if _is_resource(of):
            of = type(of)(of._client)
            of._gives_replies = True
        self._of = of

    if not TYPE_CHECKING:  # there, a class for each resource has its methods

        def __getattr__(self, name: str) -> Any:
            found = None if name.startswith("_") else getattr(self._of, name, None)
            if _is_resource(found):
                value = type(self)(found)
            elif callable(found) and _is_operation(self._of, name):
                value = self._operation(found)
            else:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            self.__dict__[name] = value
            return value

    def __dir__(self) -> list[str]:
        return [name for name in dir(self._of) if hasattr(self, name)]

    def _operation(self, method: Any) -> Any:
        return method


class WithRawResponse(_WithResponse):
    """The same methods, which return whole responses."""


class WithStreamingResponse(_WithResponse):
    """The same methods, which return context managers of whole responses."""

    def _operation(self, method: Any) -> Any:
        manager = self._of._response_manager

        def streamed(*args: Any, **kwargs: Any) -> Any:
            return manager(lambda: method(*args, **kwargs))

        return update_wrapper(streamed, method)


def _is_resource(value: object) -> bool:
    return hasattr(value, "_gives_replies")


def _is_operation(resource: Any, name: str) -> bool:
    """Whether a method is one of the API's; `upload` is not."""
    return any(_is_resource(base) and name in vars(base) for base in type(resource).__mro__)
