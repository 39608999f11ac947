# Written by hand. tests/outside/test_typing.py checks it against the extension module by `stubtest`.

from collections.abc import Mapping, Sequence
from datetime import datetime
from os import PathLike
from typing import Any, Literal, final

from typing_extensions import Self, disjoint_base

__all__ = [
    "Attempt",
    "Claim",
    "Client",
    "CursorGuard",
    "Emulator",
    "Entry",
    "MemoryDedupStore",
    "Model",
    "Outbox",
    "OutboxCall",
    "PendingCall",
    "RawResponse",
    "StartedCall",
    "TextPieces",
    "chat_id",
    "check_headers",
    "check_secret",
    "custom_headers",
    "emulator_command_line",
    "extra_fields",
    "fields",
    "is_inbound",
    "load",
    "may_auto_reply",
    "message_view",
    "outbox_file",
    "outbox_statement",
    "page_items",
    "parse_unverified",
    "problem",
    "problems",
    "register",
    "secret_index",
    "set_fields",
    "sign",
    "unwrap",
    "utf16_range",
    "warnings",
    "with_fields",
]

def emulator_command_line(arguments: Sequence[str]) -> int: ...
def load() -> None: ...
def register(classes: dict[str, type[Model]]) -> None: ...
def unwrap(
    payload: str | bytes, headers: Mapping[str, str], keys: Sequence[str | bytes], tolerance: float = 300.0
) -> Any: ...
def check_headers(headers: Mapping[str, str], keys: Sequence[str | bytes], tolerance: float = 300.0) -> None: ...
def parse_unverified(payload: str | bytes) -> Any: ...
def sign(payload: str | bytes, key: str | bytes, id: str, at: float | None = None) -> dict[str, str]: ...
def check_secret(path: str, key: str | bytes) -> None: ...
def message_view(event: Model) -> Any: ...
def chat_id(event: Model) -> str | None: ...
def is_inbound(event: Model) -> bool: ...
def may_auto_reply(event: Model) -> bool: ...
def problem(event: Model) -> str | None: ...
def secret_index(event: Model) -> int | None: ...
def warnings(event: Model) -> list[tuple[str, str]]: ...
def page_items(page: Model) -> Any: ...
def fields(of: Model | type[Model]) -> list[tuple[str, str]]: ...
def set_fields(model: Model) -> list[str]: ...
def extra_fields(model: Model) -> dict[str, Any]: ...
def with_fields(model: Model, update: dict[str, Any]) -> Any: ...
def problems(model: Model) -> list[tuple[str, str]]: ...
def custom_headers(lines: str) -> list[tuple[str, str]]:
    """Parses the headers in `LINQ_API_V3_CUSTOM_HEADERS`: lines of `Name: value`."""

def utf16_range(text: str, piece: str) -> tuple[int, int] | None:
    """Returns the range `(start, end)` of the first occurrence of a piece in a text, in UTF-16 code units, or
    `None`."""

@disjoint_base
class Model:
    """Base class of all objects that the API sends: messages, chats, events.

    Fields are attributes. An absent field is `None`, or empty if it is a list, a dict or an object that is documented as
    always present. A value that does not match its type is plain JSON. Unknown fields are attributes too. Models are
    read-only.
    """

    def __new__(cls, **fields: Any) -> Self: ...
    @classmethod
    def from_json(cls, json: str | bytes) -> Self:
        """Returns a model of a JSON object, given as `str` or `bytes`."""
    @classmethod
    def from_dict(cls, fields: Any) -> Self:
        """Returns a model of the fields in a dict, which have the API's names."""
    def to_dict(
        self,
        *,
        mode: Literal["python", "json"] = "python",
        use_api_names: bool = True,
        exclude_none: bool = False,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        warnings: bool = True,
    ) -> dict[str, Any]:
        """Returns the fields under the API's names, as dicts and lists. Dates are `datetime`, or with `mode="json"` text."""
    def to_json(
        self,
        *,
        indent: int | None = 2,
        use_api_names: bool = True,
        exclude_none: bool = False,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        warnings: bool = True,
    ) -> str:
        """Returns the object as JSON text, indented by `indent` spaces, or on one line if that is `None`."""
    def __eq__(self, other: object, /) -> bool: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: Any) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    __hash__: None  # type: ignore[assignment]

@final
class CursorGuard:
    """Detects a repeated cursor, which ends a list that would otherwise never end."""

    def __new__(cls, first: str | None) -> Self: ...
    def admits(self, cursor: str) -> bool:
        """Returns whether the cursor has not been used before."""

    def after(self, cursor: str) -> CursorGuard:
        """Returns the guard of the page at a cursor."""

