"""Webhooks: whether a delivery is Linq's, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Union, cast

from . import _native
from ._call import AsyncResource, SyncResource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from .types import UnwrapWebhookEvent

Key = Union[str, bytes]


def unwrap(
    payload: str | bytes,
    *,
    headers: Mapping[str, str],
    key: Key | Iterable[Key],
    tolerance: float = 300,
) -> UnwrapWebhookEvent:
    """Checks a delivery and gives its event.

    Args:
        payload: The body as it came. JSON that was read and written again has another signature.
        headers: The headers; how their names are written does not matter.
        key: The subscription's secret, `whsec_…`; or several, while one is being replaced. Bytes are the key itself.
        tolerance: How many seconds the timestamp may be off, either way.

    Raises:
        APIWebhookValidationError: It is not Linq's, or is no event; its `status_code` is what to answer.
        InvalidArgumentError: The key is empty.
    """
    return cast("UnwrapWebhookEvent", _native.unwrap(payload, headers, _keys(key), tolerance))


def check_headers(headers: Mapping[str, str], *, key: Key | Iterable[Key], tolerance: float = 300) -> None:
    """Checks what can be known of a delivery before its body is read: that the headers of a signature are present and well
    formed, and that the timestamp is within the tolerance. `unwrap` decides whether the signature is right.

    Args:
        headers: The headers, whose names compare without case.
        key: The subscription's secret, or several.
        tolerance: Maximum difference of the timestamp from now, in seconds.

    Raises:
        APIWebhookValidationError: The delivery can be rejected at once; `status_code` is the status to answer with.
        InvalidArgumentError: The key is empty.
    """
    _native.check_headers(headers, _keys(key), tolerance)


def parse_unverified(payload: str | bytes) -> UnwrapWebhookEvent:
    """Reads an event **without checking who sent it**: for one that was checked earlier, such as from a queue.

    Raises:
        APIWebhookValidationError: It is no event.
    """
    return cast("UnwrapWebhookEvent", _native.parse_unverified(payload))


def sign(
    payload: str | bytes, *, key: Key, webhook_id: str = "msg_test", timestamp: datetime | float | None = None
) -> dict[str, str]:
    """The headers that Linq would send with a body, for testing receivers.

    Args:
        key: The subscription's secret.
        webhook_id: What goes into `webhook-id`.
        timestamp: When it was signed; now, unless told otherwise.
    """
    at = timestamp.timestamp() if timestamp is not None and not isinstance(timestamp, (int, float)) else timestamp
    return _native.sign(payload, key, webhook_id, at)


class WebhooksResource(SyncResource):
    """Whether a delivery is Linq's, and what it says."""

    def unwrap(
        self, payload: str | bytes, *, headers: Mapping[str, str], key: Key | Iterable[Key] | None = None
    ) -> UnwrapWebhookEvent:
        """Checks a delivery and gives its event; nothing is sent.

        Args:
            payload: The body as it came.
            headers: The headers; how their names are written does not matter.
            key: The subscription's secret, or several; else the client's `webhook_secret`.

        Raises:
            APIWebhookValidationError: It is not Linq's, or is no event; its `status_code` is what to answer.
            ValueError: There is no key.
        """
        return unwrap(payload, headers=headers, key=_key(self._client.webhook_secret, key))


class AsyncWebhooksResource(AsyncResource):
    """Whether a delivery is Linq's, and what it says."""

    def unwrap(
        self, payload: str | bytes, *, headers: Mapping[str, str], key: Key | Iterable[Key] | None = None
    ) -> UnwrapWebhookEvent:
        """Checks a delivery and gives its event; nothing is sent, so there is nothing to await.

        Args:
            payload: The body as it came.
            headers: The headers; how their names are written does not matter.
            key: The subscription's secret, or several; else the client's `webhook_secret`.

        Raises:
            APIWebhookValidationError: It is not Linq's, or is no event; its `status_code` is what to answer.
            ValueError: There is no key.
        """
        return unwrap(payload, headers=headers, key=_key(self._client.webhook_secret, key))


def _keys(key: Key | Iterable[Key]) -> list[Key]:
    return [key] if isinstance(key, (str, bytes)) else list(key)


def _key(own: str | None, given: Key | Iterable[Key] | None) -> Key | Iterable[Key]:
    if given is not None:
        return given
    if own is None:
        raise ValueError(
            "Cannot verify a webhook without a key on either the client's webhook_secret or passed in as an argument"
        )
    return own
