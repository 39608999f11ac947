"""Exceptions: those of the official client, and additional ones.

`may_have_taken_effect` reports whether a failed call may have taken effect nevertheless, so that a message may have been
received.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from ._transport import HeaderList, Request, Response

__all__ = [
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
]


class LinqApiv3Error(Exception):
    """Base class of all errors of the package."""

    may_have_taken_effect: bool = False
    """True if the failed call may have taken effect on the server. `False` means that it certainly did not."""

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return _restore, (type(self), self.args, self.__dict__)


LinqError = LinqApiv3Error


class InvalidArgumentError(LinqApiv3Error, ValueError):
    """An argument is invalid; nothing was sent.

    Attributes:
        path: Path of the argument, such as `message.parts[0].value`.
        reason: Description of the problem.
    """

    path: str
    reason: str

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}" if path else reason)
        self.path = path
        self.reason = reason


class UploadError(LinqApiv3Error):
    """An upload failed outside the API: in the storage, or because the file changed.

    Attributes:
        status_code: HTTP status of the storage's response, if it responded.
    """

    status_code: int | None = None


class DownloadError(LinqApiv3Error):
    """A download failed outside the API: the file is too large, or the storage did not return it.

    Attributes:
        status_code: HTTP status of the storage's response, if it responded with an error.
    """

    status_code: int | None = None


class APIError(LinqApiv3Error):
    """Base class of the errors of calls.

    Attributes:
        message: Description of the error.
        request: Method and URL of the request.
    """

    message: str
    request: Request

    body: object | None
    """Body of the response: the `error` object of the API's JSON, other JSON, or text; `None` without a response."""

    code: int | None
    """Error code of the API, such as 2013."""
    doc_url: str | None
    """URL of the documentation page of the code."""
    retry_after: float | None = None
    """Minimum seconds before a retry, if the server sent them."""
    trace_id: str | None = None
    """Trace identifier of the request, for Linq's support."""
    idempotency_key: str | None = None
    """Idempotency key that was sent, including a generated one, if the call may have taken effect. A retry with this key is
    safe: the call takes effect once."""

    def __init__(self, message: str, request: Request, *, body: object | None) -> None:
        super().__init__(message)
        self.request = request
        self.message = message
        self.body = body
        fields = cast("Mapping[str, object]", body if isinstance(body, dict) else {})
        code, doc_url, retry_after = fields.get("code"), fields.get("doc_url"), fields.get("retry_after")
        self.code = code if isinstance(code, int) else None
        self.doc_url = doc_url if isinstance(doc_url, str) else None
        self.retry_after = retry_after if isinstance(retry_after, (int, float)) else None


class APIResponseValidationError(APIError):
    """The server accepted the request, but the response cannot be decoded: it lacks the identifier of the resource, or is
    not JSON. The call has probably taken effect; a retry with the same `idempotency_key` is safe.

    Attributes:
        response: The raw response.
        status_code: Its HTTP status.
    """

    response: Response
    status_code: int

    def __init__(self, response: Response, body: object | None, *, message: str | None = None) -> None:
        request = response.request or Request("", "")
        super().__init__(message or "Data returned by API invalid for expected schema.", request, body=body)
        self.response = response
        self.status_code = response.status_code


class APIWebhookValidationError(APIError):
    """A webhook delivery whose signature is invalid, or that is not an event.

    Attributes:
        status_code: HTTP status to respond with: 401 if the signature is invalid, 400 if the body is not an event.
    """

    status_code: int = 401

    def __init__(self, message: str, request: Request | None = None, *, body: object | None = None) -> None:
        super().__init__(message, request or Request("", ""), body=body)


class APIStatusError(APIError):
    """The server, or a proxy, responded with a status that is not 2xx.

    Attributes:
        response: The response.
        status_code: Its HTTP status.
    """

    response: Response
    status_code: int

    def __init__(self, message: str, *, response: Response, body: object | None) -> None:
        super().__init__(message, response.request or Request("", ""), body=body)
        self.response = response
        self.status_code = response.status_code


