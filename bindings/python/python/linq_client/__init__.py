"""A client for the Linq Partner API v3: iMessage, RCS and SMS behind one REST API.

    from linq_client import Linq

    linq = Linq()  # LINQ_API_V3_API_KEY
    chat = linq.chats.create(from_="+12223334444", to=["+15556667777"], message={"parts": [{"type": "text", "value": "Hi"}]})

`Linq` is the blocking client, `AsyncLinq` the asyncio client. Names are those of the official `linq-python`: to migrate,
change the imports from `linq` to `linq_client`.
"""

from __future__ import annotations

from ._version import __title__, __version__

# Same as `typing.TYPE_CHECKING`; importing `typing` would take longer than the rest of this module.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from . import (
        durable as durable,
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
        DownloadError,
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
    from ._base_model import BaseModel
    from ._observer import AttemptFailure, AttemptObserver, AttemptRequest, AttemptResponse
    from ._options import NOT_GIVEN, NoneType, NotGiven, Omit, RateLimits, RequestOptions, not_given, omit
    from ._response import APIResponse, AsyncAPIResponse
    from ._config import DEFAULT_MAX_RETRIES, DEFAULT_TIMEOUT
    from ._transport import (
        AsyncTransport,
        ConnectFailure,
        ConnectTimeoutFailure,
        HeaderList,
        ConnectionLost,
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
    "AttemptFailure",
    "AttemptObserver",
    "AttemptRequest",
    "AttemptResponse",
    "AuthenticationError",
    "BadRequestError",
    "BaseModel",
    "Client",
    "ConflictError",
    "ConnectFailure",
    "ConnectTimeoutFailure",
    "DecodeWarning",
    "DownloadError",
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
    "RateLimits",
    "ConnectionLost",
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

# Public names by module, which is imported on first access (PEP 562).
_LAZY_EXPORTS = {
    "_base_model": ("BaseModel",),
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
        "DownloadError",
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
    "_observer": ("AttemptFailure", "AttemptObserver", "AttemptRequest", "AttemptResponse"),
    "_options": ("NOT_GIVEN", "NoneType", "NotGiven", "Omit", "RateLimits", "RequestOptions", "not_given", "omit"),
    "_response": ("APIResponse", "AsyncAPIResponse"),
    "_config": ("DEFAULT_MAX_RETRIES", "DEFAULT_TIMEOUT"),
    "_transport": (
        "AsyncTransport",
        "ConnectFailure",
        "ConnectTimeoutFailure",
        "HeaderList",
        "ConnectionLost",
        "Request",
        "Response",
        "ResponseTooLarge",
        "TimeoutFailure",
        "Transport",
        "TransportFailure",
    ),
    "text": ("Text",),
}
_MODULE_OF = {name: module for module, names in _LAZY_EXPORTS.items() for name in names}
_MODULES = ("durable", "emulator", "pagination", "resources", "text", "types", "webhooks")
# Not listed by `dir`, since importing it needs the extra of that name.
_EXTRA_MODULES = ("httpx",)

_OVER_HTTPX = "the client does not use httpx; to send over it, pass `transport=linq_client.httpx.{}(…)`"
# Names of the official client that do not exist here, with their replacements.
_REPLACEMENTS = {
    "AsyncStream": "the API has no streams of events",
    "DEFAULT_CONNECTION_LIMITS": "use the option `max_connections` of `AsyncLinq`",
    "DefaultAioHttpClient": "`AsyncLinq` needs no HTTP client; to send over your own, pass `transport=`",
    "DefaultAsyncHttpxClient": _OVER_HTTPX.format("AsyncHttpxTransport"),
    "DefaultHttpxClient": _OVER_HTTPX.format("HttpxTransport"),
    "ProxiesTypes": "use the option `proxy`, which is a URL",
    "Stream": "the API has no streams of events",
    "Timeout": "pass a number of seconds as `timeout`, and the options `connect_timeout` and `deadline`",
    "file_from_path": "use `linq.attachments.upload(path)`",
}


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name in _MODULES or name in _EXTRA_MODULES:
        return import_module("." + name, __name__)
    if name in _MODULE_OF:
        value: object = getattr(import_module("." + _MODULE_OF[name], __name__), name)
    else:
        replacement = f": {_REPLACEMENTS[name]}" if name in _REPLACEMENTS else ""
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}{replacement}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_MODULES})
