"""Attachment uploads and downloads."""

from __future__ import annotations

from collections.abc import Callable
import os
from typing import IO, TYPE_CHECKING, Any, Union, cast, overload

from ._call import _AsyncClient, _SyncClient, await_call, call_options
from ._run import run, run_async
from ._exceptions import InvalidArgumentError
from ._options import Headers, NotGiven, not_given
from .types import AttachmentRetrieveResponse, MediaPartResponse, SupportedContentType

if TYPE_CHECKING:
    from ._native import StartedCall


DownloadSource = Union[str, MediaPartResponse, AttachmentRetrieveResponse, "UploadedAttachment"]

DEFAULT_MAX_DOWNLOAD_BYTES = 100 * 1024 * 1024
"""Default maximum size of a download."""

DownloadTarget = Union[str, "os.PathLike[str]", IO[bytes]]
FileTypes = Union[str, "os.PathLike[str]", bytes, bytearray, memoryview, IO[bytes]]


class UploadedAttachment:
    """An uploaded file, for use in messages.

    Attributes:
        attachment_id: Identifier of the attachment, for any number of messages.
        download_url: Download URL, if the API returned one.
        filename: File name.
        content_type: Content type, such as `image/jpeg`.
        size_bytes: Size in bytes.
    """

    __slots__ = ("attachment_id", "content_type", "download_url", "filename", "size_bytes")

    def __init__(
        self, attachment_id: str, download_url: str | None, filename: str, content_type: str, size_bytes: int
    ) -> None:
        self.attachment_id = attachment_id
        self.download_url = download_url
        self.filename = filename
        self.content_type = content_type
        self.size_bytes = size_bytes

    @property
    def id(self) -> str:
        """Same as `attachment_id`."""
        return self.attachment_id

    def __eq__(self, other: object) -> bool:
        return isinstance(other, UploadedAttachment) and self.attachment_id == other.attachment_id

    def __hash__(self) -> int:
        return hash(self.attachment_id)

    def __repr__(self) -> str:
        # Without `download_url`, which may be signed.
        return (
            f"UploadedAttachment(attachment_id={self.attachment_id!r}, filename={self.filename!r}, "
            f"content_type={self.content_type!r}, size_bytes={self.size_bytes!r})"
        )


class _UploadOptions:
    """Options of an upload, for the native module."""

    __slots__ = ("call_options", "content_type", "filename", "progress", "transfer_timeout")

    def __init__(
        self,
        filename: str | None,
        content_type: str | None,
        progress: Callable[[int, int], object] | None,
        timeout: Any,
        extra_headers: Headers | None,
    ) -> None:
        self.filename = filename
        self.content_type = content_type
        self.progress = progress
        self.call_options = call_options(extra_headers, None, None, not_given)
        timeout_options = call_options(None, None, None, timeout)
        self.transfer_timeout: float | None = timeout_options[3] if timeout_options else None


class _DownloadOptions:
    """Options of a download, for the native module."""

    __slots__ = ("attachment_id", "call_options", "max_bytes", "progress", "source", "stall_timeout", "to", "url")

    def __init__(
        self,
        source: DownloadSource,
        to: Any,
        max_bytes: int,
        progress: Callable[[int, int | None], object] | None,
        timeout: Any,
        extra_headers: Headers | None,
    ) -> None:
        self.source = source if isinstance(source, str) else None
        self.attachment_id: str | None = None
        self.url: str | None = None
        if not isinstance(source, str):
            self.attachment_id = _first(source, "attachment_id", "id")
            self.url = _first(source, "download_url", "url")
        if not (to is None or isinstance(to, str) or hasattr(to, "__fspath__") or hasattr(to, "write")):
            raise TypeError("to: must be a path, or a file object open in binary mode")
        self.to = to
        if max_bytes < 0:
            raise InvalidArgumentError("max_bytes", "must not be negative")
        self.max_bytes = max_bytes
        self.progress = progress
        self.call_options = call_options(extra_headers, None, None, not_given)
        timeout_options = call_options(None, None, None, timeout)
        self.stall_timeout: float | None = timeout_options[3] if timeout_options else None