@final
class Client:
    def __new__(
        cls,
        kind: str,
        api_key: str,
        *,
        base_url: str | None = None,
        allow_http: bool = False,
        rate_limits: tuple[int | None, float, bool] | None = None,
        connect_timeout: float | None = None,
        proxy: str | None = None,
        root_certificates: Sequence[bytes] = ...,
        max_response_bytes: int | None = None,
        max_connections: int | None = None,
        strict_responses: bool = False,
        retry_quota: float | None = None,
        observer: Any | None = None,
        group: Client | None = None,
    ) -> Self: ...
    def with_options(
        self,
        *,
        timeout: float,
        max_retries: int,
        deadline: float | None,
        rate_limit_line: str | None,
        headers: Mapping[str, Any],
        query: Mapping[str, object],
    ) -> Self: ...
    @property
    def base_url(self) -> str: ...
    def close(self) -> None: ...
    def is_closed(self) -> bool: ...
    def call(
        self,
        name: str,
        arguments: dict[str, Any],
        options: tuple[Any, Any, Any, Any, Any] | None = None,
        page: type[Any] | None = None,
        raw: bool = False,
    ) -> Any: ...
    def request(
        self, method: str, path: str, body: Any | None = None, options: tuple[Any, Any, Any, Any, Any] | None = None
    ) -> Any: ...
    def start(
        self,
        name: str,
        arguments: dict[str, Any],
        options: tuple[Any, Any, Any, Any, Any] | None = None,
        page: type[Any] | None = None,
        raw: bool = False,
    ) -> StartedCall: ...
    def start_request(
        self, method: str, path: str, body: Any | None = None, options: tuple[Any, Any, Any, Any, Any] | None = None
    ) -> StartedCall: ...
    def pending(
        self,
        name: str,
        arguments: dict[str, Any],
        options: tuple[Any, Any, Any, Any, Any] | None = None,
        page: type[Any] | None = None,
        raw: bool = False,
    ) -> PendingCall: ...
    def pending_request(
        self, method: str, path: str, body: Any | None = None, options: tuple[Any, Any, Any, Any, Any] | None = None
    ) -> PendingCall: ...
    def upload(self, file: Any, options: Any) -> Any: ...
    def start_upload(self, file: Any, options: Any) -> StartedCall: ...
    def pending_upload(self, file: Any, options: Any) -> PendingCall: ...
    def download(self, options: Any) -> Any: ...
    def start_download(self, options: Any) -> StartedCall: ...
    def pending_download(self, options: Any) -> PendingCall: ...

@final
class StartedCall:
    @property
    def future(self) -> Any: ...
    def cancel(self) -> None: ...

@final
class PendingCall:
    def begin(self) -> Attempt | None: ...
    def on_response(self, status_code: int, headers: Sequence[tuple[str, str]], content: bytes) -> Attempt | None: ...
    def on_failure(self, kind: str, message: str) -> Attempt | None: ...
    def result(self) -> Any: ...

