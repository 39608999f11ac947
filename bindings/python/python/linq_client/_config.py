"""Configuration of a client: its arguments, and the environment as the default."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
import os
from types import SimpleNamespace
from typing import Any

from ._call import retries, seconds
from ._exceptions import InvalidArgumentError, LinqApiv3Error
from ._native import Client, check_secret, custom_headers
from ._options import NotGiven, RateLimits

DEFAULT_TIMEOUT = 60.0
"""Default maximum seconds for one attempt, from connecting to the last byte of the response."""

DEFAULT_MAX_RETRIES = 2
"""Default maximum number of retries of a call."""

DEFAULT_BASE_URL = "https://api.linqapp.com/api/partner"


_TRANSPORT_OPTIONS = (
    "base_url",
    "allow_http",
    "rate_limits",
    "connect_timeout",
    "proxy",
    "root_certificates",
    "max_response_bytes",
    "max_connections",
    "strict_responses",
    "retry_quota",
    "observer",
)
"""Options of the native transport, besides the API key."""


class ClientConfig(SimpleNamespace):
    """The options of a client by name, with defaults from the environment."""

    @classmethod
    def from_options(cls, function: str, options: Mapping[str, Any], options_type: type[Any]) -> ClientConfig:
        """Returns the configuration of a new client.

        Raises:
            LinqApiv3Error: No API key is given, and `LINQ_API_V3_API_KEY` is not set.
            InvalidArgumentError: An option is invalid; its `path` names it.
        """
        environment = os.environ.get
        defaults = cls(
            api_key=environment("LINQ_API_V3_API_KEY"),
            webhook_secret=environment("LINQ_WEBHOOK_SECRET"),
            base_url=environment("LINQ_API_V3_BASE_URL") or DEFAULT_BASE_URL,
            timeout=DEFAULT_TIMEOUT,
            max_retries=DEFAULT_MAX_RETRIES,
            default_headers=dict(custom_headers(environment("LINQ_API_V3_CUSTOM_HEADERS", ""))),
            default_query={},
            deadline=None,
            transport=None,
            allow_http=False,
            rate_limits=None,
            rate_limit_line=None,
            connect_timeout=None,
            proxy=None,
            root_certificates=[],
            max_response_bytes=None,
            max_connections=None,
            strict_responses=False,
            retry_quota=None,
            observer=None,
        )
        config = defaults.with_changes(function, options, options_type)
        if config.api_key is None:
            raise LinqApiv3Error(
                "The api_key client option must be set either by passing api_key to the client or by setting the "
                "LINQ_API_V3_API_KEY environment variable"
            )
        return config

    def with_changes(self, function: str, options: Mapping[str, Any], options_type: type[Any]) -> ClientConfig:
        """Returns a copy with some options changed. `not_given` and `None` change nothing, except `timeout=None`, which means
        no limit."""
        for name in options.keys() - options_type.__optional_keys__:
            raise TypeError(f"{function}() got an unexpected keyword argument {name!r}")
        changes = {name: value for name, value in options.items() if _is_change(name, value)}
        if "http_client" in changes:
            raise TypeError(_HTTP_CLIENT)
        if "_strict_response_validation" in changes:
            changes["strict_responses"] = changes.pop("_strict_response_validation")
        for name, check in _CHECKS.items():
            if name in changes:
                changes[name] = check(name, changes[name])
        for name in ("headers", "query"):
            added = changes.pop(f"default_{name}", None)
            replacement = changes.pop(f"set_default_{name}", None)
            if added is not None and replacement is not None:
                raise ValueError(f"`default_{name}` and `set_default_{name}` arguments are mutually exclusive")
            current = getattr(self, f"default_{name}")
            if replacement is None:
                changes[f"default_{name}"] = {**current, **_pairs(f"default_{name}", added or {})}
            else:
                changes[f"default_{name}"] = _pairs(f"set_default_{name}", replacement)
        return ClientConfig(**{**vars(self), **changes})

    def needs_another_transport(self, other: ClientConfig) -> bool:
        """Returns whether clients of the two configurations cannot share connections."""
        shared = ("api_key", "transport", *_TRANSPORT_OPTIONS)
        return any(getattr(self, name) != getattr(other, name) for name in shared)

    def open(self, kind: str, group: Any) -> Any:
        """Returns a native client, which connects on first use. It is closed together with the clients of its group."""
        options = {name: getattr(self, name) for name in _TRANSPORT_OPTIONS}
        return Client(kind if self.transport is None else "python", self.api_key, group=group, **options)

    def apply(self, native: Any) -> Any:
        """Returns a copy of the native client with the default options of calls."""
        return native.with_options(
            timeout=seconds(self.timeout),
            max_retries=self.max_retries,
            deadline=self.deadline,
            rate_limit_line=self.rate_limit_line,
            headers=self.default_headers,
            query=self.default_query,
        )


_HTTP_CLIENT = (
    "http_client: not supported; pass a callable as `transport=`, such as "
    "`linq_client.httpx.HttpxTransport(httpx.Client())`"
)


def _is_change(name: str, value: Any) -> bool:
    if name == "base_url":
        return bool(value)
    return not isinstance(value, NotGiven) and (value is not None or name in ("timeout", "max_retries"))


def _secret(name: str, secret: str) -> str:
    """Checks a secret that is given as an argument. A secret from the environment, and an empty one, is checked on use."""
    if secret:
        check_secret(name, secret)
    return secret


def _count(name: str, value: int) -> int:
    """Checks a positive number, which is limited to 32 bits."""
    if value < 1:
        raise InvalidArgumentError(name, "must be at least 1")
    return min(value, 2**32 - 1)


def _rate_limits(name: str, limits: bool | RateLimits) -> RateLimits | None:
    if not isinstance(limits, RateLimits):
        return RateLimits() if limits else None
    if limits.messages_per_line is None:
        return limits
    return limits._replace(messages_per_line=_count(f"{name}.messages_per_line", limits.messages_per_line))


def _quota(name: str, tokens: Any) -> float:
    """Checks a number of tokens, of which infinity means no quota."""
    if isinstance(tokens, (int, float)) and tokens >= 0:
        return float(tokens)
    raise InvalidArgumentError(name, "must be a non-negative number")


def _observer(name: str, observer: Any) -> Any:
    if all(callable(getattr(observer, method, None)) for method in ("on_request", "on_response", "on_failure")):
        return observer
    raise InvalidArgumentError(name, "must have the methods of AttemptObserver")


def _pairs(name: str, mapping: Any) -> dict[str, Any]:
    try:
        return dict(mapping)
    except (TypeError, ValueError):
        raise InvalidArgumentError(name, "must be a mapping of names to values") from None


def _pem_bytes(_name: str, certificates: Sequence[str | bytes]) -> list[bytes]:
    return [pem.encode() if isinstance(pem, str) else pem for pem in certificates]


_CHECKS: dict[str, Callable[[str, Any], Any]] = {
    "webhook_secret": _secret,
    "base_url": lambda _name, url: str(url),
    "max_retries": lambda _name, value: retries(value),
    "rate_limits": _rate_limits,
    "root_certificates": _pem_bytes,
    "max_response_bytes": _count,
    "max_connections": _count,
    "retry_quota": _quota,
    "observer": _observer,
}