def _first(source: object, *names: str) -> str | None:
    """Returns the first of these attributes that is a string."""
    values = (getattr(source, name, None) for name in names)
    return next((value for value in values if isinstance(value, str)), None)


class _ProgressCallback:
    """The `progress` callback of the caller, called by the event loop. An exception ends the transfer."""

    def __init__(self, function: Callable[..., object]) -> None:
        self._function = function
        self.call: Any = None
        self.raised: BaseException | None = None

    def __call__(self, done: int, total: int | None) -> None:
        if self.raised is not None:
            return
        try:
            self._function(done, total)
        except BaseException as error:
            self.raised = error
            if not self.call.future.done():
                self.call.cancel()
                # The error is raised where the result is awaited, since futures reject some exceptions.
                self.call.future.set_result(None)
            if isinstance(error, (KeyboardInterrupt, SystemExit)):
                raise  # these end the event loop


class FilesMixin:
    """The upload and download methods of `client.attachments`."""

    _client: _SyncClient

    def upload(
        self,
        file: FileTypes,
        *,
        filename: str | None = None,
        content_type: SupportedContentType | None = None,
        progress: Callable[[int, int], object] | None = None,
        timeout: float | None | NotGiven = not_given,
        extra_headers: Headers | None = None,
    ) -> UploadedAttachment:
        """Uploads a file of up to 100 MB, which any number of messages can then contain.

        Creates the attachment, streams the file to the storage, and deletes the attachment if the transfer fails.
        Interrupted transfers are retried. The storage does not receive the API key.

        Args:
            file: A path, bytes, or a seekable file object open in binary mode.
            filename: File name; by default that of the path or file object.
            content_type: Content type; by default guessed from the file name.
            progress: Called repeatedly with the number of bytes sent and the total. An exception ends the upload, unless it
                is complete, and is raised here.
            timeout: Maximum seconds for one transfer; by default the timeout of a call plus one second for each 128 KiB.
            extra_headers: Headers of the requests to the API; not sent to the storage.

        Raises:
            OSError: The file cannot be read.
            UploadError: The storage rejected the file.
            ValueError: An argument is invalid; nothing was sent.
            APIStatusError: The API rejected the request; there is a subclass for each status.
            APIConnectionError: No complete response was received; `APITimeoutError` after a timeout.
        """
        options = _UploadOptions(filename, content_type, progress, timeout, extra_headers)
        client = self._client
        transport = client._config.transport
        if transport is None:
            uploaded: UploadedAttachment = client._native.upload(file, options)
            return uploaded
        content = _read(file, options)
        uploaded = run(client._native.pending_upload(content, options), transport)
        return uploaded

    @overload
    def download(
        self,
        source: DownloadSource,
        *,
        to: None = None,
        max_bytes: int = ...,
        progress: Callable[[int, int | None], object] | None = None,
        timeout: float | None | NotGiven = not_given,
        extra_headers: Headers | None = None,
    ) -> bytes: ...

    @overload
    def download(
        self,
        source: DownloadSource,
        *,
        to: DownloadTarget,
        max_bytes: int = ...,
        progress: Callable[[int, int | None], object] | None = None,
        timeout: float | None | NotGiven = not_given,
        extra_headers: Headers | None = None,
    ) -> int: ...

    def download(
        self,
        source: DownloadSource,
        *,
        to: DownloadTarget | None = None,
        max_bytes: int = DEFAULT_MAX_DOWNLOAD_BYTES,
        progress: Callable[[int, int | None], object] | None = None,
        timeout: float | None | NotGiven = not_given,
        extra_headers: Headers | None = None,
    ) -> bytes | int:
        """Downloads a file of an attachment, of the media part of a message or event, or of a URL.

        Interrupted downloads are retried from the start, and the URL of an attachment is renewed if it has expired. The
        storage does not receive the API key; redirects are followed, but not to unencrypted URLs.

        Args:
            source: Identifier of an attachment, URL, media part, or attachment.
            to: Path, or file object open in binary mode; by default the bytes are returned. A path has the file only once it
                is complete; an existing file is replaced.
            max_bytes: Maximum size of the file in bytes; 100 MiB by default. A larger file is a `DownloadError`.
            progress: Called repeatedly with the number of bytes received and the total, `None` if it is unknown. An
                exception ends the download, unless it is complete, and is raised here.
            timeout: Maximum seconds without a byte of the file; by default the timeout of a call. A custom transport limits
                the whole download instead, with one second more for each 128 KiB of `max_bytes`.
            extra_headers: Headers of the request to the API; not sent to the storage.

        Returns:
            The bytes of the file, or their number if there is a target.

        Raises:
            OSError: The target cannot be written.
            DownloadError: The file is too large, or the storage did not return it.
            ValueError: An argument is invalid; nothing was sent.
            APIStatusError: The API rejected the request; there is a subclass for each status.
            APIConnectionError: No complete response was received; `APITimeoutError` after a timeout.
        """
        options = _DownloadOptions(source, to, max_bytes, progress, timeout, extra_headers)
        client = self._client
        transport = client._config.transport
        if transport is None:
            downloaded: bytes | int = client._native.download(options)
            return downloaded
        content: bytes = run(client._native.pending_download(options), transport)
        return content if to is None else _write(to, content)


