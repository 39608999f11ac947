"""What a client is made with: its arguments, and the environment where they say nothing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from ._call import retries, seconds
from ._exceptions import InvalidArgumentError, LinqApiv3Error
from ._native import Client, check_secret, custom_headers
from ._options import NotGiven, Omit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ._options import Headers

DEFAULT_TIMEOUT = 60.0
"""Seconds for one attempt, from connecting to the last byte of the reply."""

DEFAULT_MAX_RETRIES = 2
"""How often a failed request is tried again, where that is safe and can help."""

DEFAULT_BASE_URL = "https://api.linqapp.com/api/partner"


class Settings:
    """The options of a client, each as it was given or as the environment has it."""

    __slots__ = (
        "allow_http",
        "api_key",
        "base_url",
        "connect_timeout",
        "deadline",
        "default_headers",
        "default_query",
        "max_connections",
        "max_response_bytes",
        "max_retries",
        "pacing",
        "proxy",
        "root_certificates",
        "strict_responses",
        "timeout",
        "transport",
        "webhook_secret",
    )

    api_key: str
    webhook_secret: str | None
    base_url: str
    timeout: Any
    max_retries: int
    default_headers: dict[str, str | bytes | Omit]
    default_query: dict[str, object]
    deadline: float | None
    pacing: bool
    transport: Any
    allow_http: bool
    connect_timeout: float | None
    proxy: str | None
    root_certificates: tuple[bytes, ...]
    max_response_bytes: int | None
    max_connections: int | None
    strict_responses: bool

    def __init__(
        self,
        *,
        api_key: str | None,
        webhook_secret: str | None,
        base_url: str | None,
        timeout: Any,
        max_retries: Any,
        default_headers: Headers | None,
        default_query: Mapping[str, object] | None,
        http_client: None,
        deadline: float | None,
        pacing: bool,
        transport: Any,
        allow_http: bool,
        connect_timeout: float | None,
        proxy: str | None,
        root_certificates: Sequence[str | bytes],
        max_response_bytes: int | None,
        max_connections: int | None,
        strict_responses: bool,
    ) -> None:
        refuse_http_client(http_client)
        if api_key is None:
            api_key = os.environ.get("LINQ_API_V3_API_KEY")
        if api_key is None:
            raise LinqApiv3Error(
                "The api_key client option must be set either by passing api_key to the client or by setting the "
                "LINQ_API_V3_API_KEY environment variable"
            )
        self.api_key = api_key
        self.webhook_secret = os.environ.get("LINQ_WEBHOOK_SECRET") if webhook_secret is None else _secret(webhook_secret)
        self.base_url = str(base_url or os.environ.get("LINQ_API_V3_BASE_URL") or DEFAULT_BASE_URL)
        self.timeout = DEFAULT_TIMEOUT if isinstance(timeout, NotGiven) else timeout
        self.max_retries = retries(max_retries)
        self.default_headers = dict(custom_headers(os.environ.get("LINQ_API_V3_CUSTOM_HEADERS", "")))
        self.default_headers.update(default_headers or {})
        self.default_query = dict(default_query or {})
        self.deadline = deadline
        self.pacing = pacing
        self.transport = transport
        self.allow_http = allow_http
        self.connect_timeout = connect_timeout
        self.proxy = proxy
        self.root_certificates = _pems(root_certificates)
        self.max_response_bytes = _count("max_response_bytes", max_response_bytes)
        self.max_connections = _count("max_connections", max_connections)
        self.strict_responses = strict_responses

    def changed(
        self,
        *,
        api_key: str | None,
        webhook_secret: str | None,
        base_url: str | None,
        timeout: Any,
        max_retries: Any,
        default_headers: dict[str, str | bytes | Omit],
        default_query: dict[str, object],
        deadline: float | None,
        pacing: bool | None,
        transport: Any,
        allow_http: bool | None,
        connect_timeout: float | None,
        proxy: str | None,
        root_certificates: Sequence[str | bytes] | None,
        max_response_bytes: int | None,
        max_connections: int | None,
        strict_responses: bool | None,
    ) -> Settings:
        """The same with some of them changed: what is `None` stays, except `timeout`, which `not_given` leaves."""
        changed = object.__new__(Settings)
        changed.api_key = self.api_key if api_key is None else api_key
        changed.webhook_secret = self.webhook_secret if webhook_secret is None else _secret(webhook_secret)
        changed.base_url = self.base_url if base_url is None else str(base_url)
        changed.timeout = self.timeout if isinstance(timeout, NotGiven) else timeout
        changed.max_retries = self.max_retries if isinstance(max_retries, NotGiven) else retries(max_retries)
        changed.default_headers = default_headers
        changed.default_query = default_query
        changed.deadline = self.deadline if deadline is None else deadline
        changed.pacing = self.pacing if pacing is None else pacing
        changed.transport = self.transport if transport is None else transport
        changed.allow_http = self.allow_http if allow_http is None else allow_http
        changed.connect_timeout = self.connect_timeout if connect_timeout is None else connect_timeout
        changed.proxy = self.proxy if proxy is None else proxy
        changed.root_certificates = self.root_certificates if root_certificates is None else _pems(root_certificates)
        changed.max_response_bytes = _count("max_response_bytes", max_response_bytes) or self.max_response_bytes
        changed.max_connections = _count("max_connections", max_connections) or self.max_connections
        changed.strict_responses = self.strict_responses if strict_responses is None else strict_responses
        return changed

    def opens_another_transport(self, other: Settings) -> bool:
        """Whether clients with these and those settings cannot share their connections."""
        shared = (
            "api_key",
            "base_url",
            "pacing",
            "transport",
            "allow_http",
            "connect_timeout",
            "proxy",
            "root_certificates",
            "max_response_bytes",
            "max_connections",
            "strict_responses",
        )
        return any(getattr(self, name) != getattr(other, name) for name in shared)

    def open(self, kind: str, family: Any) -> Any:
        """A native client, which opens its transport when it is first needed. It is closed with its family."""
        return Client(
            kind if self.transport is None else "python",
            self.api_key,
            base_url=self.base_url,
            allow_http=self.allow_http,
            pacing=self.pacing,
            connect_timeout=self.connect_timeout,
            proxy=self.proxy,
            root_certificates=list(self.root_certificates),
            max_response_bytes=self.max_response_bytes,
            max_connections=self.max_connections,
            strict_responses=self.strict_responses,
            family=family,
        )

    def apply(self, native: Any) -> Any:
        """The native client with those options that each call may have its own of."""
        return native.with_options(
            timeout=seconds(self.timeout),
            max_retries=self.max_retries,
            deadline=self.deadline,
            headers=self.default_headers,
            query=self.default_query,
        )


def refuse_http_client(http_client: Any) -> None:
    """An httpx client cannot be used as it is."""
    if http_client is not None:
        raise TypeError(
            "http_client: requests are sent by the package itself; to send them otherwise, give a callable as "
            "`transport=`, for one `linq_client.httpx.HttpxTransport(httpx.Client())`"
        )


def _secret(secret: str) -> str:
    """A secret that was given here; one of the environment, and an empty one, is checked when it is used."""
    if secret:
        check_secret("webhook_secret", secret)
    return secret


def _count(name: str, given: int | None) -> int | None:
    """A positive number; one beyond 32 bits is as good as no limit."""
    if given is None:
        return None
    if given < 1:
        raise InvalidArgumentError(name, "must be at least 1")
    return min(given, 2**32 - 1)


def _pems(certificates: Sequence[str | bytes]) -> tuple[bytes, ...]:
    return tuple(pem.encode() if isinstance(pem, str) else pem for pem in certificates)
