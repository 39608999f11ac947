"""What a client is made with: its arguments, and the environment where they say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._call import seconds
from ._options import NotGiven, Omit, not_given

if TYPE_CHECKING:
    from collections.abc import Mapping

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
        "max_retries",
        "pacing",
        "proxy",
        "root_certificates",
        "timeout",
        "transport",
        "webhook_secret",
    )

    api_key: str
    webhook_secret: str | None
    base_url: str
    timeout: Any
    max_retries: int
    default_headers: dict[str, str | Omit]
    default_query: dict[str, object]
    deadline: float | None
    pacing: bool
    transport: Any
    allow_http: bool
    connect_timeout: float | None
    proxy: str | None
    root_certificates: tuple[bytes, ...]

    def __init__(self, given: Mapping[str, Any]) -> None:
        import os

        if given["http_client"] is not None:
            raise TypeError(
                "http_client: requests are sent by the package itself; to send them otherwise, give a callable as "
                "`transport=`, for one `linq_client.httpx.HttpxTransport(httpx.Client())`"
            )
        api_key = given["api_key"]
        if api_key is None:
            api_key = os.environ.get("LINQ_API_V3_API_KEY")
        if api_key is None:
            from ._exceptions import LinqApiv3Error

            raise LinqApiv3Error(
                "The api_key client option must be set either by passing api_key to the client or by setting the "
                "LINQ_API_V3_API_KEY environment variable"
            )
        self.api_key = api_key
        secret = given["webhook_secret"]
        self.webhook_secret = os.environ.get("LINQ_WEBHOOK_SECRET") if secret is None else secret
        self.base_url = str(given["base_url"] or os.environ.get("LINQ_API_V3_BASE_URL") or DEFAULT_BASE_URL)
        timeout = given["timeout"]
        self.timeout = DEFAULT_TIMEOUT if isinstance(timeout, NotGiven) else timeout
        self.max_retries = _retries(given["max_retries"])
        self.default_headers = _environment_headers(os.environ.get("LINQ_API_V3_CUSTOM_HEADERS"))
        self.default_headers.update(given["default_headers"] or {})
        self.default_query = dict(given["default_query"] or {})
        self.deadline = given["deadline"]
        self.pacing = given["pacing"]
        self.transport = given["transport"]
        self.allow_http = given["allow_http"]
        self.connect_timeout = given["connect_timeout"]
        self.proxy = given["proxy"]
        self.root_certificates = tuple(_pem(pem) for pem in given["root_certificates"])

    def with_changes(self, changes: Mapping[str, Any]) -> Settings:
        """The same with some of them changed: `None` and `not_given` change nothing, except for `timeout`."""
        changed = object.__new__(Settings)
        for name in Settings.__slots__:
            value = changes.get(name, not_given)
            keep = isinstance(value, NotGiven) or (value is None and name != "timeout")
            setattr(changed, name, getattr(self, name) if keep else value)
        changed.base_url = str(changed.base_url)
        changed.max_retries = _retries(changed.max_retries)
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
        )
        return any(getattr(self, name) != getattr(other, name) for name in shared)

    def open(self, kind: str) -> Any:
        """A native client, which opens its transport when it is first needed."""
        from ._native import Client

        return Client(
            kind if self.transport is None else "python",
            self.api_key,
            base_url=self.base_url,
            allow_http=self.allow_http,
            pacing=self.pacing,
            connect_timeout=self.connect_timeout,
            proxy=self.proxy,
            root_certificates=list(self.root_certificates),
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


def _retries(retries: Any) -> int:
    if retries is None:
        raise TypeError("max_retries cannot be None; for no retries, pass `0`, for the default, leave it out")
    # The official client takes `math.inf`.
    return int(min(retries, 1_000_000))


def _environment_headers(lines: str | None) -> dict[str, str | Omit]:
    headers: dict[str, str | Omit] = {}
    for line in (lines or "").split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            headers[name.strip()] = value.strip()
    return headers


def _pem(certificate: str | bytes) -> bytes:
    return certificate.encode() if isinstance(certificate, str) else certificate
