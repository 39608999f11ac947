# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..._call import AsyncResource, SyncResource
from ..._options import not_given
from ..._response import (
    async_to_raw_response_wrapper,
    async_to_streamed_response_wrapper,
    to_raw_response_wrapper,
    to_streamed_response_wrapper,
)

if TYPE_CHECKING:
    from ..._options import Body, Headers, NotGiven, Query
    from ...types import GetChatLocationResponse, LocationRequestResponse
    from ...types.chats import StopChatLocationSharingResponse


class LocationResource(SyncResource):
    """Where the people of a chat are."""

    @cached_property
    def with_raw_response(self) -> LocationResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return LocationResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> LocationResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return LocationResourceWithStreamingResponse(self)

    def retrieve(
        self,
        chat_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> GetChatLocationResponse:
        """Gives the positions of those in a chat who share theirs with you; an empty list if nobody does.

        No event tells of a new position, so ask again, every few minutes: Apple does not update it more often. Somebody
        who shares from the Find My app instead of the chat may do so under their e-mail address, and does not appear in
        the chat with their phone number.

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

        See https://docs.linqapp.com/api/resources/chats/subresources/location/methods/retrieve/
        """
        reply: GetChatLocationResponse = self._call(
            "chats.location.retrieve",
            {"chat_id": chat_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def request(
        self,
        chat_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> LocationRequestResponse:
        """Asks the other person of a direct iMessage chat to share their location with you.

        They are prompted on their device; `location.sharing.started` follows if they agree. Refused if they share
        already (409), in groups (code 2016), over SMS and RCS (code 2017), and if asked too often (code 1007).

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

        See https://docs.linqapp.com/api/resources/chats/subresources/location/methods/request/
        """
        reply: LocationRequestResponse = self._call(
            "chats.location.request",
            {"chat_id": chat_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def stop(
        self,
        chat_id: str,
        *,
        handle: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> StopChatLocationSharingResponse:
        """Ends somebody's sharing of their location with you, in every chat that you have with them.

        `location.sharing.stopped` follows. Refused with 404 if they do not share.

        Args:
            chat_id: The chat.
            handle: Whose: a phone number or an e-mail address.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/subresources/location/methods/stop/
        """
        reply: StopChatLocationSharingResponse = self._call(
            "chats.location.stop",
            {"chat_id": chat_id, "handle": handle},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class AsyncLocationResource(AsyncResource):
    """Where the people of a chat are."""

    @cached_property
    def with_raw_response(self) -> AsyncLocationResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncLocationResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncLocationResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncLocationResourceWithStreamingResponse(self)

    async def retrieve(
        self,
        chat_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> GetChatLocationResponse:
        """Gives the positions of those in a chat who share theirs with you; an empty list if nobody does.

        No event tells of a new position, so ask again, every few minutes: Apple does not update it more often. Somebody
        who shares from the Find My app instead of the chat may do so under their e-mail address, and does not appear in
        the chat with their phone number.

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

        See https://docs.linqapp.com/api/resources/chats/subresources/location/methods/retrieve/
        """
        reply: GetChatLocationResponse = await self._call(
            "chats.location.retrieve",
            {"chat_id": chat_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def request(
        self,
        chat_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> LocationRequestResponse:
        """Asks the other person of a direct iMessage chat to share their location with you.

        They are prompted on their device; `location.sharing.started` follows if they agree. Refused if they share
        already (409), in groups (code 2016), over SMS and RCS (code 2017), and if asked too often (code 1007).

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

        See https://docs.linqapp.com/api/resources/chats/subresources/location/methods/request/
        """
        reply: LocationRequestResponse = await self._call(
            "chats.location.request",
            {"chat_id": chat_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def stop(
        self,
        chat_id: str,
        *,
        handle: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> StopChatLocationSharingResponse:
        """Ends somebody's sharing of their location with you, in every chat that you have with them.

        `location.sharing.stopped` follows. Refused with 404 if they do not share.

        Args:
            chat_id: The chat.
            handle: Whose: a phone number or an e-mail address.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/subresources/location/methods/stop/
        """
        reply: StopChatLocationSharingResponse = await self._call(
            "chats.location.stop",
            {"chat_id": chat_id, "handle": handle},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class LocationResourceWithRawResponse:
    """What `client.chats.location.with_raw_response` gives."""

    def __init__(self, location: LocationResource) -> None:
        self._location = location
        self.retrieve = to_raw_response_wrapper(location.retrieve)
        self.request = to_raw_response_wrapper(location.request)
        self.stop = to_raw_response_wrapper(location.stop)


class AsyncLocationResourceWithRawResponse:
    """What `client.chats.location.with_raw_response` gives."""

    def __init__(self, location: AsyncLocationResource) -> None:
        self._location = location
        self.retrieve = async_to_raw_response_wrapper(location.retrieve)
        self.request = async_to_raw_response_wrapper(location.request)
        self.stop = async_to_raw_response_wrapper(location.stop)


class LocationResourceWithStreamingResponse:
    """What `client.chats.location.with_streaming_response` gives."""

    def __init__(self, location: LocationResource) -> None:
        self._location = location
        self.retrieve = to_streamed_response_wrapper(location.retrieve)
        self.request = to_streamed_response_wrapper(location.request)
        self.stop = to_streamed_response_wrapper(location.stop)


class AsyncLocationResourceWithStreamingResponse:
    """What `client.chats.location.with_streaming_response` gives."""

    def __init__(self, location: AsyncLocationResource) -> None:
        self._location = location
        self.retrieve = async_to_streamed_response_wrapper(location.retrieve)
        self.request = async_to_streamed_response_wrapper(location.request)
        self.stop = async_to_streamed_response_wrapper(location.stop)
