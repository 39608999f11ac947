"""What a client is made with: its arguments, and the environment where they say nothing."""

from __future__ import annotations

import os
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from ._call import retries, seconds
from ._exceptions import InvalidArgumentError, LinqApiv3Error
from ._native import Client, check_secret, custom_headers
from ._options import NotGiven

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

DEFAULT_TIMEOUT = 60.0
"""Seconds for one attempt, from connecting to the last byte of the reply."""

DEFAULT_MAX_RETRIES = 2
"""How often a failed request is tried again, where that is safe and can help."""

DEFAULT_BASE_URL = "https://api.linqapp.com/api/partner"


_TRANSPORT = (
    "base_url",
    "allow_http",
    "rate_limits",
    "connect_timeout",
    "proxy",
    "root_certificates",
    "max_response_bytes",
    "max_connections",
    "strict_responses",
)
"""What the native half opens a transport with, besides the key."""


class Settings(SimpleNamespace):
    """The options of a client by their names, each as it was given or as the environment has it."""

    @classmethod
    def of(cls, taker: str, options: Mapping[str, Any], known: type[Any]) -> Settings:
        """The settings of a new client.

        Raises:
            LinqApiv3Error: There is no API key.
            InvalidArgumentError: An option is invalid; its `path` says which.
        """
        variable = os.environ.get
        defaults = cls(
            api_key=variable("LINQ_API_V3_API_KEY"),
            webhook_secret=variable("LINQ_WEBHOOK_SECRET"),
            base_url=variable("LINQ_API_V3_BASE_URL") or DEFAULT_BASE_URL,
            timeout=DEFAULT_TIMEOUT,
            max_retries=DEFAULT_MAX_RETRIES,
            default_headers=dict(custom_headers(variable("LINQ_API_V3_CUSTOM_HEADERS", ""))),
            default_query={},
            deadline=None,
            transport=None,
            allow_http=False,
            rate_limits=False,
            connect_timeout=None,
            proxy=None,
            root_certificates=[],
            max_response_bytes=None,
            max_connections=None,
            strict_responses=False,
        )
        settings = defaults.changed(taker, options, known)
        if settings.api_key is None:
            raise LinqApiv3Error(
                "The api_key client option must be set either by passing api_key to the client or by setting the "
                "LINQ_API_V3_API_KEY environment variable"
            )
        return settings

    def changed(self, taker: str, options: Mapping[str, Any], known: type[Any]) -> Settings:
        """The same with some of them changed: `not_given` and `None` change nothing, except `timeout=None`, which is for
        no limit."""
        for name in options.keys() - known.__optional_keys__:
            raise TypeError(f"{taker}() got an unexpected keyword argument {name!r}")
        changes = {name: value for name, value in options.items() if _is_change(name, value)}
        if "http_client" in changes:
            raise TypeError(_HTTP_CLIENT)
        if "_strict_response_validation" in changes:
            changes["strict_responses"] = changes.pop("_strict_response_validation")
        for name, check in _CHECKS.items():
            if name in changes:
                changes[name] = check(name, changes[name])
        for name in ("headers", "query"):
            more, instead = changes.pop(f"default_{name}", None), changes.pop(f"set_default_{name}", None)
            if more is not None and instead is not None:
                raise ValueError(f"`default_{name}` and `set_default_{name}` arguments are mutually exclusive")
            own = getattr(self, f"default_{name}")
            changes[f"default_{name}"] = {**own, **(more or {})} if instead is None else dict(instead)
        return Settings(**{**vars(self), **changes})

    def opens_another_transport(self, other: Settings) -> bool:
        """Whether clients with these and those settings cannot share their connections."""
        shared = ("api_key", "transport", *_TRANSPORT)
        return any(getattr(self, name) != getattr(other, name) for name in shared)

    def open(self, kind: str, family: Any) -> Any:
        """A native client, which opens its transport when it is first needed. It is closed with its family."""
        options = {name: getattr(self, name) for name in _TRANSPORT}
        return Client(kind if self.transport is None else "python", self.api_key, family=family, **options)

    def apply(self, native: Any) -> Any:
        """The native client with those options that each call may have its own of."""
        return native.with_options(
            timeout=seconds(self.timeout),
            max_retries=self.max_retries,
            deadline=self.deadline,
            headers=self.default_headers,
            query=self.default_query,
        )


_HTTP_CLIENT = (
    "http_client: requests are sent by the package itself; to send them otherwise, give a callable as "
    "`transport=`, for one `linq_client.httpx.HttpxTransport(httpx.Client())`"
)


def _is_change(name: str, value: Any) -> bool:
    if name == "base_url":
        return bool(value)
    return not isinstance(value, NotGiven) and (value is not None or name in ("timeout", "max_retries"))


def _secret(name: str, secret: str) -> str:
    """A secret that was given here; one of the environment, and an empty one, is checked when it is used."""
    if secret:
        check_secret(name, secret)
    return secret


def _count(name: str, given: int) -> int:
    """A positive number; one beyond 32 bits is as good as no limit."""
    if given < 1:
        raise InvalidArgumentError(name, "must be at least 1")
    return min(given, 2**32 - 1)


def _pems(_name: str, certificates: Sequence[str | bytes]) -> list[bytes]:
    return [pem.encode() if isinstance(pem, str) else pem for pem in certificates]


_CHECKS: dict[str, Callable[[str, Any], Any]] = {
    "webhook_secret": _secret,
    "base_url": lambda _name, url: str(url),
    "max_retries": lambda _name, given: retries(given),
    "root_certificates": _pems,
    "max_response_bytes": _count,
    "max_connections": _count,
}
