# Written by hand. `stubtest` holds it against the extension, in tests/outside/test_typing.py.

from collections.abc import Mapping, Sequence
from typing import Any, Literal, final

from typing_extensions import Self, disjoint_base

__all__ = [
    "Attempt",
    "Claim",
    "Client",
    "CursorGuard",
    "Emulator",
    "MemoryDedupStore",
    "Model",
    "PendingCall",
    "RawResponse",
    "StartedCall",
    "TextPieces",
    "chat_id",
    "check_headers",
    "check_secret",
    "custom_headers",
    "is_inbound",
    "load",
    "may_auto_reply",
    "message_view",
    "page_items",
    "parse_unverified",
    "problem",
    "register",
    "sign",
    "unwrap",
    "utf16_range",
    "warnings",
]

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
def warnings(event: Model) -> list[tuple[str, str]]: ...
def page_items(page: Model) -> Any: ...
def custom_headers(lines: str) -> list[tuple[str, str]]:
    """The headers in `LINQ_API_V3_CUSTOM_HEADERS`: lines of `Name: value`."""

def utf16_range(text: str, piece: str) -> tuple[int, int] | None:
    """Where the first occurrence of a piece is in a text, in UTF-16 code units: `(start, end)`."""

@disjoint_base
class Model:
    """What the API sent: a message, a chat, an event.

    Fields are attributes. One that is absent is `None`, or empty if it is a list, a dict or an object that is documented
    as always present. A value that does not fit is plain JSON, and a field that this version does not know is an attribute
    too.
    """

    def __new__(cls, **fields: Any) -> Self: ...
    @classmethod
    def from_json(cls, json: str | bytes) -> Self:
        """Reads one from JSON, `str` or `bytes`."""
    @classmethod
    def from_dict(cls, fields: Any) -> Self:
        """Makes one from a dict with the API's names."""
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
        """The fields with the API's names, in dicts and lists: with `datetime`s, or with `mode="json"` as JSON has
        them."""
    def model_dump(
        self,
        *,
        mode: Literal["python", "json"] = "python",
        by_alias: bool | None = None,
        exclude_none: bool = False,
        exclude_unset: bool = False,
        exclude_defaults: bool = False,
        warnings: bool = True,
    ) -> dict[str, Any]:
        """As `to_dict`, but as pydantic does it: with Python's names, and with the fields that were left out."""
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
        """The object as JSON text, indented by so many spaces; in one line if `indent` is `None`."""
    def model_dump_json(
        self,
        *,
        indent: int | None = None,
        by_alias: bool | None = None,
        exclude_none: bool = False,
        exclude_unset: bool = False,
        exclude_defaults: bool = False,
        warnings: bool = True,
    ) -> str:
        """As `to_json`, but as pydantic does it: with Python's names, and with the fields that were left out."""
    def __eq__(self, other: object, /) -> bool: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: Any) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    __hash__: None  # type: ignore[assignment]

@final
class CursorGuard:
    """Ends a list whose pages lead back to one that was read before: it would never end otherwise."""

    def __new__(cls, first: str | None) -> Self: ...
    def admits(self, cursor: str) -> bool:
        """Whether the page at a cursor is to be read."""

    def after(self, cursor: str) -> CursorGuard:
        """The guard of the page at a cursor."""

@final
class Client:
    def __new__(
        cls,
        kind: str,
        api_key: str,
        *,
        base_url: str | None = None,
        allow_http: bool = False,
        rate_limits: bool = False,
        connect_timeout: float | None = None,
        proxy: str | None = None,
        root_certificates: Sequence[bytes] = ...,
        max_response_bytes: int | None = None,
        max_connections: int | None = None,
        strict_responses: bool = False,
        family: Client | None = None,
    ) -> Self: ...
    def with_options(
        self,
        *,
        timeout: float,
        max_retries: int,
        deadline: float | None,
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
        extras: tuple[Any, Any, Any, Any, Any] | None = None,
        page: type[Any] | None = None,
        raw: bool = False,
    ) -> Any: ...
    def request(
        self, method: str, path: str, body: Any | None = None, extras: tuple[Any, Any, Any, Any, Any] | None = None
    ) -> Any: ...
    def start(
        self,
        name: str,
        arguments: dict[str, Any],
        extras: tuple[Any, Any, Any, Any, Any] | None = None,
        page: type[Any] | None = None,
        raw: bool = False,
    ) -> StartedCall: ...
    def start_request(
        self, method: str, path: str, body: Any | None = None, extras: tuple[Any, Any, Any, Any, Any] | None = None
    ) -> StartedCall: ...
    def pending(
        self,
        name: str,
        arguments: dict[str, Any],
        extras: tuple[Any, Any, Any, Any, Any] | None = None,
        page: type[Any] | None = None,
        raw: bool = False,
    ) -> PendingCall: ...
    def pending_request(
        self, method: str, path: str, body: Any | None = None, extras: tuple[Any, Any, Any, Any, Any] | None = None
    ) -> PendingCall: ...
    def upload(self, file: Any, plan: Any) -> Any: ...
    def start_upload(self, file: Any, plan: Any) -> StartedCall: ...
    def pending_upload(self, file: Any, plan: Any) -> PendingCall: ...

@final
class StartedCall:
    @property
    def future(self) -> Any: ...
    def cancel(self) -> None: ...

@final
class PendingCall:
    def begin(self) -> Attempt | None: ...
    def replied(self, status_code: int, headers: Sequence[tuple[str, str]], content: bytes) -> Attempt | None: ...
    def failed(self, kind: str, message: str) -> Attempt | None: ...
    def result(self) -> Any: ...

@final
class Attempt:
    @property
    def max_response_bytes(self) -> int: ...
    @property
    def after(self) -> float: ...
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
    """The claims of one process on events: remembers the last so many, 10,000 by default.

    `deduplicate` does with it what most receivers need. The oldest is forgotten first, so let the capacity be as many
    events as can come in 30 minutes, for so long Linq retries.
    """

    def __new__(cls, capacity: int | None = None) -> Self: ...
    def claim(self, event_id: str) -> Claim:
        """Claims an event, or reports who has it. Of several threads, one is the first."""
    def finish(self, event_id: str) -> None:
        """Marks an event as handled, whichever claim that was under."""
    def release(self, event_id: str, token: int) -> None:
        """Releases the claim with this token, so that the next delivery is handled. Does nothing if the event is done, or
        claimed under another token."""

@final
class Claim:
    """The state of an event at the time of a claim, and the claim's token if it is the first."""

    @property
    def state(self) -> Literal["first", "running", "done"]:
        """`"first"`: the event is the caller's to handle; `"running"`: another claim holds it, and may still fail;
        `"done"`: it has been handled."""
    @property
    def token(self) -> int | None:
        """What `release` takes; `None` unless the state is `"first"`."""

@final
class TextPieces:
    def __new__(cls) -> Self: ...
    def styled(self, words: str, styles: Sequence[str]) -> TextPieces: ...
    def animated(self, words: str, animation: str) -> TextPieces: ...
    def mention(self, name: str, participant: str) -> TextPieces: ...
    def sticker(self, stand_in: str, attachment_id: str | None, url: str | None) -> TextPieces: ...
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
        as_seen: bool = False,
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
