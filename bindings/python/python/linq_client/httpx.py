"""Transports over httpx: `Linq(transport=HttpxTransport(httpx.Client()))`.

Use them for proxies, certificates or test doubles that require httpx. Install `linq-client[httpx]`. The built-in transports
are faster.

The timeout limits an attempt as a whole, and `max_response_bytes` the body after decompression. httpx does not support
`Expect: 100-continue`, so a storage that reports success without reading the file is not detected. The logger `httpx`
logs complete URLs at level INFO, including the signed URLs of uploads and downloads.
"""

from __future__ import annotations

import asyncio
import contextvars
import socket
import threading
import zlib
from contextlib import suppress
from typing import Any

try:
    import httpx
except ImportError as error:
    raise ImportError("linq_client.httpx requires httpx; install `linq-client[httpx]`", name=error.name) from error

from ._transport import (
    ConnectFailure,
    ConnectTimeoutFailure,
    HeaderList,
    ConnectionLost,
    Request,
    Response,
    ResponseTooLarge,
    TimeoutFailure,
    TransportFailure,
)

__all__ = ["AsyncHttpxTransport", "HttpxTransport"]


class HttpxTransport:
    """Transport over an `httpx.Client`, which the caller closes.

    An attempt with a timeout runs on its own thread, since the timeouts of httpx limit single reads. After the timeout,
    the connection is shut down, which ends the thread. The one exception: while a server sends the head of a response byte
    by byte on a reused connection, both continue until the server is silent for as long as the timeout.
    """

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def __call__(self, request: Request) -> Response:
        attempt = _Attempt(self._client, request)
        if request.timeout is None:
            return attempt.run()
        return attempt.run_with_timeout(request.timeout)


