"""What both clients have."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any, cast

from ._options import CopyOptions

if TYPE_CHECKING:
    from typing_extensions import Self, Unpack

    from ._options import Omit
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
        return cast("str", self._settings.api_key)

    @property
    def webhook_secret(self) -> str | None:
        """What webhooks are signed with, unless `unwrap` is given another key."""
        return cast("str | None", self._settings.webhook_secret)

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
        return cast("int", self._settings.max_retries)

    @property
    def _strict_response_validation(self) -> bool:
        return cast("bool", self._settings.strict_responses)

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

    def copy(self, **options: Unpack[CopyOptions]) -> Self:
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
        own = self._settings
        settings = own.changed(f"{type(self).__name__}.copy", options, CopyOptions)
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
