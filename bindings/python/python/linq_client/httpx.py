"""httpx as what sends: `Linq(transport=HttpxTransport(httpx.Client()))`.

For a proxy, a certificate or a test double that only httpx knows. Install it with `linq-client[httpx]`. The package's
own transports are faster.

The time of an attempt is limited as a whole, also where a response arrives byte by byte, and so are the bytes of its
body after decompression. httpx cannot ask a storage whether it wants a file (`Expect: 100-continue`): one that reports
success without reading the file is believed. Beware of the logger `httpx`: at level INFO it writes whole URLs, signed ones of uploads too.
"""

from __future__ import annotations

import asyncio
import contextvars
import socket
import threading
import zlib
from contextlib import suppress
from typing import Any

import httpx

from ._transport import (
    ConnectFailure,
    ConnectTimeoutFailure,
    HeaderList,
    ResponseLost,
    Request,
    Response,
    ResponseTooLarge,
    TimeoutFailure,
    TransportFailure,
)

__all__ = ["AsyncHttpxTransport", "HttpxTransport"]


class HttpxTransport:
    """Sends by an `httpx.Client`, which stays the caller's to close.

    An attempt with a timeout runs on a thread of its own, since httpx limits single reads only. When the time is over, its
    connection ends, and the thread with it. Only where the server sends the head of a response byte by byte on a connection
    that served an earlier request, both last until the server pauses for as long as the timeout.
    """

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def __call__(self, request: Request) -> Response:
        attempt = _Attempt(self._client, request)
        if request.timeout is None:
            return attempt.run()
        return attempt.run_within(request.timeout)


class AsyncHttpxTransport:
    """Sends by an `httpx.AsyncClient`, which stays the caller's to close."""

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
            outgoing = _outgoing(self._client, request, progress.notice_async)
            response = await self._client.send(outgoing, follow_redirects=False, stream=True)
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
        self._is_over = threading.Event()
        self._response: Response | None = None
        self._error: BaseException | None = None

    def run(self) -> Response:
        request, response = self._request, None
        try:
            outgoing = _outgoing(self._client, request, self._progress.notice)
            response = self._client.send(outgoing, follow_redirects=False, stream=True)
            body = _Body(response, request)
            if not body.is_complete:
                for chunk in response.iter_raw():
                    self._progress.check_time()
                    body.add(chunk)
            return self._progress.check_success(body.response())
        except Exception as error:
            raise self._progress.failure(error) from error
        finally:
            if response is not None:
                response.close()

    def run_within(self, seconds: float) -> Response:
        context = contextvars.copy_context()
        thread = threading.Thread(target=context.run, args=(self._keep_outcome,), name="linq-client-httpx", daemon=True)
        thread.start()
        try:
            self._is_over.wait(min(seconds, threading.TIMEOUT_MAX))
        finally:
            if not self._is_over.is_set():
                self._progress.stop()
        if self._error is not None and not self._progress.is_over:
            raise self._error
        if self._response is None:
            raise self._progress.timeout()
        return self._response

    def _keep_outcome(self) -> None:
        try:
            self._response = self.run()
        except BaseException as error:
            self._error = error
        finally:
            self._is_over.set()


