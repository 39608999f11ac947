"""Attachment uploads."""

from __future__ import annotations

from collections.abc import Callable
import os
from typing import IO, Any, Union, cast

from ._call import _AsyncClient, _SyncClient, await_call, call_options
from ._run import run, run_async
from ._options import Headers, NotGiven, not_given
from .types import SupportedContentType

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


class _ProgressCallback:
    """The `progress` callback of the caller, called by the event loop. An exception ends the upload."""

    def __init__(self, function: Callable[[int, int], object]) -> None:
        self._function = function
        self.call: Any = None
        self.raised: BaseException | None = None

    def __call__(self, sent: int, total: int) -> None:
        if self.raised is not None:
            return
        try:
            self._function(sent, total)
        except BaseException as error:
            self.raised = error
            if not self.call.future.done():
                self.call.cancel()
                # The error is raised where the result is awaited, since futures reject some exceptions.
                self.call.future.set_result(None)
            if isinstance(error, (KeyboardInterrupt, SystemExit)):
                raise  # these end the event loop


class UploadMixin:
    """The upload method of `client.attachments`."""

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


class AsyncUploadMixin:
    """The upload method of `client.attachments`."""

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
        if progress is None:
            uploaded = await await_call(client._native.start_upload(file, options))
            return uploaded
        options.progress = callback = _ProgressCallback(progress)
        callback.call = client._native.start_upload(file, options)
        uploaded = await await_call(callback.call)
        if callback.raised is not None:
            raise callback.raised
        return uploaded


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
