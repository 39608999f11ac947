"""Webhooks: verifying deliveries and reading their events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Union, cast

from . import _native
from ._call import AsyncResource, SyncResource
from ._exceptions import InvalidArgumentError
from .types import UnwrapWebhookEvent

Key = Union[str, bytes]


def unwrap(
    payload: str | bytes,
    *,
    headers: Mapping[str, str],
    key: Key | Iterable[Key],
    tolerance: float = 300,
) -> UnwrapWebhookEvent:
    """Verifies the signature of a delivery and returns its event.

    Args:
        payload: The raw body. JSON that was parsed and serialized again has another signature.
        headers: The headers of the delivery; names are case-insensitive.
        key: The subscription's signing secret, `whsec_…`, or several during rotation, of which the event's
            `secret_index()` is the one that matched. `bytes` are the decoded key.
        tolerance: Maximum difference between the delivery's timestamp and the clock, in seconds.

    Raises:
        APIWebhookValidationError: The delivery is not authentic, or not an event; respond with its `status_code`.
        InvalidArgumentError: The key is missing or invalid.
    """
    return cast("UnwrapWebhookEvent", _native.unwrap(payload, headers, _keys(key), tolerance))


def check_headers(headers: Mapping[str, str], *, key: Key | Iterable[Key], tolerance: float = 300) -> None:
    """Checks the signature headers of a delivery before its body is read: that they are present and well-formed, and that
    the timestamp is within the tolerance. `unwrap` verifies the signature itself.

    Args:
        headers: The headers of the delivery; names are case-insensitive.
        key: The subscription's signing secret, or several.
        tolerance: Maximum difference between the delivery's timestamp and the clock, in seconds.

    Raises:
        APIWebhookValidationError: The delivery is not authentic; respond with its `status_code`.
        InvalidArgumentError: The key is missing or invalid.
    """
    _native.check_headers(headers, _keys(key), tolerance)


def parse_unverified(payload: str | bytes) -> UnwrapWebhookEvent:
    """Decodes an event **without verifying its signature**: for events that were verified before, such as those in a queue.

    Raises:
        APIWebhookValidationError: The payload is not an event.
    """
    return cast("UnwrapWebhookEvent", _native.parse_unverified(payload))


def sign(
    payload: str | bytes, *, key: Key, webhook_id: str = "msg_test", timestamp: datetime | float | None = None
) -> dict[str, str]:
    """Returns the signature headers of a delivery, for tests of a receiver.

    Args:
        payload: The body.
        key: The subscription's signing secret.
        webhook_id: Value of the header `webhook-id`.
        timestamp: Time of the signature; now by default. A number is a Unix timestamp in seconds.
    """
    seconds = timestamp.timestamp() if timestamp is not None and not isinstance(timestamp, (int, float)) else timestamp
    return _native.sign(payload, key, webhook_id, seconds)


class WebhooksResource(SyncResource):
    """Verification of webhook deliveries with the client's secret."""

    def unwrap(
        self, payload: str | bytes, *, headers: Mapping[str, str], key: Key | Iterable[Key] | None = None
    ) -> UnwrapWebhookEvent:
        """Verifies the signature of a delivery and returns its event. No request is sent.

        Args:
            payload: The raw body.
            headers: The headers of the delivery; names are case-insensitive.
            key: The subscription's signing secret, or several; by default the client's `webhook_secret`.

        Raises:
            APIWebhookValidationError: The delivery is not authentic, or not an event; respond with its `status_code`.
            ValueError: Neither the client nor the call has a key.
        """
        return unwrap(payload, headers=headers, key=_key(self._client.webhook_secret, key))


class AsyncWebhooksResource(AsyncResource):
    """Verification of webhook deliveries with the client's secret."""

    def unwrap(
        self, payload: str | bytes, *, headers: Mapping[str, str], key: Key | Iterable[Key] | None = None
    ) -> UnwrapWebhookEvent:
        """Verifies the signature of a delivery and returns its event. No request is sent, so it is not a coroutine.

        Args:
            payload: The raw body.
            headers: The headers of the delivery; names are case-insensitive.
            key: The subscription's signing secret, or several; by default the client's `webhook_secret`.

        Raises:
            APIWebhookValidationError: The delivery is not authentic, or not an event; respond with its `status_code`.
            ValueError: Neither the client nor the call has a key.
        """
        return unwrap(payload, headers=headers, key=_key(self._client.webhook_secret, key))


def _keys(key: object) -> list[Key]:
    if key is None:
        raise InvalidArgumentError("key", "must not be None; the signing secret of the webhook subscription is required")
    if isinstance(key, (str, bytes)):
        return [key]
    if not isinstance(key, Iterable):
        raise InvalidArgumentError("key", "must be str or bytes, or an iterable of them")
    return list(cast("Iterable[Key]", key))


def _key(default: str | None, key: Key | Iterable[Key] | None) -> Key | Iterable[Key]:
    if key is not None:
        return key
    if default is None:
        raise ValueError(
            "Cannot verify a webhook without a key on either the client's webhook_secret or passed in as an argument"
        )
    return default
