"""The markers `omit` and `not_given`, and the types of options."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    NamedTuple,
    Protocol,
    SupportsIndex,
    TypedDict,
    TypeVar,
    Union,
    overload,
)

from ._observer import AttemptObserver
from ._transport import AsyncTransport, Transport
from ._typing import TypeIs

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


if TYPE_CHECKING:

    class SequenceNotStr(Protocol[T_co]):
        """Any sequence except `str`, whose items would be its characters."""

        @overload
        def __getitem__(self, index: SupportsIndex, /) -> T_co: ...
        @overload
        def __getitem__(self, index: slice, /) -> Sequence[T_co]: ...
        def __contains__(self, value: object, /) -> bool: ...
        def __len__(self) -> int: ...
        def __iter__(self) -> Iterator[T_co]: ...
        def index(self, value: Any, start: int = 0, stop: int = ..., /) -> int:
            """Returns the index of the first occurrence of the value."""
            ...

        def count(self, value: Any, /) -> int:
            """Returns the number of occurrences of the value."""
            ...

        def __reversed__(self) -> Iterator[T_co]: ...

else:
    # Frameworks that read annotations know `Sequence`.
    SequenceNotStr = Sequence


class NotGiven:
    """Type of [`not_given`][linq_client.not_given]."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "NOT_GIVEN"

    def __reduce__(self) -> str:
        return "not_given"


class Omit:
    """Type of [`omit`][linq_client.omit]."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "omit"

    def __reduce__(self) -> str:
        return "omit"


not_given = NotGiven()
"""Marker of an option that is not given, so that the client's default applies; for `timeout`, `None` means no limit."""

NOT_GIVEN = not_given
"""Older name of `not_given`."""

omit = Omit()
"""Marker of a value that is not sent. As an argument it is the same as leaving it out, and so is `None`, except where
`null` has a meaning. As a header or query parameter of a call, it removes the client's default."""

NoneType: type[None] = type(None)
"""Type of `None`, for a `cast_to` that ignores the response."""

Headers = Mapping[str, Union[str, bytes, Omit]]
Query = Mapping[str, object]
Body = object


class RateLimits(NamedTuple):
    """Client-side rate limits: calls wait until the limits allow them, which avoids 429 responses.

        linq = Linq(rate_limits=RateLimits(messages_per_line=60), rate_limit_line="+12223334444")

    A call whose deadline is before that raises `LinqError` at once, and nothing is sent. Only the calls of one client and of
    its copies in one process are counted.
    """

    messages_per_line: int | None = None
    """Maximum number of messages of a line in any window, to all of its recipients; unlimited by default, since Linq documents
    no number. The line of a message to an existing chat is not known here: the option `rate_limit_line` of the client, or of
    `with_options`, names it. Without a name, all such messages count for one further line."""
    window: float = 60.0
    """Length of the window of `messages_per_line` in seconds: a minute by default, at most 24 hours."""
    published: bool = True
    """Whether the rate limits that Linq documents apply too, such as 30 messages a minute from a sender to a recipient."""


class CommonOptions(TypedDict, total=False):
    """Options of both clients and of their copies; see [`Linq`][linq_client.Linq]."""

    api_key: str | None
    webhook_secret: str | None
    base_url: str | None
    timeout: float | NotGiven | None
    max_retries: int | NotGiven
    default_headers: Headers | None
    default_query: Query | None
    http_client: None
    deadline: float | None
    rate_limits: bool | RateLimits | None
    rate_limit_line: str | None
    allow_http: bool | None
    connect_timeout: float | None
    proxy: str | None
    root_certificates: Sequence[str | bytes] | None
    max_response_bytes: int | None
    retry_quota: float | None
    observer: AttemptObserver | None
    _strict_response_validation: bool | None


class ClientOptions(CommonOptions, total=False):
    """Options of `Linq`."""

    transport: Transport | None


class AsyncClientOptions(CommonOptions, total=False):
    """Options of `AsyncLinq`."""

    transport: AsyncTransport | None
    max_connections: int | None


class CopyOptions(CommonOptions, total=False):
    """Options of `copy()` and `with_options()`."""

    transport: Any
    max_connections: int | None
    set_default_headers: Headers | None
    set_default_query: Query | None


class RequestOptions(TypedDict, total=False):
    """Options of `client.request`, `.get`, `.post` and the others."""

    headers: Headers
    """Additional headers, which override those of the client."""
    max_retries: int
    """Maximum number of retries; by default that of the client."""
    timeout: float | None
    """Maximum seconds for one attempt, by default those of the client; `None` for no limit."""
    params: Query
    """Query parameters."""
    extra_json: Mapping[str, object]
    """Additional fields of the JSON body."""
    idempotency_key: str
    """Value of the header `Idempotency-Key`."""


def is_given(value: T | NotGiven | Omit) -> TypeIs[T]:
    """Returns whether a value is neither `omit` nor `not_given`."""
    return not isinstance(value, (NotGiven, Omit))