class AsyncHttpxTransport:
    """Transport over an `httpx.AsyncClient`, which the caller closes."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def __call__(self, request: Request) -> Response:
        progress = _Progress()
        try:
            return await asyncio.wait_for(self._send(request, progress), request.timeout)
        except asyncio.TimeoutError:
            raise progress.timeout() from None

    async def _send(self, request: Request, progress: _Progress) -> Response:
        response = None
        try:
            httpx_request = _build_request(self._client, request, progress.trace_async)
            response = await self._client.send(httpx_request, auth=_auth(request), follow_redirects=False, stream=True)
            body = _Body(response, request)
            if not body.is_complete:
                async for chunk in response.aiter_raw():
                    body.add(chunk)
            return progress.check_success(body.response())
        except Exception as error:
            raise progress.failure(error) from error
        finally:
            if response is not None:
                await response.aclose()


class _Attempt:
    """One blocking attempt."""

    def __init__(self, client: httpx.Client, request: Request) -> None:
        self._client = client
        self._request = request
        self._progress = _Progress()
        self._finished = threading.Event()
        self._response: Response | None = None
        self._error: BaseException | None = None

    def run(self) -> Response:
        request, response = self._request, None
        try:
            httpx_request = _build_request(self._client, request, self._progress.trace)
            response = self._client.send(httpx_request, auth=_auth(request), follow_redirects=False, stream=True)
            body = _Body(response, request)
            if not body.is_complete:
                for chunk in response.iter_raw():
                    self._progress.check_timeout()
                    body.add(chunk)
            return self._progress.check_success(body.response())
        except Exception as error:
            raise self._progress.failure(error) from error
        finally:
            if response is not None:
                response.close()

    def run_with_timeout(self, seconds: float) -> Response:
        context = contextvars.copy_context()
        thread = threading.Thread(target=context.run, args=(self._run_and_store,), name="linq-client-httpx", daemon=True)
        thread.start()
        try:
            self._finished.wait(min(seconds, threading.TIMEOUT_MAX))
        finally:
            if not self._finished.is_set():
                self._progress.time_out()
        if self._error is not None and not self._progress.has_timed_out:
            raise self._error
        if self._response is None:
            raise self._progress.timeout()
        return self._response

    def _run_and_store(self) -> None:
        try:
            self._response = self.run()
        except BaseException as error:
            self._error = error
        finally:
            self._finished.set()


class _Progress:
    """Progress of a request, as httpcore reports it."""

    def __init__(self) -> None:
        self._has_connected = False
        self._was_sent = False
        self._awaits_response = False
        self._body_failed = False
        self.has_timed_out = False
        self._stream: Any = None
        # A request that is reported as not sent must not be sent afterwards.
        self._lock = threading.Lock()

    def trace(self, event: str, info: dict[str, Any]) -> None:
        """Handles an event of httpcore's `trace` extension.

        Raises:
            ConnectionLost: httpcore is about to retry a request that has no response. The package decides about retries.
        """
        if event.startswith("connection."):
            self._has_connected = True
        if event.endswith(".complete") and hasattr(info.get("return_value"), "get_extra_info"):
            self._stream = info["return_value"]
        elif event.endswith(".send_request_headers.started"):
            if getattr(info.get("request"), "method", b"") == b"CONNECT":
                return
            if self._awaits_response:
                raise ConnectionLost("connection closed before the response")
            with self._lock:
                self.check_timeout()
                self._was_sent = self._awaits_response = True
            if not event.startswith("http11."):
                self._stream = None  # multiplexed with other requests
        elif event.endswith(".send_request_body.failed"):
            self._body_failed = True
        elif event.endswith(".receive_response_headers.complete"):
            self._awaits_response = False

    async def trace_async(self, event: str, info: dict[str, Any]) -> None:
        self.trace(event, info)

    def time_out(self) -> None:
        """Ends a blocking attempt after its timeout."""
        with self._lock:
            self.has_timed_out = True
        if self._was_sent and self._stream is not None:
            with suppress(OSError):
                socket.socket.shutdown(self._stream.get_extra_info("socket"), socket.SHUT_RDWR)

    def check_timeout(self) -> None:
        """Ends the attempt after its timeout.

        Raises:
            TimeoutFailure: The timeout has passed.
        """
        if self.has_timed_out:
            raise TimeoutFailure("the attempt timed out")

    def check_success(self, response: Response) -> Response:
        """Returns the response.

        Raises:
            ConnectionLost: The response reports success, although the request's body was not sent completely.
        """
        if self._body_failed and response.is_success:
            raise ConnectionLost("success was reported before the body was sent completely")
        return response

    def timeout(self) -> TransportFailure:
        """Returns the failure of an attempt that timed out. It was certainly not sent only if httpcore reported that it was still
        connecting."""
        text = "the attempt timed out"
        return ConnectTimeoutFailure(text) if self._was_certainly_not_sent() else TimeoutFailure(text)

    def failure(self, error: Exception) -> Exception:
        """Returns the failure for an exception of httpx. Unless it proves otherwise, the request may have taken effect."""
        if isinstance(error, TransportFailure):
            return error
        if not isinstance(error, httpx.HTTPError):
            # Raised by a test double or an event hook: nothing has been sent.
            return ConnectionLost(type(error).__name__) if self._was_sent else error
        # Messages of protocol errors can contain data of the request and response.
        is_protocol = isinstance(error, (httpx.ProtocolError, httpx.DecodingError))
        text = type(error).__name__ if is_protocol else f"{type(error).__name__}: {error}"
        if self._was_sent:
            return TimeoutFailure(text) if isinstance(error, httpx.TimeoutException) else ConnectionLost(text)
        if isinstance(error, (httpx.ConnectTimeout, httpx.PoolTimeout)):
            return ConnectTimeoutFailure(text)
        if isinstance(error, httpx.ConnectError):
            return ConnectFailure(text)
        if isinstance(error, httpx.TimeoutException):
            return ConnectTimeoutFailure(text) if self._was_certainly_not_sent() else TimeoutFailure(text)
        return ConnectFailure(text) if self._was_certainly_not_sent() else ConnectionLost(text)

    def _was_certainly_not_sent(self) -> bool:
        return self._has_connected and not self._was_sent


class _Body:
    """The body of a response, decompressed up to the limit."""

    def __init__(self, response: httpx.Response, request: Request) -> None:
        self._response = response
        self._request = request
        self._limit = request.max_response_bytes
        self._content = bytearray()
        self.is_complete = response.is_stream_consumed
        """True if the body has been read already, as that of a test double may be."""
        encoding = response.headers.get("content-encoding", "identity").strip().lower()
        self._decompressor: Any = None
        if self.is_complete:
            self._append(response.content)
        elif encoding in ("gzip", "x-gzip"):
            self._decompressor = zlib.decompressobj(16 + zlib.MAX_WBITS)
        elif encoding not in ("identity", ""):
            raise ConnectionLost("the response has an unsupported content encoding")

    def add(self, chunk: bytes) -> None:
        if self._decompressor is None:
            self._append(chunk)
            return
        capacity = 0 if self._limit is None else self._limit + 1 - len(self._content)
        try:
            self._append(self._decompressor.decompress(chunk, capacity))
        except zlib.error as error:
            raise ConnectionLost("the response is not valid gzip") from error

    def _append(self, content: bytes) -> None:
        self._content += content
        if self._limit is not None and len(self._content) > self._limit:
            raise ResponseTooLarge(f"more than {self._limit} bytes")

    def response(self) -> Response:
        if self._decompressor is not None and not self._decompressor.eof and self._response.num_bytes_downloaded:
            raise ConnectionLost("the response is truncated")
        headers = HeaderList(self._response.headers.multi_items())
        return Response(self._response.status_code, headers, bytes(self._content), self._request)


def _build_request(client: httpx.Client | httpx.AsyncClient, request: Request, trace: Any) -> httpx.Request:
    headers = request.headers.multi_items()
    if "accept-encoding" not in request.headers:
        headers.append(("accept-encoding", "gzip"))
    timeout = None
    if request.timeout is not None:
        # Shorter than the attempt: only httpx knows that a request still waits for a connection.
        timeout = httpx.Timeout(request.timeout, pool=request.timeout * 0.9)
    if _is_to_storage(request):
        # Without the headers and cookies of the client.
        extensions: dict[str, Any] = {"trace": trace, "timeout": httpx.Timeout(timeout).as_dict()}
        return httpx.Request(request.method, request.url, headers=headers, content=request.content or None, extensions=extensions)
    return client.build_request(
        request.method,
        request.url,
        headers=headers,
        content=request.content or None,
        timeout=timeout,
        extensions={"trace": trace},
    )


def _is_to_storage(request: Request) -> bool:
    """Returns whether a request is to the storage of attachments, which receives only the headers of the request."""
    return "authorization" not in request.headers


def _auth(request: Request) -> Any:
    return None if _is_to_storage(request) else httpx.USE_CLIENT_DEFAULT
