"""Common base of the clients."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from types import MemberDescriptorType
from typing import Any, cast

from ._config import ClientConfig
from ._options import CopyOptions, Omit
from ._typing import Self, Unpack


class BaseClient:
    """Base class of the clients: their options, and copies with other options."""

    _KIND: str
    _config: ClientConfig
    _native: Any

    def _init(self, config: ClientConfig, native: Any) -> None:
        self._config = config
        self._native = config.apply(native)

    @property
    def api_key(self) -> str:
        """The API key, sent as the bearer token."""
        return cast("str", self._config.api_key)

    @property
    def webhook_secret(self) -> str | None:
        """The default signing secret of webhooks, for `webhooks.unwrap`."""
        return cast("str | None", self._config.webhook_secret)

    @property
    def base_url(self) -> str:
        """The base URL of requests, without a trailing slash."""
        return cast("str", self._native.base_url)

    @property
    def timeout(self) -> float | None:
        """Maximum seconds for one attempt; `None` for no limit."""
        return cast("float | None", self._config.timeout)

    @property
    def max_retries(self) -> int:
        """Maximum number of retries of a call."""
        return cast("int", self._config.max_retries)

    @property
    def _strict_response_validation(self) -> bool:
        return cast("bool", self._config.strict_responses)

    @property
    def default_headers(self) -> dict[str, str | bytes | Omit]:
        """Headers of every request, in addition to those that the package sets."""
        return dict(self._config.default_headers)

    @property
    def default_query(self) -> dict[str, object]:
        """Query parameters of every request."""
        return dict(self._config.default_query)

    def is_closed(self) -> bool:
        """Returns whether the client is closed."""
        return bool(self._native.is_closed())

    def copy(self, **options: Unpack[CopyOptions]) -> Self:
        """Returns a copy of the client with some options changed. The copy shares the connections if the changes allow it, and
        is closed together with this client. Options that are `None` are not changed, except `timeout`.

        Attributes of a subclass are copied. Its `__init__` is not called, and values of a `cached_property` are not
        copied.

        Args:
            default_headers: Headers to add to those of this client.
            set_default_headers: Headers that replace those of this client.
            default_query: Query parameters to add to those of this client.
            set_default_query: Query parameters that replace those of this client.
            max_connections: Maximum number of concurrent connections; `AsyncLinq` only.

        Raises:
            InvalidArgumentError: An option is invalid; its `path` names it.
        """
        current = self._config
        config = current.with_changes(f"{type(self).__name__}.copy", options, CopyOptions)
        copy = object.__new__(type(self))
        self._copy_attributes(copy)
        shares = not config.needs_another_transport(current)
        copy._init(config, self._native if shares else config.open(self._KIND, self._native))
        return copy

    with_options = copy

    def _copy_attributes(self, copy: Self) -> None:
        kind = type(self)
        # `copy()`: another thread may cache a property meanwhile.
        for name, value in vars(self).copy().items():
            # Cached values, such as resources, refer to the client that they were created for.
            if not isinstance(getattr(kind, name, None), cached_property):
                vars(copy)[name] = value
        slotted = (vars(base) for base in kind.__mro__ if "__slots__" in vars(base))
        for slot in (member for members in slotted for member in members.values()):
            if isinstance(slot, MemberDescriptorType):
                with suppress(AttributeError):
                    slot.__set__(copy, slot.__get__(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self.base_url!r})"
