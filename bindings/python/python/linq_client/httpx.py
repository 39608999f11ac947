"""httpx as what sends: `Linq(transport=HttpxTransport(httpx.Client()))`.

For a proxy, a certificate or a test double that only httpx knows. Install it with `linq-client[httpx]`. The package's
own transports are faster.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

from ._transport import ConnectFailure, ConnectTimeoutFailure, HeaderList, ReplyLost, Request, Response, TimeoutFailure

if TYPE_CHECKING:
    from ._transport import TransportFailure

__all__ = ["AsyncHttpxTransport", "HttpxTransport"]


class HttpxTransport:
    """Sends by an `httpx.Client`, which stays the caller's to close."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def __call__(self, request: Request) -> Response:
        outgoing = _outgoing(self._client, request)
        try:
            reply = self._client.send(outgoing, follow_redirects=False)
        except httpx.HTTPError as error:
            raise _failure(error) from error
        return _reply(reply, request)


class AsyncHttpxTransport:
    """Sends by an `httpx.AsyncClient`, which stays the caller's to close."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def __call__(self, request: Request) -> Response:
        outgoing = _outgoing(self._client, request)
        try:
            reply = await self._client.send(outgoing, follow_redirects=False)
        except httpx.HTTPError as error:
            raise _failure(error) from error
        return _reply(reply, request)


def _outgoing(client: httpx.Client | httpx.AsyncClient, request: Request) -> httpx.Request:
    headers = request.headers.multi_items()
    return client.build_request(
        request.method,
        request.url,
        headers=headers,
        content=request.content or None,
        timeout=request.timeout,
    )


def _reply(reply: httpx.Response, request: Request) -> Response:
    return Response(reply.status_code, HeaderList(reply.headers.multi_items()), reply.content, request)


def _failure(error: httpx.HTTPError) -> TransportFailure:
    """How far the request got. What httpx does not tell may have been carried out."""
    text = f"{type(error).__name__}: {error}"
    if isinstance(error, (httpx.ConnectTimeout, httpx.PoolTimeout)):
        return ConnectTimeoutFailure(text)
    if isinstance(error, httpx.ConnectError):
        return ConnectFailure(text)
    if isinstance(error, httpx.TimeoutException):
        return TimeoutFailure(text)
    return ReplyLost(text)