class AsyncFilesMixin:
    """The upload and download methods of `client.attachments`."""

    _client: _AsyncClient

    async def upload(
        self,
        file: FileTypes,
        *,
        filename: str | None = None,
        content_type: SupportedContentType | None = None,
        progress: Callable[[int, int], object] | None = None,
        timeout: float | None | NotGiven = not_given,
        extra_headers: Headers | None = None,
    ) -> UploadedAttachment:
        """Uploads a file of up to 100 MB, which any number of messages can then contain.

        Creates the attachment, streams the file to the storage, and deletes the attachment if the transfer fails.
        Interrupted transfers are retried. The storage does not receive the API key.

        Args:
            file: A path, bytes, or a file object open in binary mode, which is read completely in a thread.
            filename: File name; by default that of the path or file object.
            content_type: Content type; by default guessed from the file name.
            progress: Called repeatedly by the event loop with the number of bytes sent and the total. An exception ends
                the upload, unless it is complete, and is raised here.
            timeout: Maximum seconds for one transfer; by default the timeout of a call plus one second for each 128 KiB.
            extra_headers: Headers of the requests to the API; not sent to the storage.

        Raises:
            OSError: The file cannot be read.
            UploadError: The storage rejected the file.
            ValueError: An argument is invalid; nothing was sent.
            APIStatusError: The API rejected the request; there is a subclass for each status.
            APIConnectionError: No complete response was received; `APITimeoutError` after a timeout.
        """
        options = _UploadOptions(filename, content_type, progress, timeout, extra_headers)
        client = self._client
        transport = client._config.transport
        if transport is not None:
            content = await _read_in_thread(file, options)
            uploaded: UploadedAttachment = await run_async(client._native.pending_upload(content, options), transport)
            return uploaded
        if hasattr(file, "read"):
            file = await _read_in_thread(file, options)
        uploaded = await _await_transfer(options, lambda: client._native.start_upload(file, options))
        return uploaded

    @overload
    async def download(
        self,
        source: DownloadSource,
        *,
        to: None = None,
        max_bytes: int = ...,
        progress: Callable[[int, int | None], object] | None = None,
        timeout: float | None | NotGiven = not_given,
        extra_headers: Headers | None = None,
    ) -> bytes: ...

    @overload
    async def download(
        self,
        source: DownloadSource,
        *,
        to: DownloadTarget,
        max_bytes: int = ...,
        progress: Callable[[int, int | None], object] | None = None,
        timeout: float | None | NotGiven = not_given,
        extra_headers: Headers | None = None,
    ) -> int: ...

    async def download(
        self,
        source: DownloadSource,
        *,
        to: DownloadTarget | None = None,
        max_bytes: int = DEFAULT_MAX_DOWNLOAD_BYTES,
        progress: Callable[[int, int | None], object] | None = None,
        timeout: float | None | NotGiven = not_given,
        extra_headers: Headers | None = None,
    ) -> bytes | int:
        """Downloads a file of an attachment, of the media part of a message or event, or of a URL.

        Interrupted downloads are retried from the start, and the URL of an attachment is renewed if it has expired. The
        storage does not receive the API key; redirects are followed, but not to unencrypted URLs.

        Args:
            source: Identifier of an attachment, URL, media part, or attachment.
            to: Path, or file object open in binary mode, which is written in a thread once the download is complete. By
                default the bytes are returned. A path has the file only once it is complete; an existing file is replaced.
            max_bytes: Maximum size of the file in bytes; 100 MiB by default. A larger file is a `DownloadError`.
            progress: Called repeatedly by the event loop with the number of bytes received and the total, `None` if it is
                unknown. An exception ends the download, unless it is complete, and is raised here.
            timeout: Maximum seconds without a byte of the file; by default the timeout of a call. A custom transport limits
                the whole download instead, with one second more for each 128 KiB of `max_bytes`.
            extra_headers: Headers of the request to the API; not sent to the storage.

        Returns:
            The bytes of the file, or their number if there is a target.

        Raises:
            OSError: The target cannot be written.
            DownloadError: The file is too large, or the storage did not return it.
            ValueError: An argument is invalid; nothing was sent.
            APIStatusError: The API rejected the request; there is a subclass for each status.
            APIConnectionError: No complete response was received; `APITimeoutError` after a timeout.
        """
        options = _DownloadOptions(source, to, max_bytes, progress, timeout, extra_headers)
        client = self._client
        transport = client._config.transport
        if transport is None and not hasattr(to, "write"):
            downloaded: bytes | int = await _await_transfer(options, lambda: client._native.start_download(options))
            return downloaded
        options.to = None
        if transport is None:
            content: bytes = await _await_transfer(options, lambda: client._native.start_download(options))
        else:
            content = await run_async(client._native.pending_download(options), transport)
        if to is None:
            return content
        import asyncio

        return await asyncio.to_thread(_write, to, content)


