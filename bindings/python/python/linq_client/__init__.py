"""A client for the Linq Partner API v3: iMessage, RCS and SMS behind one REST API.

    from linq_client import Linq

    linq = Linq()  # LINQ_API_V3_API_KEY
    chat = linq.chats.create(from_="+12223334444", to=["+15556667777"], message={"parts": [{"type": "text", "value": "Hi"}]})

`Linq` blocks, `AsyncLinq` is for asyncio. Everything has the names of the official `linq-python`: a program that uses
it changes its imports from `linq` to `linq_client`.
"""

from __future__ import annotations

from ._version import __title__, __version__

# What `typing` has under this name; to import `typing` takes longer than all the rest of this file.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from . import (
        emulator as emulator,
        httpx as httpx,
        pagination as pagination,
        resources as resources,
        text as text,
        types as types,
        webhooks as webhooks,
    )
    from ._client import AsyncClient, AsyncLinq, AsyncLinqAPIV3, Client, Linq, LinqAPIV3
    from ._decode_warning import DecodeWarning
    from ._exceptions import (
        APIConnectionError,
        APIError,
        APIResponseValidationError,
        APIStatusError,
        APITimeoutError,
        APIWebhookValidationError,
        AuthenticationError,
        BadRequestError,
        ConflictError,
        InternalServerError,
        InvalidArgumentError,
        LinqApiv3Error,
        LinqError,
        NotFoundError,
        PermissionDeniedError,
        RateLimitError,
        UnprocessableEntityError,
        UploadError,
    )
    from ._native import Model as BaseModel
    from ._options import NOT_GIVEN, NoneType, NotGiven, Omit, RequestOptions, not_given, omit
    from ._response import APIResponse, AsyncAPIResponse
    from ._settings import DEFAULT_MAX_RETRIES, DEFAULT_TIMEOUT
    from ._transport import (
        AsyncTransport,
        ConnectFailure,
        ConnectTimeoutFailure,
        HeaderList,
        ResponseLost,
        Request,
        Response,
        ResponseTooLarge,
        TimeoutFailure,
        Transport,
        TransportFailure,
    )
    from .text import Text

__all__ = [
    "DEFAULT_MAX_RETRIES",
    "DEFAULT_TIMEOUT",
    "NOT_GIVEN",
    "APIConnectionError",
    "APIError",
    "APIResponse",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "APIWebhookValidationError",
    "AsyncAPIResponse",
    "AsyncClient",
    "AsyncLinq",
    "AsyncLinqAPIV3",
    "AsyncTransport",
    "AuthenticationError",
    "BadRequestError",
    "BaseModel",
    "Client",
    "ConflictError",
    "ConnectFailure",
    "ConnectTimeoutFailure",
    "DecodeWarning",
    "HeaderList",
    "InternalServerError",
    "InvalidArgumentError",
    "Linq",
    "LinqAPIV3",
    "LinqApiv3Error",
    "LinqError",
    "NoneType",
    "NotFoundError",
    "NotGiven",
    "Omit",
    "PermissionDeniedError",
    "RateLimitError",
    "ResponseLost",
    "Request",
    "RequestOptions",
    "Response",
    "ResponseTooLarge",
    "Text",
    "TimeoutFailure",
    "Transport",
    "TransportFailure",
    "UnprocessableEntityError",
    "UploadError",
    "__title__",
    "__version__",
    "not_given",
    "omit",
    "types",
]

# What is not needed to be imported is imported when it is first asked for (PEP 562).
_ROOMS = {
    "_client": ("AsyncClient", "AsyncLinq", "AsyncLinqAPIV3", "Client", "Linq", "LinqAPIV3"),
    "_decode_warning": ("DecodeWarning",),
    "_exceptions": (
        "APIConnectionError",
        "APIError",
        "APIResponseValidationError",
        "APIStatusError",
        "APITimeoutError",
        "APIWebhookValidationError",
        "AuthenticationError",
        "BadRequestError",
        "ConflictError",
        "InternalServerError",
        "InvalidArgumentError",
        "LinqApiv3Error",
        "LinqError",
        "NotFoundError",
        "PermissionDeniedError",
        "RateLimitError",
        "UnprocessableEntityError",
        "UploadError",
    ),
    "_options": ("NOT_GIVEN", "NoneType", "NotGiven", "Omit", "RequestOptions", "not_given", "omit"),
    "_response": ("APIResponse", "AsyncAPIResponse"),
    "_settings": ("DEFAULT_MAX_RETRIES", "DEFAULT_TIMEOUT"),
    "_transport": (
        "AsyncTransport",
        "ConnectFailure",
        "ConnectTimeoutFailure",
        "HeaderList",
        "ResponseLost",
        "Request",
        "Response",
        "ResponseTooLarge",
        "TimeoutFailure",
        "Transport",
        "TransportFailure",
    ),
    "text": ("Text",),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}
_MODULES = ("emulator", "pagination", "resources", "text", "types", "webhooks")
# It needs an extra, and who asks for all that `dir` names may not have it.
_EXTRA_MODULES = ("httpx",)


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name in _MODULES or name in _EXTRA_MODULES:
        return import_module("." + name, __name__)
    if name == "BaseModel":
        value: object = import_module("._native", __name__).Model
    elif name in _ROOM_OF:
        value = getattr(import_module("." + _ROOM_OF[name], __name__), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_MODULES})
