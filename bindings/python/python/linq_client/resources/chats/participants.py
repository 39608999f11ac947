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
    from ...types.chats import ParticipantAddResponse, ParticipantRemoveResponse


class ParticipantsResource(SyncResource):
    """Who is in a group chat."""

    @cached_property
    def with_raw_response(self) -> ParticipantsResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return ParticipantsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ParticipantsResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return ParticipantsResourceWithStreamingResponse(self)

    def add(
        self,
        chat_id: str,
        *,
        handle: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> ParticipantAddResponse:
        """Adds a person to an iMessage group of three or more.

        They must be reachable over the group's service. The reply only says that it is queued; `participant.added`
        follows.

        Args:
            chat_id: The group.
            handle: Whom to add: a phone number or an e-mail address.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/subresources/participants/methods/add/
        """
        reply: ParticipantAddResponse = self._call(
            "chats.participants.add",
            {"chat_id": chat_id, "handle": handle},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def remove(
        self,
        chat_id: str,
        *,
        handle: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> ParticipantRemoveResponse:
        """Takes a person out of an iMessage group; three or more have to remain.

        The reply only says that it is queued; `participant.removed` follows.

        Args:
            chat_id: The group.
            handle: Whom to take out: a phone number or an e-mail address.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/subresources/participants/methods/remove/
        """
        reply: ParticipantRemoveResponse = self._call(
            "chats.participants.remove",
            {"chat_id": chat_id, "handle": handle},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class AsyncParticipantsResource(AsyncResource):
    """Who is in a group chat."""

    @cached_property
    def with_raw_response(self) -> AsyncParticipantsResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncParticipantsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncParticipantsResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncParticipantsResourceWithStreamingResponse(self)

    async def add(
        self,
        chat_id: str,
        *,
        handle: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> ParticipantAddResponse:
        """Adds a person to an iMessage group of three or more.

        They must be reachable over the group's service. The reply only says that it is queued; `participant.added`
        follows.

        Args:
            chat_id: The group.
            handle: Whom to add: a phone number or an e-mail address.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/subresources/participants/methods/add/
        """
        reply: ParticipantAddResponse = await self._call(
            "chats.participants.add",
            {"chat_id": chat_id, "handle": handle},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def remove(
        self,
        chat_id: str,
        *,
        handle: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> ParticipantRemoveResponse:
        """Takes a person out of an iMessage group; three or more have to remain.

        The reply only says that it is queued; `participant.removed` follows.

        Args:
            chat_id: The group.
            handle: Whom to take out: a phone number or an e-mail address.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/subresources/participants/methods/remove/
        """
        reply: ParticipantRemoveResponse = await self._call(
            "chats.participants.remove",
            {"chat_id": chat_id, "handle": handle},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class ParticipantsResourceWithRawResponse:
    """What `client.chats.participants.with_raw_response` gives."""

    def __init__(self, participants: ParticipantsResource) -> None:
        self._participants = participants
        self.add = to_raw_response_wrapper(participants.add)
        self.remove = to_raw_response_wrapper(participants.remove)


class AsyncParticipantsResourceWithRawResponse:
    """What `client.chats.participants.with_raw_response` gives."""

    def __init__(self, participants: AsyncParticipantsResource) -> None:
        self._participants = participants
        self.add = async_to_raw_response_wrapper(participants.add)
        self.remove = async_to_raw_response_wrapper(participants.remove)


class ParticipantsResourceWithStreamingResponse:
    """What `client.chats.participants.with_streaming_response` gives."""

    def __init__(self, participants: ParticipantsResource) -> None:
        self._participants = participants
        self.add = to_streamed_response_wrapper(participants.add)
        self.remove = to_streamed_response_wrapper(participants.remove)


class AsyncParticipantsResourceWithStreamingResponse:
    """What `client.chats.participants.with_streaming_response` gives."""

    def __init__(self, participants: AsyncParticipantsResource) -> None:
        self._participants = participants
        self.add = async_to_streamed_response_wrapper(participants.add)
        self.remove = async_to_streamed_response_wrapper(participants.remove)
