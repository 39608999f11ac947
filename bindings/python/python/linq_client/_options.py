"""What stands for "nothing given", and the types of what a call takes besides its own arguments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, SupportsIndex, TypedDict, TypeVar, Union, overload

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import TypeIs

    from ._transport import AsyncTransport, Transport

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class SequenceNotStr(Protocol[T_co]):
    """Any sequence but a `str`, whose items would be its characters."""

    @overload
    def __getitem__(self, index: SupportsIndex, /) -> T_co: ...
    @overload
    def __getitem__(self, index: slice, /) -> Sequence[T_co]: ...
    def __contains__(self, value: object, /) -> bool: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[T_co]: ...
    def index(self, value: Any, start: int = 0, stop: int = ..., /) -> int:
        """Where the value first is."""
        ...

    def count(self, value: Any, /) -> int:
        """How often the value is there."""
        ...

    def __reversed__(self) -> Iterator[T_co]: ...


class NotGiven:
    """An option that was not given: the client's own holds. See [`not_given`][linq_client.not_given]."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "NOT_GIVEN"

    def __reduce__(self) -> str:
        return "not_given"


class Omit:
    """A parameter that is left out of the request. See [`omit`][linq_client.omit]."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "omit"

    def __reduce__(self) -> str:
        return "omit"


not_given = NotGiven()
"""The client's own setting holds, for instance of `timeout`, where `None` is "no limit"."""

NOT_GIVEN = not_given
"""The older name of `not_given`."""

omit = Omit()
"""What is not sent. An argument is left out, which is what happens without it too; `None` does the same, except where
`null` has a meaning, which it then has. Among headers and query parameters of a call it takes out one of the client's."""

NoneType: type[None] = type(None)
"""The type of `None`, for `cast_to` of a reply that nobody reads."""

Headers = Mapping[str, Union[str, bytes, Omit]]
Query = Mapping[str, object]
Body = object


class CommonOptions(TypedDict, total=False):
    """The options of both clients and of their copies, which [`Linq`][linq_client.Linq] describes."""

    api_key: str | None
    webhook_secret: str | None
    base_url: str | None
    timeout: float | NotGiven | None
    max_retries: int | NotGiven
    default_headers: Headers | None
    default_query: Query | None
    http_client: None
    deadline: float | None
    rate_limits: bool | None
    allow_http: bool | None
    connect_timeout: float | None
    proxy: str | None
    root_certificates: Sequence[str | bytes] | None
    max_response_bytes: int | None
    _strict_response_validation: bool | None


class ClientOptions(CommonOptions, total=False):
    """The options of `Linq`."""

    transport: Transport | None


class AsyncClientOptions(CommonOptions, total=False):
    """The options of `AsyncLinq`."""

    transport: AsyncTransport | None
    max_connections: int | None


class CopyOptions(CommonOptions, total=False):
    """The options of `copy()` and `with_options()`."""

    transport: Any
    max_connections: int | None
    set_default_headers: Headers | None
    set_default_query: Query | None


class RequestOptions(TypedDict, total=False):
    """What `client.request`, `.get`, `.post` and the others take as `options`."""

    headers: Headers
    """Headers to send as well; they win over those of the client."""
    max_retries: int
    """How often to try again, where that is safe and can help, instead of the client's."""
    timeout: float | None
    """Seconds that each attempt may take, instead of the client's; `None` for as long as it takes."""
    params: Query
    """Parameters of the query."""
    extra_json: Mapping[str, object]
    """Fields of the JSON body to send as well."""
    idempotency_key: str
    """What goes into the header `Idempotency-Key`."""


def is_given(value: T | NotGiven | Omit) -> TypeIs[T]:
    """Whether a value is neither `omit` nor `not_given`."""
    return not isinstance(value, (NotGiven, Omit))
