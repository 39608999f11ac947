"""What can go wrong, as exceptions: the official tree, and what is known beyond it.

The first question after a failed send is whether somebody may have received the message:
`may_have_taken_effect` answers it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ._transport import HeaderList, Request, Response

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
    """Every error of this package is one."""

    may_have_taken_effect: bool = False
    """Whether the server may have done what was asked although the call failed. `False` is certain."""

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return _restore, (type(self), self.args, self.__dict__)


LinqError = LinqApiv3Error


class InvalidArgumentError(LinqApiv3Error, ValueError):
    """Something that would be refused, found before it was sent.

    Attributes:
        path: Which argument, such as `message.parts[0].value`.
        reason: What is wrong with it.
    """

    path: str
    reason: str

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}" if path else reason)
        self.path = path
        self.reason = reason


class UploadError(LinqApiv3Error):
    """A file did not get to where messages can carry it, and the API is not to blame.

    Attributes:
        status_code: What the storage answered, if it did.
    """

    status_code: int | None = None


class APIError(LinqApiv3Error):
    """A call failed.

    Attributes:
        message: What went wrong.
        request: Its method and URL.
    """

    message: str
    request: Request

    body: object | None
    """What the API said: the `error` object of its JSON, other JSON as it is, or text; `None` without a reply."""

    code: int | None
    """The API's own code, such as 2013."""
    doc_url: str | None
    """The page that explains the code."""
    retry_after: float | None = None
    """How many seconds to wait before the next try, if the server says so."""
    trace_id: str | None = None
    """Under which Linq's support finds the request."""
    idempotency_key: str | None = None
    """The key that was sent, also if the client made it, where the call may have taken effect: sent again under this
    key, it takes effect once."""

    def __init__(self, message: str, request: Request, *, body: object | None) -> None:
        super().__init__(message)
        self.request = request
        self.message = message
        self.body = body
        said = cast("Mapping[str, object]", body if isinstance(body, dict) else {})
        code, doc_url, retry_after = said.get("code"), said.get("doc_url"), said.get("retry_after")
        self.code = code if isinstance(code, int) else None
        self.doc_url = doc_url if isinstance(doc_url, str) else None
        self.retry_after = retry_after if isinstance(retry_after, (int, float)) else None


class APIResponseValidationError(APIError):
    """The server accepted the request, with a response that is not understood: it lacks the identity of the resource,
    or is not JSON. The request has probably taken effect; under the same `idempotency_key`, it takes effect once.

    Attributes:
        response: The raw response.
        status_code: Its status.
    """

    response: Response
    status_code: int

    def __init__(self, response: Response, body: object | None, *, message: str | None = None) -> None:
        request = response.request or Request("", "")
        super().__init__(message or "Data returned by API invalid for expected schema.", request, body=body)
        self.response = response
        self.status_code = response.status_code


class APIWebhookValidationError(APIError):
    """A webhook delivery is not Linq's, or is no event.

    Attributes:
        status_code: What to answer: 401 when it cannot be trusted, 400 when it cannot be read.
    """

    status_code: int = 401

    def __init__(self, message: str, request: Request | None = None, *, body: object | None = None) -> None:
        super().__init__(message, request or Request("", ""), body=body)


class APIStatusError(APIError):
    """The server refused, or something between it and us did: the status is not 2xx.

    Attributes:
        response: The reply, whole.
        status_code: Its status.
    """

    response: Response
    status_code: int

    def __init__(self, message: str, *, response: Response, body: object | None) -> None:
        super().__init__(message, response.request or Request("", ""), body=body)
        self.response = response
        self.status_code = response.status_code


class APIConnectionError(APIError):
    """No complete reply arrived."""

    def __init__(self, *, message: str = "Connection error.", request: Request) -> None:
        super().__init__(message, request, body=None)


class APITimeoutError(APIConnectionError):
    """No reply arrived in time."""

    def __init__(self, request: Request, *, message: str = "Request timed out.") -> None:
        super().__init__(message=message, request=request)


class BadRequestError(APIStatusError):
    """400: the request is wrong."""


class AuthenticationError(APIStatusError):
    """401: the API key is missing or wrong."""


class PermissionDeniedError(APIStatusError):
    """403: it is not yours, or not allowed."""


class NotFoundError(APIStatusError):
    """404: it does not exist, or not yet."""


class ConflictError(APIStatusError):
    """409: it does not go with the present state."""


class UnprocessableEntityError(APIStatusError):
    """422: the recipient cannot receive this kind of message."""


class RateLimitError(APIStatusError):
    """429: too many calls. `retry_after` says how long to wait."""


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


def _restore(kind: type[LinqApiv3Error], args: tuple[object, ...], state: dict[str, object]) -> LinqApiv3Error:
    """An exception as it was, for pickle and copy."""
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


def from_native(kind: str, details: dict[str, Any]) -> LinqApiv3Error:
    """The exception for what the native half reports."""
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
    request = Request(details["method"], details["url"])
    if kind == "timeout":
        return APITimeoutError(request, message=message)
    if kind == "connection":
        return APIConnectionError(message=message, request=request)
    if kind in ("api", "decode"):
        return _from_reply(kind, message, request, details)
    error = APIError(message, request, body=None)
    error.retry_after = details.get("retry_after")
    return error


def _from_reply(kind: str, message: str, request: Request, details: dict[str, Any]) -> APIError:
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
    """As the official client has it: the `error` of the API's JSON, else the JSON, else the text."""
    try:
        value: Any = response.json()
    except ValueError:
        return response.text.strip()
    if isinstance(value, dict):
        return cast("dict[str, object]", value).get("error", cast(object, value))
    return cast(object, value)
