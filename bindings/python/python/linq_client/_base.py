"""What both clients have."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any, cast

from ._options import not_given
from ._settings import refuse_http_client

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from typing_extensions import Self

    from ._options import Headers, NotGiven, Omit
    from ._settings import Settings


class BaseClient:
    """What both clients have: their options, and copies with other ones."""

    _KIND: str
    _settings: Settings
    _native: Any

    def _set_up(self, settings: Settings, native: Any) -> None:
        self._settings = settings
        self._native = settings.apply(native)

    @property
    def api_key(self) -> str:
        """The bearer token."""
        return self._settings.api_key

    @property
    def webhook_secret(self) -> str | None:
        """What webhooks are signed with, unless `unwrap` is given another key."""
        return self._settings.webhook_secret

    @property
    def base_url(self) -> str:
        """Where requests go, without a slash at the end."""
        return cast("str", self._native.base_url)

    @property
    def timeout(self) -> float | None:
        """Seconds for one attempt; `None` for no limit."""
        return cast("float | None", self._settings.timeout)

    @property
    def max_retries(self) -> int:
        """How often a failed request is tried again, where that is safe and can help."""
        return self._settings.max_retries

    @property
    def _strict_response_validation(self) -> bool:
        return self._settings.strict_responses

    @property
    def default_headers(self) -> dict[str, str | bytes | Omit]:
        """Headers of every request, besides those that the package sets itself."""
        return dict(self._settings.default_headers)

    @property
    def default_query(self) -> dict[str, object]:
        """Query parameters of every request."""
        return dict(self._settings.default_query)

    def is_closed(self) -> bool:
        """Whether `close()` was called."""
        return bool(self._native.is_closed())

    def copy(
        self,
        *,
        api_key: str | None = None,
        webhook_secret: str | None = None,
        base_url: str | None = None,
        timeout: float | None | NotGiven = not_given,
        http_client: None = None,
        max_retries: int | NotGiven = not_given,
        default_headers: Headers | None = None,
        set_default_headers: Headers | None = None,
        default_query: Mapping[str, object] | None = None,
        set_default_query: Mapping[str, object] | None = None,
        deadline: float | None = None,
        pacing: bool | None = None,
        transport: Any = None,
        allow_http: bool | None = None,
        connect_timeout: float | None = None,
        proxy: str | None = None,
        root_certificates: Sequence[str | bytes] | None = None,
        max_response_bytes: int | None = None,
        max_connections: int | None = None,
        _strict_response_validation: bool | None = None,
    ) -> Self:
        """A client with some options changed. It shares the connections if the changes allow it, and is closed
        together with this one in any case. What is `None` stays as it is, except `timeout`.

        Attributes that a subclass has added are taken over as they are. Its `__init__` is not called again, and what
        a `cached_property` has kept is made anew for the copy.

        Args:
            default_headers: Headers to add to those of this client.
            set_default_headers: Headers in place of those of this client.
            default_query: Query parameters to add to those of this client.
            set_default_query: Query parameters in place of those of this client.
            max_connections: Of an `AsyncLinq`; a blocking client has a connection for each thread that calls.

        Raises:
            InvalidArgumentError: An option makes no sense; its `path` says which.
        """
        refuse_http_client(http_client)
        own = self._settings
        settings = own.changed(
            api_key=api_key,
            webhook_secret=webhook_secret,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            default_headers=_changed("headers", own.default_headers, default_headers, set_default_headers),
            default_query=_changed("query", own.default_query, default_query, set_default_query),
            deadline=deadline,
            pacing=pacing,
            transport=transport,
            allow_http=allow_http,
            connect_timeout=connect_timeout,
            proxy=proxy,
            root_certificates=root_certificates,
            max_response_bytes=max_response_bytes,
            max_connections=max_connections,
            strict_responses=_strict_response_validation,
        )
        twin = object.__new__(type(self))
        self._lend_attributes(twin)
        shares = not settings.opens_another_transport(own)
        twin._set_up(settings, self._native if shares else settings.open(self._KIND, self._native))
        return twin

    with_options = copy

    def _lend_attributes(self, twin: Self) -> None:
        kind = type(self)
        # Another thread may cache something meanwhile.
        for name, value in vars(self).copy().items():
            # What is cached, such as a resource, calls with the client that it was made for.
            if not isinstance(getattr(kind, name, None), cached_property):
                vars(twin)[name] = value
        slotted = (vars(base) for base in kind.__mro__ if "__slots__" in vars(base))
        for slot in (member for members in slotted for member in members.values()):
            if isinstance(slot, MemberDescriptorType):
                with suppress(AttributeError):
                    slot.__set__(twin, slot.__get__(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self.base_url!r})"


def _changed(
    name: str, own: Mapping[str, Any], more: Mapping[str, Any] | None, instead: Mapping[str, Any] | None
) -> dict[str, Any]:
    if more is not None and instead is not None:
        raise ValueError(f"`default_{name}` and `set_default_{name}` arguments are mutually exclusive")
    if instead is not None:
        return dict(instead)
    return {**own, **(more or {})}
