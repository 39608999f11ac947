# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._attachments import AsyncUploadMixin, UploadMixin
from .._call import AsyncResource, SyncResource
from .._options import not_given
from .._response import (
    async_to_raw_response_wrapper,
    async_to_streamed_response_wrapper,
    to_raw_response_wrapper,
    to_streamed_response_wrapper,
)

if TYPE_CHECKING:
    from .._options import Body, Headers, NotGiven, Query
    from ..types import AttachmentCreateResponse, AttachmentRetrieveResponse, SupportedContentType


class AttachmentsResource(UploadMixin, SyncResource):
    """Files to send, and files that were sent or received."""

    @cached_property
    def with_raw_response(self) -> AttachmentsResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AttachmentsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AttachmentsResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AttachmentsResourceWithStreamingResponse(self)

    def create(
        self,
        *,
        content_type: SupportedContentType,
        filename: str,
        size_bytes: int,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> AttachmentCreateResponse:
        """Announces a file, and gives the URL to upload it to within 15 minutes.

        A file of up to 10 MB need not be uploaded ahead: a media part also takes a public URL. Uploaded ahead, it can
        be in any number of messages without being fetched for each.

        Args:
            content_type: What the file is.
            filename: The file's name.
            size_bytes: The file's size in bytes, at most 100 MB.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/attachments/methods/create/
        """
        reply: AttachmentCreateResponse = self._call(
            "attachments.create",
            {"content_type": content_type, "filename": filename, "size_bytes": size_bytes},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def retrieve(
        self,
        attachment_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> AttachmentRetrieveResponse:
        """Gives what is known of a file, and where to download it.

        Args:
            attachment_id: The attachment.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/attachments/methods/retrieve/
        """
        reply: AttachmentRetrieveResponse = self._call(
            "attachments.retrieve",
            {"attachment_id": attachment_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def delete(
        self,
        attachment_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> None:
        """Deletes a file of yours for good. No event tells of it.

        Args:
            attachment_id: The attachment.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/attachments/methods/delete/
        """
        self._call(
            "attachments.delete",
            {"attachment_id": attachment_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )


class AsyncAttachmentsResource(AsyncUploadMixin, AsyncResource):
    """Files to send, and files that were sent or received."""

    @cached_property
    def with_raw_response(self) -> AsyncAttachmentsResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncAttachmentsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncAttachmentsResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncAttachmentsResourceWithStreamingResponse(self)

    async def create(
        self,
        *,
        content_type: SupportedContentType,
        filename: str,
        size_bytes: int,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> AttachmentCreateResponse:
        """Announces a file, and gives the URL to upload it to within 15 minutes.

        A file of up to 10 MB need not be uploaded ahead: a media part also takes a public URL. Uploaded ahead, it can
        be in any number of messages without being fetched for each.

        Args:
            content_type: What the file is.
            filename: The file's name.
            size_bytes: The file's size in bytes, at most 100 MB.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/attachments/methods/create/
        """
        reply: AttachmentCreateResponse = await self._call(
            "attachments.create",
            {"content_type": content_type, "filename": filename, "size_bytes": size_bytes},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def retrieve(
        self,
        attachment_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> AttachmentRetrieveResponse:
        """Gives what is known of a file, and where to download it.

        Args:
            attachment_id: The attachment.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/attachments/methods/retrieve/
        """
        reply: AttachmentRetrieveResponse = await self._call(
            "attachments.retrieve",
            {"attachment_id": attachment_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def delete(
        self,
        attachment_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> None:
        """Deletes a file of yours for good. No event tells of it.

        Args:
            attachment_id: The attachment.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/attachments/methods/delete/
        """
        await self._call(
            "attachments.delete",
            {"attachment_id": attachment_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )


class AttachmentsResourceWithRawResponse:
    """What `client.attachments.with_raw_response` gives."""

    def __init__(self, attachments: AttachmentsResource) -> None:
        self._attachments = attachments
        self.create = to_raw_response_wrapper(attachments.create)
        self.retrieve = to_raw_response_wrapper(attachments.retrieve)
        self.delete = to_raw_response_wrapper(attachments.delete)


class AsyncAttachmentsResourceWithRawResponse:
    """What `client.attachments.with_raw_response` gives."""

    def __init__(self, attachments: AsyncAttachmentsResource) -> None:
        self._attachments = attachments
        self.create = async_to_raw_response_wrapper(attachments.create)
        self.retrieve = async_to_raw_response_wrapper(attachments.retrieve)
        self.delete = async_to_raw_response_wrapper(attachments.delete)


class AttachmentsResourceWithStreamingResponse:
    """What `client.attachments.with_streaming_response` gives."""

    def __init__(self, attachments: AttachmentsResource) -> None:
        self._attachments = attachments
        self.create = to_streamed_response_wrapper(attachments.create)
        self.retrieve = to_streamed_response_wrapper(attachments.retrieve)
        self.delete = to_streamed_response_wrapper(attachments.delete)


class AsyncAttachmentsResourceWithStreamingResponse:
    """What `client.attachments.with_streaming_response` gives."""

    def __init__(self, attachments: AsyncAttachmentsResource) -> None:
        self._attachments = attachments
        self.create = async_to_streamed_response_wrapper(attachments.create)
        self.retrieve = async_to_streamed_response_wrapper(attachments.retrieve)
        self.delete = async_to_streamed_response_wrapper(attachments.delete)