@final
class Attempt:
    @property
    def max_response_bytes(self) -> int: ...
    @property
    def delay(self) -> float: ...
    @property
    def timeout(self) -> float: ...
    @property
    def method(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def headers(self) -> list[tuple[str, str]]: ...
    @property
    def content(self) -> bytes: ...

@final
class RawResponse:
    @property
    def status_code(self) -> int: ...
    @property
    def headers(self) -> list[tuple[str, str]]: ...
    @property
    def content(self) -> bytes: ...
    @property
    def attempts(self) -> int: ...
    @property
    def method(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def elapsed(self) -> float: ...
    @property
    def idempotency_key(self) -> str | None: ...
    def warnings(self) -> list[tuple[str, str]]: ...
    def parse(self) -> Any: ...

@final
class MemoryDedupStore:
    """An in-memory store of claims on webhook events, for the receivers of one process.

    It stores `capacity` events, 10,000 by default, and evicts the oldest first. The capacity should be at least the
    number of events in 30 minutes, the period in which Linq retries a delivery. Most receivers only need `deduplicate`.
    """

    def __new__(cls, capacity: int | None = None) -> Self: ...
    def claim(self, event_id: str) -> Claim:
        """Claims an event, or returns the state of the claim on it. Of concurrent callers, exactly one is the first."""
    def finish(self, event_id: str) -> None:
        """Marks an event as handled, regardless of the claim's token."""
    def release(self, event_id: str, token: int) -> None:
        """Releases the claim with this token, so that the next delivery is handled. Does nothing if the event is done, or
        claimed under another token."""

@final
class Claim:
    """The result of a claim: the state of the event, and the claim's token if it is the first."""

    @property
    def state(self) -> Literal["first", "running", "done"]:
        """`"first"`: the caller handles the event; `"running"`: another delivery of it is being
        handled and may still fail; `"done"`: it has been handled."""
    @property
    def token(self) -> int | None:
        """The token of this claim, for `release`; `None` unless the state is `"first"`."""

@final
class TextPieces:
    def __new__(cls) -> Self: ...
    def styled(self, text: str, styles: Sequence[str]) -> TextPieces: ...
    def animated(self, text: str, animation: str) -> TextPieces: ...
    def mention(self, name: str, participant: str) -> TextPieces: ...
    def sticker(self, fallback: str, attachment_id: str | None, url: str | None) -> TextPieces: ...
    def split(self, max_characters: int | None) -> list[TextPieces]: ...
    @staticmethod
    def from_json(json: bytes) -> TextPieces: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    @property
    def value(self) -> str: ...
    def part(self) -> dict[str, Any]: ...

@final
class Emulator:
    def __new__(
        cls,
        *,
        port: int = 0,
        storage_port: int = 0,
        seed: int | None = None,
        api_key: str | None = None,
        phone_numbers: Sequence[str] = ...,
        enforce_limits: bool = False,
        observed_shapes: bool = False,
        sandbox: bool = False,
        documented_retries: bool = False,
    ) -> Self: ...
    @property
    def base_url(self) -> str: ...
    @property
    def control_url(self) -> str: ...
    @property
    def storage_url(self) -> str: ...
    @property
    def phone_numbers(self) -> list[str]: ...
    def stop(self) -> None: ...

def outbox_file(path: str | PathLike[str]) -> str: ...
def outbox_statement(
    client: Client,
    name: str,
    arguments: dict[str, Any],
    options: tuple[Any, Any, Any, Any, Any] | None,
    ordering_key: str | None,
) -> tuple[str, list[str | int | None]]: ...

@final
class Outbox:
    def __new__(cls, path: str | PathLike[str], busy_timeout: float) -> Self: ...
    def open(self) -> OutboxCall: ...
    def enqueue(
        self,
        client: Client,
        name: str,
        arguments: dict[str, Any],
        options: tuple[Any, Any, Any, Any, Any] | None,
        ordering_key: str | None,
    ) -> OutboxCall: ...
    def replace(
        self,
        id: int,
        client: Client,
        name: str,
        arguments: dict[str, Any],
        options: tuple[Any, Any, Any, Any, Any] | None,
    ) -> OutboxCall: ...
    def get(self, id: int) -> OutboxCall: ...
    def get_by_idempotency_key(self, key: str) -> OutboxCall: ...
    def list(self, state: str | None, after: int | None, limit: int) -> OutboxCall: ...
    def count(self) -> OutboxCall: ...
    def cancel(self, id: int) -> OutboxCall: ...
    def retry(self, id: int) -> OutboxCall: ...
    def delete_finished(self, before: datetime) -> OutboxCall: ...
    def run(self, client: Client, options: Mapping[str, Any]) -> tuple[int, int, int]: ...
    def start_run(self, client: Client, options: Mapping[str, Any]) -> StartedCall: ...
    def wake(self) -> None: ...
    def stop(self) -> None: ...
    def close(self) -> None: ...

@final
class OutboxCall:
    def run(self) -> Any: ...
    def start(self) -> StartedCall: ...

@final
class Entry:
    """A call in an outbox, as it was when it was read."""

    @property
    def id(self) -> int:
        """Identifier, from 1. Entries that were enqueued later have greater ones."""
    @property
    def idempotency_key(self) -> str:
        """Idempotency key, including a generated one."""
    @property
    def operation(self) -> str:
        """Official name of the operation, such as `messages.create`."""
    @property
    def ordering_key(self) -> str:
        """Key of the entries that are sent in order. By default, it is made from the chat, or from the line and recipients."""
    @property
    def state(self) -> Literal["queued", "sending", "sent", "failed", "uncertain", "cancelled"]:
        """State."""
    @property
    def attempts(self) -> int:
        """Number of times that a process started to send the entry. Retries within a call are not counted."""
    @property
    def created_at(self) -> datetime:
        """Time at which the entry was enqueued."""
    @property
    def ready_at(self) -> datetime | None:
        """Time at which the entry is sent or retried, or at which another process may take it over from the one that sends it.
        `None` if it is finished, or waits for an earlier entry with its ordering key."""
    @property
    def attempted_at(self) -> datetime | None:
        """Start of the first attempt that may have taken effect; `None` if certainly none did."""
    @property
    def finished_at(self) -> datetime | None:
        """Time at which the entry was sent, failed, became uncertain or was cancelled."""
    @property
    def message_id(self) -> str | None:
        """Identifier of the message or poll that was sent."""
    @property
    def chat_id(self) -> str | None:
        """Identifier of the chat that it was sent to."""
    @property
    def status_code(self) -> int | None:
        """HTTP status of the last response."""
    @property
    def code(self) -> int | None:
        """Error code of the API, such as 2013."""
    @property
    def trace_id(self) -> str | None:
        """Trace identifier of the last request, for Linq's support."""
    @property
    def problem(self) -> str | None:
        """Description of the last error. It may contain text of the server."""
    @property
    def response(self) -> Any:
        """Response to an accepted call: the model that the operation returns, which is created on each access; `None` until
        then."""
