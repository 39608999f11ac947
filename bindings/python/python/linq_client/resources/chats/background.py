# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..._call import AsyncResource, SyncResource
from ..._options import not_given, omit
from ..._response import (
    async_to_raw_response_wrapper,
    async_to_streamed_response_wrapper,
    to_raw_response_wrapper,
    to_streamed_response_wrapper,
)

if TYPE_CHECKING:
    from ..._options import Body, Headers, NotGiven, Omit, Query, SequenceNotStr
    from ...types import BackgroundStyle, BackgroundType


class BackgroundResource(SyncResource):
    """What is behind the messages of a chat."""

    @cached_property
    def with_raw_response(self) -> BackgroundResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return BackgroundResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> BackgroundResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return BackgroundResourceWithStreamingResponse(self)

    def remove(
        self,
        chat_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> None:
        """Takes a chat's background away.

        Args:
            chat_id: The chat.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/subresources/background/methods/remove/
        """
        self._call("chats.background.remove", {"chat_id": chat_id}, extra_headers, extra_query, extra_body, timeout)

    def set(
        self,
        chat_id: str,
        *,
        type: BackgroundType,
        shades: SequenceNotStr[str] | Omit = omit,
        image_url: str | Omit = omit,
        style: BackgroundStyle | Omit = omit,
        variant: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> None:
        """Puts a colour, an animation or a photo behind the messages of a chat, direct or group.

        The reply only says that it is queued. The outcome arrives as `chat.background_updated` or
        `chat.background_update_failed`; over RCS and SMS nothing happens and nothing arrives. A photo is fetched before
        the reply (codes 5006 and 5007).

        Args:
            chat_id: The chat.
            type: What kind it is.
            shades: The two colours of a custom gradient, top and bottom, such as `#F2C4E1`.
            image_url: A photo's address: an `https` URL of a JPEG, PNG, HEIC or WebP image.
            style: The animation: a sky, water or northern lights.
            variant: Which colour, or which kind of the animation. Without one, a colour is `custom`.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/subresources/background/methods/set/
        """
        self._call(
            "chats.background.set",
            {
                "chat_id": chat_id,
                "type": type,
                "shades": shades,
                "image_url": image_url,
                "style": style,
                "variant": variant,
            },
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )


class AsyncBackgroundResource(AsyncResource):
    """What is behind the messages of a chat."""

    @cached_property
    def with_raw_response(self) -> AsyncBackgroundResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncBackgroundResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncBackgroundResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncBackgroundResourceWithStreamingResponse(self)

    async def remove(
        self,
        chat_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> None:
        """Takes a chat's background away.

        Args:
            chat_id: The chat.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/subresources/background/methods/remove/
        """
        await self._call(
            "chats.background.remove",
            {"chat_id": chat_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )

    async def set(
        self,
        chat_id: str,
        *,
        type: BackgroundType,
        shades: SequenceNotStr[str] | Omit = omit,
        image_url: str | Omit = omit,
        style: BackgroundStyle | Omit = omit,
        variant: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> None:
        """Puts a colour, an animation or a photo behind the messages of a chat, direct or group.

        The reply only says that it is queued. The outcome arrives as `chat.background_updated` or
        `chat.background_update_failed`; over RCS and SMS nothing happens and nothing arrives. A photo is fetched before
        the reply (codes 5006 and 5007).

        Args:
            chat_id: The chat.
            type: What kind it is.
            shades: The two colours of a custom gradient, top and bottom, such as `#F2C4E1`.
            image_url: A photo's address: an `https` URL of a JPEG, PNG, HEIC or WebP image.
            style: The animation: a sky, water or northern lights.
            variant: Which colour, or which kind of the animation. Without one, a colour is `custom`.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/subresources/background/methods/set/
        """
        await self._call(
            "chats.background.set",
            {
                "chat_id": chat_id,
                "type": type,
                "shades": shades,
                "image_url": image_url,
                "style": style,
                "variant": variant,
            },
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )


class BackgroundResourceWithRawResponse:
    """What `client.chats.background.with_raw_response` gives."""

    def __init__(self, background: BackgroundResource) -> None:
        self._background = background
        self.remove = to_raw_response_wrapper(background.remove)
        self.set = to_raw_response_wrapper(background.set)


class AsyncBackgroundResourceWithRawResponse:
    """What `client.chats.background.with_raw_response` gives."""

    def __init__(self, background: AsyncBackgroundResource) -> None:
        self._background = background
        self.remove = async_to_raw_response_wrapper(background.remove)
        self.set = async_to_raw_response_wrapper(background.set)


class BackgroundResourceWithStreamingResponse:
    """What `client.chats.background.with_streaming_response` gives."""

    def __init__(self, background: BackgroundResource) -> None:
        self._background = background
        self.remove = to_streamed_response_wrapper(background.remove)
        self.set = to_streamed_response_wrapper(background.set)


class AsyncBackgroundResourceWithStreamingResponse:
    """What `client.chats.background.with_streaming_response` gives."""

    def __init__(self, background: AsyncBackgroundResource) -> None:
        self._background = background
        self.remove = async_to_streamed_response_wrapper(background.remove)
        self.set = async_to_streamed_response_wrapper(background.set)