class APIConnectionError(APIError):
    """No complete response was received."""

    def __init__(self, *, message: str = "Connection error.", request: Request) -> None:
        super().__init__(message, request, body=None)


class APITimeoutError(APIConnectionError):
    """No complete response was received before the timeout."""

    def __init__(self, request: Request, *, message: str = "Request timed out.") -> None:
        super().__init__(message=message, request=request)


class BadRequestError(APIStatusError):
    """400: the request is invalid."""


class AuthenticationError(APIStatusError):
    """401: the API key is missing or invalid."""


class PermissionDeniedError(APIStatusError):
    """403: the account has no permission."""


class NotFoundError(APIStatusError):
    """404: the resource does not exist, or does not exist yet."""


class ConflictError(APIStatusError):
    """409: the request conflicts with the current state."""


class UnprocessableEntityError(APIStatusError):
    """422: the recipient cannot receive this kind of message."""


class RateLimitError(APIStatusError):
    """429: a rate limit is exceeded. `retry_after` is the number of seconds to wait."""


class InternalServerError(APIStatusError):
    """5xx: the server failed."""


_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def _restore(error_type: type[LinqApiv3Error], args: tuple[object, ...], state: dict[str, object]) -> LinqApiv3Error:
    """Restores an exception, for pickle and copy."""
    error = error_type.__new__(error_type, *args)
    error.args = args
    error.__dict__.update(state)
    return error


def from_native(kind: str, details: dict[str, Any]) -> LinqApiv3Error:
    """Returns the exception for an error of the native module."""
    error = _make(kind, details)
    error.may_have_taken_effect = details.get("may_have_taken_effect", False)
    if isinstance(error, APIError):
        error.idempotency_key = details.get("idempotency_key")
    return error


def _make(kind: str, details: dict[str, Any]) -> LinqApiv3Error:
    if kind == "invalid":
        return InvalidArgumentError(details["path"], details["reason"])
    message: str = details["message"]
    if kind == "not_sent":
        return LinqApiv3Error(message)
    if kind == "webhook":
        webhook_error = APIWebhookValidationError(message)
        webhook_error.status_code = details["status_code"]
        return webhook_error
    if kind == "upload":
        upload_error = UploadError(message)
        upload_error.status_code = details.get("status_code")
        return upload_error
    if kind == "download":
        download_error = DownloadError(message)
        download_error.status_code = details.get("status_code")
        return download_error
    request = Request(details["method"], details["url"])
    if kind == "timeout":
        return APITimeoutError(request, message=message)
    if kind == "connection":
        return APIConnectionError(message=message, request=request)
    if kind in ("api", "decode"):
        return _from_response(kind, message, request, details)
    error = APIError(message, request, body=None)
    error.retry_after = details.get("retry_after")
    return error


def _from_response(kind: str, message: str, request: Request, details: dict[str, Any]) -> APIError:
    response = Response(details["status_code"], HeaderList(details["headers"]), details["content"], request)
    body = _body(response)
    if kind == "decode":
        error: APIError = APIResponseValidationError(response, body, message=message)
    else:
        default = InternalServerError if response.status_code >= 500 else APIStatusError
        error = _BY_STATUS.get(response.status_code, default)(message, response=response, body=body)
        error.code = details["code"]
        error.doc_url = details["doc_url"]
        error.retry_after = details["retry_after"]
    error.trace_id = details["trace_id"]
    return error


def _body(response: Response) -> object | None:
    """Returns the body as the official client does: the `error` of the API's JSON, else the JSON, else the text."""
    try:
        value: Any = response.json()
    except ValueError:
        return response.text.strip()
    if isinstance(value, dict):
        return cast("dict[str, object]", value).get("error", cast(object, value))
    return cast(object, value)