class _Progress:
    """How far a request got, as httpcore reports it while it sends."""

    def __init__(self) -> None:
        self._has_connected = False
        self._was_sent = False
        self._awaits_response = False
        self._is_cut_short = False
        self.is_over = False
        self._stream: Any = None
        # A request that is said to be certainly unsent must not be sent afterwards.
        self._lock = threading.Lock()

    def notice(self, event: str, info: dict[str, Any]) -> None:
        """The `trace` extension of httpcore.

        Raises:
            ResponseLost: The request is about to be sent once more without a response to the first time, which is the
                package's to decide.
        """
        if event.startswith("connection."):
            self._has_connected = True
        if event.endswith(".complete") and hasattr(info.get("return_value"), "get_extra_info"):
            self._stream = info["return_value"]
        elif event.endswith(".send_request_headers.started"):
            if getattr(info.get("request"), "method", b"") == b"CONNECT":
                return
            if self._awaits_response:
                raise ResponseLost("no response to the first request on a connection that ended")
            with self._lock:
                self.check_time()
                self._was_sent = self._awaits_response = True
            if not event.startswith("http11."):
                self._stream = None  # shared with other requests
        elif event.endswith(".send_request_body.failed"):
            self._is_cut_short = True
        elif event.endswith(".receive_response_headers.complete"):
            self._awaits_response = False

    async def notice_async(self, event: str, info: dict[str, Any]) -> None:
        self.notice(event, info)

    def stop(self) -> None:
        """Ends a blocking attempt whose time is over."""
        with self._lock:
            self.is_over = True
        if self._was_sent and self._stream is not None:
            with suppress(OSError):
                socket.socket.shutdown(self._stream.get_extra_info("socket"), socket.SHUT_RDWR)

    def check_time(self) -> None:
        """Ends the attempt where it is safe to do so.

        Raises:
            TimeoutFailure: Its time is over.
        """
        if self.is_over:
            raise TimeoutFailure("the time for the attempt is over")

    def check_success(self, response: Response) -> Response:
        """Returns the response.

        Raises:
            ResponseLost: It reports success, although the body of the request could not be sent whole.
        """
        if self._is_cut_short and response.is_success:
            raise ResponseLost("success was reported before the whole body was sent")
        return response

    def timeout(self) -> TransportFailure:
        """The failure of an attempt whose time is over. Only a report that it was still connecting proves that nothing
        was sent."""
        text = "the time for the attempt is over"
        return ConnectTimeoutFailure(text) if self._is_certainly_unsent() else TimeoutFailure(text)

    def failure(self, error: Exception) -> Exception:
        """The failure for what httpx raised. What it does not say may have taken effect."""
        if isinstance(error, TransportFailure):
            return error
        if not isinstance(error, httpx.HTTPError):
            # Of a test double, or of the caller's own: nothing has been sent.
            return ResponseLost(type(error).__name__) if self._was_sent else error
        # Texts of protocol errors hold what was sent and received.
        is_protocol = isinstance(error, (httpx.ProtocolError, httpx.DecodingError))
        text = type(error).__name__ if is_protocol else f"{type(error).__name__}: {error}"
        if self._was_sent:
            return TimeoutFailure(text) if isinstance(error, httpx.TimeoutException) else ResponseLost(text)
        if isinstance(error, (httpx.ConnectTimeout, httpx.PoolTimeout)):
            return ConnectTimeoutFailure(text)
        if isinstance(error, httpx.ConnectError):
            return ConnectFailure(text)
        if isinstance(error, httpx.TimeoutException):
            return ConnectTimeoutFailure(text) if self._is_certainly_unsent() else TimeoutFailure(text)
        return ConnectFailure(text) if self._is_certainly_unsent() else ResponseLost(text)

    def _is_certainly_unsent(self) -> bool:
        return self._has_connected and not self._was_sent


class _Body:
    """The body of a response, decompressed up to the limit."""

    def __init__(self, response: httpx.Response, request: Request) -> None:
        self._response = response
        self._request = request
        self._limit = request.max_response_bytes
        self._content = bytearray()
        self.is_complete = response.is_stream_consumed
        """Whether it was read by then, as that of a test double may be."""
        encoding = response.headers.get("content-encoding", "identity").strip().lower()
        self._unzip: Any = None
        if self.is_complete:
            self._append(response.content)
        elif encoding in ("gzip", "x-gzip"):
            self._unzip = zlib.decompressobj(16 + zlib.MAX_WBITS)
        elif encoding not in ("identity", ""):
            raise ResponseLost("the body of the response has a content encoding that was not asked for")

    def add(self, chunk: bytes) -> None:
        if self._unzip is None:
            self._append(chunk)
            return
        room = 0 if self._limit is None else self._limit + 1 - len(self._content)
        try:
            self._append(self._unzip.decompress(chunk, room))
        except zlib.error as error:
            raise ResponseLost("the body of the response is not gzip") from error

    def _append(self, content: bytes) -> None:
        self._content += content
        if self._limit is not None and len(self._content) > self._limit:
            raise ResponseTooLarge(f"more than {self._limit} bytes")

    def response(self) -> Response:
        if self._unzip is not None and not self._unzip.eof and self._response.num_bytes_downloaded:
            raise ResponseLost("the body of the response ends early")
        headers = HeaderList(self._response.headers.multi_items())
        return Response(self._response.status_code, headers, bytes(self._content), self._request)


def _outgoing(client: httpx.Client | httpx.AsyncClient, request: Request, trace: Any) -> httpx.Request:
    headers = request.headers.multi_items()
    if "accept-encoding" not in request.headers:
        headers.append(("accept-encoding", "gzip"))
    timeout = None
    if request.timeout is not None:
        # It ends before the attempt does: only httpx knows that a request still waits for a connection.
        timeout = httpx.Timeout(request.timeout, pool=request.timeout * 0.9)
    return client.build_request(
        request.method,
        request.url,
        headers=headers,
        content=request.content or None,
        timeout=timeout,
        extensions={"trace": trace},
    )