async def _await_transfer(options: _UploadOptions | _DownloadOptions, start: Callable[[], StartedCall]) -> Any:
    """Starts an upload or download, and returns its result, or raises the exception of its progress callback."""
    if options.progress is None:
        return await await_call(start())
    options.progress = callback = _ProgressCallback(options.progress)
    callback.call = start()
    result = await await_call(callback.call)
    if callback.raised is not None:
        raise callback.raised
    return result


async def _read_in_thread(file: FileTypes, options: _UploadOptions) -> bytes:
    import asyncio

    return await asyncio.to_thread(_read, file, options)


def _read(file: FileTypes, options: _UploadOptions) -> bytes:
    """Reads a file, and sets its name in the options."""
    if isinstance(file, (bytes, bytearray, memoryview)):
        return bytes(cast(bytes, file))
    if isinstance(file, str) or hasattr(file, "__fspath__"):
        with open(cast(str, file), "rb") as opened:
            return _read(opened, options)
    name: object = getattr(file, "name", None)
    if options.filename is None and isinstance(name, str):
        options.filename = os.path.basename(name)
    content: object = cast(Any, file).read()
    if not isinstance(content, bytes):
        raise TypeError("file: must be open in binary mode")
    return content


def _write(to: DownloadTarget, content: bytes) -> int:
    """Writes a file to a file object, or to a path that has it only once it is complete."""
    if not isinstance(to, str) and not hasattr(to, "__fspath__"):
        file = cast(Any, to)
        written = 0
        while written < len(content):
            count = file.write(content[written:] if written else content)
            written += len(content) if count is None else count
        return len(content)
    from contextlib import suppress
    from secrets import token_hex

    path = os.fspath(cast("str | os.PathLike[str]", to))
    partial = os.path.join(os.path.dirname(path), f".linq-{token_hex(16)}.part")
    try:
        with open(partial, "xb") as opened:
            opened.write(content)
        os.replace(partial, path)
    except BaseException:
        with suppress(OSError):
            os.remove(partial)
        raise
    return len(content)
