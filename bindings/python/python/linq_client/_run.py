"""Execution of calls over a transport written in Python. The native module makes all decisions; the transport sends."""

from __future__ import annotations

import time
from typing import Any

from ._exceptions import APIConnectionError
from ._native import Attempt, PendingCall
from ._transport import AsyncTransport, HeaderList, Request, Transport, TransportFailure


def run(call: PendingCall, transport: Transport) -> Any:
    """Executes a call, including backoff and retries, and returns its result."""
    failure: TransportFailure | None = None
    attempt = call.begin()
    while attempt is not None:
        if attempt.delay > 0:
            time.sleep(attempt.delay)
        try:
            response = transport(_request(attempt))
        except TransportFailure as error:
            failure = error
            attempt = call.on_failure(error._kind, str(error))
        else:
            attempt = call.on_response(response.status_code, _pairs(response.headers), response.content)
    return _result(call, failure)


async def run_async(call: PendingCall, transport: AsyncTransport) -> Any:
    """Executes a call, including backoff and retries, and returns its result."""
    import asyncio

    failure: TransportFailure | None = None
    attempt = call.begin()
    while attempt is not None:
        if attempt.delay > 0:
            await asyncio.sleep(attempt.delay)
        try:
            response = await transport(_request(attempt))
        except TransportFailure as error:
            failure = error
            attempt = call.on_failure(error._kind, str(error))
        else:
            attempt = call.on_response(response.status_code, _pairs(response.headers), response.content)
    return _result(call, failure)


def _request(attempt: Attempt) -> Request:
    return Request(attempt.method, attempt.url, HeaderList(attempt.headers), attempt.content, attempt.timeout, attempt.max_response_bytes)


def _pairs(headers: Any) -> list[tuple[str, str]]:
    """Returns the pairs of `HeaderList`, of httpx's headers, or of any mapping."""
    items = getattr(headers, "multi_items", headers.items)
    return list(items())


def _result(call: PendingCall, failure: TransportFailure | None) -> Any:
    try:
        return call.result()
    except APIConnectionError as error:
        raise error from failure
