"""Types of the methods of `with_raw_response` and `with_streaming_response`, for type checkers only. `_response.py` has the
implementation."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from ._response import APIResponse, AsyncAPIResponse, AsyncResponseContextManager, ResponseContextManager

P = ParamSpec("P")
R = TypeVar("R")


class RawMethod(Generic[P, R]):
    """A method of `with_raw_response`, of `Linq`."""

    def __init__(self, method: Callable[Concatenate[Any, P], R]) -> None: ...

    def __get__(self, instance: Any, owner: Any = None) -> Callable[P, APIResponse[R]]:
        raise NotImplementedError


class AsyncRawMethod(Generic[P, R]):
    """A method of `with_raw_response`, of `AsyncLinq`."""

    def __init__(self, method: Callable[Concatenate[Any, P], Awaitable[R]]) -> None: ...

    def __get__(self, instance: Any, owner: Any = None) -> Callable[P, Awaitable[AsyncAPIResponse[R]]]:
        raise NotImplementedError


class StreamedMethod(Generic[P, R]):
    """A method of `with_streaming_response`, of `Linq`."""

    def __init__(self, method: Callable[Concatenate[Any, P], R]) -> None: ...

    def __get__(self, instance: Any, owner: Any = None) -> Callable[P, ResponseContextManager[APIResponse[R]]]:
        raise NotImplementedError


class AsyncStreamedMethod(Generic[P, R]):
    """A method of `with_streaming_response`, of `AsyncLinq`."""

    def __init__(self, method: Callable[Concatenate[Any, P], Awaitable[R]]) -> None: ...

    def __get__(self, instance: Any, owner: Any = None) -> Callable[P, AsyncResponseContextManager[AsyncAPIResponse[R]]]:
        raise NotImplementedError
