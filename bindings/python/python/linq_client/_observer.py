"""Observers of attempts, for metrics and audit."""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol


class AttemptObserver(Protocol):
    """Observer of each attempt of a client's calls, for metrics and audit. A subclass overrides the methods that it needs.

    `on_request` is called before each attempt, then either `on_response` or `on_failure`, unless the call is cancelled
    meanwhile. The records contain no headers, URLs, bodies, idempotency keys or handles.

    Transfers of files are observed as the operations `attachments.upload` and `attachments.download`. If the storage
    redirects a download, this is a response without a `retry_delay`, and the request to the target has the same attempt
    number.

    The methods are called by the thread that executes the call, which waits for them. Those of `AsyncLinq` are called by the
    event loop, before the call returns: they must not block. An exception is reported by `sys.unraisablehook`, and does not
    affect the call.
    """

    def on_request(self, request: AttemptRequest) -> None:
        """Called when a request is about to be sent, before the delay."""

    def on_response(self, response: AttemptResponse) -> None:
        """Called when a response has arrived, whatever its status."""

    def on_failure(self, failure: AttemptFailure) -> None:
        """Called when an attempt has failed without a complete response."""


class AttemptRequest(NamedTuple):
    """A request that is about to be sent."""

    operation: str
    """Official name of the operation, such as `chats.messages.send`; `request` for a request to any path."""
    method: str
    """HTTP method, such as `POST`."""
    path: str
    """Path relative to the base URL, with `{…}` for its parameters, such as `/v3/chats/{chat_id}/messages`; `…` for a request
    to any path, and empty for a request to the storage."""
    attempt: int
    """Number of the attempt, from 1. Redirects of a download belong to the same attempt."""
    delay: float
    """Seconds before the request is sent, by backoff, `Retry-After` or a rate limit."""


class AttemptResponse(NamedTuple):
    """A response, whatever its status."""

    operation: str
    """Official name of the operation: see `AttemptRequest.operation`."""
    method: str
    """HTTP method."""
    path: str
    """Path with `{…}` for its parameters: see `AttemptRequest.path`."""
    attempt: int
    """Number of the attempt: see `AttemptRequest.attempt`."""
    status_code: int
    """The HTTP status."""
    error_code: int | None = None
    """The API's error code, if the response is an error of the API."""
    trace_id: str | None = None
    """Trace ID, by which Linq's support finds the request."""
    duration: float = 0.0
    """Seconds that the attempt took, without the delay before it."""
    retry_delay: float | None = None
    """Seconds before the next attempt; `None` if there is none."""


class AttemptFailure(NamedTuple):
    """A failure of an attempt without a complete response."""

    operation: str
    """Official name of the operation: see `AttemptRequest.operation`."""
    method: str
    """HTTP method."""
    path: str
    """Path with `{…}` for its parameters: see `AttemptRequest.path`."""
    attempt: int
    """Number of the attempt: see `AttemptRequest.attempt`."""
    kind: Literal[
        "connect",
        "connect_timeout",
        "invalid_request",
        "not_processed",
        "timeout",
        "connection_lost",
        "too_large",
        "cancelled",
    ]
    """Kind of the failure. It is `cancelled` also if a file to upload could not be read, or a downloaded one could not be
    written or is compressed."""
    may_have_been_sent: bool
    """True if the request of this attempt may have been sent; false is certain."""
    duration: float = 0.0
    """Seconds that the attempt took, without the delay before it."""
    retry_delay: float | None = None
    """Seconds before the next attempt; `None` if there is none."""
