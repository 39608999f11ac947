"""Calls over a transport in Python: it sends, and the native half decides everything else."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from ._exceptions import APIConnectionError
from ._transport import HeaderList, Request, TransportFailure

if TYPE_CHECKING:
    from ._native import Attempt, PendingCall
    from ._transport import AsyncTransport, Transport


def drive(call: PendingCall, transport: Transport) -> Any:
    """Carries out a call, pauses and repeats included."""
    failure: TransportFailure | None = None
    attempt = call.begin()
    while attempt is not None:
        if attempt.after > 0:
            time.sleep(attempt.after)
        try:
            response = transport(_request(attempt))
        except TransportFailure as error:
            failure = error
            attempt = call.failed(error._kind, str(error))
        else:
            attempt = call.replied(response.status_code, _pairs(response.headers), response.content)
    return _result(call, failure)


async def drive_async(call: PendingCall, transport: AsyncTransport) -> Any:
    """Carries out a call, pauses and repeats included."""
    import asyncio

    failure: TransportFailure | None = None
    attempt = call.begin()
    while attempt is not None:
        if attempt.after > 0:
            await asyncio.sleep(attempt.after)
        try:
            response = await transport(_request(attempt))
        except TransportFailure as error:
            failure = error
            attempt = call.failed(error._kind, str(error))
        else:
            attempt = call.replied(response.status_code, _pairs(response.headers), response.content)
    return _result(call, failure)


def _request(attempt: Attempt) -> Request:
    return Request(attempt.method, attempt.url, HeaderList(attempt.headers), attempt.content, attempt.timeout, attempt.max_response_bytes)


def _pairs(headers: Any) -> list[tuple[str, str]]:
    """Headers of this package or, for convenience, of httpx, or of any mapping."""
    items = getattr(headers, "multi_items", headers.items)
    return list(items())


def _result(call: PendingCall, failure: TransportFailure | None) -> Any:
    try:
        return call.result()
    except APIConnectionError as error:
        raise error from failure
