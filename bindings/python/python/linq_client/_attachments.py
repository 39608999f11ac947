"""A file, in one call, to where messages can carry it."""

from __future__ import annotations

import os
from typing import IO, TYPE_CHECKING, Any, Union, cast

from ._call import extras_of, finished
from ._drive import drive, drive_async
from ._options import not_given

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._call import _AsyncCaller, _SyncCaller
    from ._options import Headers, NotGiven
    from .types import SupportedContentType

FileTypes = Union[str, "os.PathLike[str]", bytes, bytearray, memoryview, IO[bytes]]


class UploadedAttachment:
    """A file that messages can carry now.

    Attributes:
        attachment_id: The attachment, for any number of messages.
        download_url: Where the file can be downloaded.
        filename: Its name.
        content_type: What it was announced as, such as `image/jpeg`.
        size_bytes: How many bytes it has.
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
        """The same as `attachment_id`."""
        return self.attachment_id

    def __eq__(self, other: object) -> bool:
        return isinstance(other, UploadedAttachment) and self.attachment_id == other.attachment_id

    def __hash__(self) -> int:
        return hash(self.attachment_id)

    def __repr__(self) -> str:
        # The address may be signed.
        return (
            f"UploadedAttachment(attachment_id={self.attachment_id!r}, filename={self.filename!r}, "
            f"content_type={self.content_type!r}, size_bytes={self.size_bytes!r})"
        )


class _Plan:
    """What an upload has besides its file, as the native half reads it."""

    __slots__ = ("content_type", "extras", "filename", "progress", "transfer_timeout")

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
        self.extras = extras_of(extra_headers, None, None, not_given)
        given = extras_of(None, None, None, timeout)
        self.transfer_timeout: float | None = given[3] if given else None


class _Progress:
    """The user's `progress`, as the event loop calls it: what it raises ends the upload."""

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
                # The error is raised where the result is awaited: futures do not take all of them.
                self.call.future.set_result(None)
            if isinstance(error, (KeyboardInterrupt, SystemExit)):
                raise  # these end the event loop too


class UploadMixin:
    """What `client.attachments` does beyond the API's own operations."""

    _client: _SyncCaller

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
        """Uploads a file of up to 100 MB, so that any number of messages can carry it.

        It is announced, sent as it is read, and deleted again if it cannot be sent. A transfer that breaks off is
        repeated. Where it is sent to is told nothing but what the API says: not the API key.

        Args:
            file: A path, bytes, or a file object that is open for reading in binary and can seek.
            filename: Its name, if it has none or another one.
            content_type: What it is, if its name does not tell.
            progress: Called with the bytes that have gone out, and all of them, again and again while it is sent.
                What it raises ends the upload, unless that is complete by then, and is raised here.
            timeout: Seconds for one transfer; without it that of a call and one more for each 128 KiB.
            extra_headers: Headers for the calls to the API; the storage does not get them.

        Raises:
            OSError: The file cannot be read.
            UploadError: The storage refused it.
            ValueError: An argument is wrong, and nothing was sent.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.
        """
        plan = _Plan(filename, content_type, progress, timeout, extra_headers)
        client = self._client
        transport = client._settings.transport
        if transport is None:
            uploaded: UploadedAttachment = client._native.upload(file, plan)
            return uploaded
        content = _read(file, plan)
        uploaded = drive(client._native.pending_upload(content, plan), transport)
        return uploaded


class AsyncUploadMixin:
    """What `client.attachments` does beyond the API's own operations."""

    _client: _AsyncCaller

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
        """Uploads a file of up to 100 MB, so that any number of messages can carry it.

        It is announced, sent as it is read, and deleted again if it cannot be sent. A transfer that breaks off is
        repeated. Where it is sent to is told nothing but what the API says: not the API key.

        Args:
            file: A path, bytes, or a file object that is open for reading in binary; such an object is read at once,
                in a thread.
            filename: Its name, if it has none or another one.
            content_type: What it is, if its name does not tell.
            progress: Called by the event loop with the bytes that have gone out, and all of them, again and again
                while it is sent. What it raises ends the upload, unless that is complete by then, and is raised here.
            timeout: Seconds for one transfer; without it that of a call and one more for each 128 KiB.
            extra_headers: Headers for the calls to the API; the storage does not get them.

        Raises:
            OSError: The file cannot be read.
            UploadError: The storage refused it.
            ValueError: An argument is wrong, and nothing was sent.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.
        """
        plan = _Plan(filename, content_type, progress, timeout, extra_headers)
        client = self._client
        transport = client._settings.transport
        if transport is not None:
            content = await _read_in_thread(file, plan)
            uploaded: UploadedAttachment = await drive_async(client._native.pending_upload(content, plan), transport)
            return uploaded
        if hasattr(file, "read"):
            file = await _read_in_thread(file, plan)
        if progress is None:
            uploaded = await finished(client._native.start_upload(file, plan))
            return uploaded
        plan.progress = watch = _Progress(progress)
        watch.call = client._native.start_upload(file, plan)
        uploaded = await finished(watch.call)
        if watch.raised is not None:
            raise watch.raised
        return uploaded


async def _read_in_thread(file: FileTypes, plan: _Plan) -> bytes:
    import asyncio

    return await asyncio.to_thread(_read, file, plan)


def _read(file: FileTypes, plan: _Plan) -> bytes:
    """All of a file; its name goes into the plan."""
    if isinstance(file, (bytes, bytearray, memoryview)):
        return bytes(cast(bytes, file))
    if isinstance(file, str) or hasattr(file, "__fspath__"):
        with open(cast(str, file), "rb") as opened:
            return _read(opened, plan)
    name: object = getattr(file, "name", None)
    if plan.filename is None and isinstance(name, str):
        plan.filename = os.path.basename(name)
    content: object = cast(Any, file).read()
    if not isinstance(content, bytes):
        raise TypeError("file: it is open for reading text, not in binary")
    return content
