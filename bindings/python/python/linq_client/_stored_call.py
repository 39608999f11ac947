"""Operations that are stored instead of being sent."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, NamedTuple, NoReturn, cast

from ._call import AsyncResource, CallOptions, SyncResource
from ._exceptions import InvalidArgumentError
from ._options import Omit


class StoredCall(NamedTuple):
    """An operation with its arguments, and the native client that its resource belongs to."""

    client: Any
    name: str
    arguments: dict[str, Any]
    options: CallOptions | None


def stored_call(operation: Callable[..., object], args: tuple[Any, ...], kwargs: dict[str, Any]) -> StoredCall:
    """Returns the call that a method of a resource would make. Nothing is sent.

    Raises:
        InvalidArgumentError: It is not such a method, or one that makes no single call.
        TypeError: The arguments do not match its signature.
    """
    resource = getattr(operation, "__self__", None)
    method = getattr(operation, "__func__", None)
    if not isinstance(resource, (SyncResource, AsyncResource)) or method is None or resource._returns_response:
        raise InvalidArgumentError("operation", "must be a method of a client's resource, such as `linq.messages.create`")
    try:
        result = method(type(resource)(cast("Any", _Recorder(resource._client._native))), *args, **kwargs)
        if isinstance(result, Coroutine):
            cast("Coroutine[Any, Any, object]", result).send(None)
    except _Recorded as recorded:
        return recorded.call
    raise _not_storable()


def _not_storable() -> InvalidArgumentError:
    return InvalidArgumentError("operation", "does not take an idempotency key")


class _Recorded(Exception):
    """Ends a method at the call that it makes."""

    def __init__(self, call: StoredCall) -> None:
        super().__init__()
        self.call = call


class _Recorder:
    """Takes the place of a resource's client."""

    def __init__(self, native: Any) -> None:
        self._recorded_client = native

    def _execute(
        self, name: str, arguments: dict[str, Any], options: CallOptions | None, _page: type[Any] | None, _raw: bool
    ) -> NoReturn:
        if options is not None:
            for option, values in zip(("extra_headers", "extra_query"), options):
                for key, value in cast("dict[object, object]", values or {}).items():
                    if isinstance(value, Omit):
                        reason = "cannot be omitted: it is added when the call is sent"
                        raise InvalidArgumentError(f"{option}[{key!r}]", reason)
        raise _Recorded(StoredCall(self._recorded_client, name, arguments, options))

    def __getattr__(self, name: str) -> NoReturn:
        raise _not_storable()
