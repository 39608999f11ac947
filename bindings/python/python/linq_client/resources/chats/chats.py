# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..._call import AsyncResource, SyncResource, lazy_property
from ..._options import not_given, omit
from ..._pages import AsyncListChatsPagination, SyncListChatsPagination
from ..._response import (
    async_to_raw_response_wrapper,
    async_to_streamed_response_wrapper,
    to_raw_response_wrapper,
    to_streamed_response_wrapper,
)

if TYPE_CHECKING:
    from ..._options import Body, Headers, NotGiven, Omit, Query, SequenceNotStr
    from ..._pages import AsyncPaginator
    from ...types import (
        Chat,
        ChatCreateResponse,
        ChatLeaveChatResponse,
        ChatSendVoicememoResponse,
        ChatUpdateResponse,
        MessageContentParam,
    )
    from .background import (
        AsyncBackgroundResource,
        AsyncBackgroundResourceWithRawResponse,
        AsyncBackgroundResourceWithStreamingResponse,
        BackgroundResource,
        BackgroundResourceWithRawResponse,
        BackgroundResourceWithStreamingResponse,
    )
    from .location import (
        AsyncLocationResource,
        AsyncLocationResourceWithRawResponse,
        AsyncLocationResourceWithStreamingResponse,
        LocationResource,
        LocationResourceWithRawResponse,
        LocationResourceWithStreamingResponse,
    )
    from .messages import (
        AsyncMessagesResource,
        AsyncMessagesResourceWithRawResponse,
        AsyncMessagesResourceWithStreamingResponse,
        MessagesResource,
        MessagesResourceWithRawResponse,
        MessagesResourceWithStreamingResponse,
    )
    from .participants import (
        AsyncParticipantsResource,
        AsyncParticipantsResourceWithRawResponse,
        AsyncParticipantsResourceWithStreamingResponse,
        ParticipantsResource,
        ParticipantsResourceWithRawResponse,
        ParticipantsResourceWithStreamingResponse,
    )
    from .polls import (
        AsyncPollsResource,
        AsyncPollsResourceWithRawResponse,
        AsyncPollsResourceWithStreamingResponse,
        PollsResource,
        PollsResourceWithRawResponse,
        PollsResourceWithStreamingResponse,
    )
    from .typing import (
        AsyncTypingResource,
        AsyncTypingResourceWithRawResponse,
        AsyncTypingResourceWithStreamingResponse,
        TypingResource,
        TypingResourceWithRawResponse,
        TypingResourceWithStreamingResponse,
    )


class ChatsResource(SyncResource):
    """Conversations, direct and group."""

    @lazy_property
    def background(self) -> BackgroundResource:
        """What is behind the messages of a chat."""
        from .background import BackgroundResource

        return BackgroundResource(self._client)

    @lazy_property
    def location(self) -> LocationResource:
        """Where the people of a chat are."""
        from .location import LocationResource

        return LocationResource(self._client)

    @lazy_property
    def messages(self) -> MessagesResource:
        """The messages of a chat."""
        from .messages import MessagesResource

        return MessagesResource(self._client)

    @lazy_property
    def participants(self) -> ParticipantsResource:
        """Who is in a group chat."""
        from .participants import ParticipantsResource

        return ParticipantsResource(self._client)

    @lazy_property
    def polls(self) -> PollsResource:
        """New polls in a chat."""
        from .polls import PollsResource

        return PollsResource(self._client)

    @lazy_property
    def typing(self) -> TypingResource:
        """The typing indicator of a chat."""
        from .typing import TypingResource

        return TypingResource(self._client)

    @cached_property
    def with_raw_response(self) -> ChatsResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return ChatsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ChatsResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return ChatsResourceWithStreamingResponse(self)

    def create(
        self,
        *,
        from_: str,
        message: MessageContentParam,
        to: SequenceNotStr[str],
        override_optout: bool | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> ChatCreateResponse:
        """Starts a chat with its first message: one recipient makes a direct chat, two or more a group.

        A chat is known by its line and the exact set of its recipients: asked for again, the existing one is returned
        and the message is sent into it. A group with a name is left out of that, and so is one that you left.

        The first message must hold no link. Most carriers cap an SMS or MMS group at 20 people, some at 10.

        Args:
            from_: The line that sends, one of yours.
            message: The first message.
            to: Who is to be in the chat besides you: 1 to 31 phone numbers or e-mail addresses.
            override_optout: Sends although the recipient opted out (code 2024). Only with their renewed consent.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/methods/create/
        """
        reply: ChatCreateResponse = self._call(
            "chats.create",
            {"from": from_, "message": message, "to": to, "override_optout": override_optout},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def retrieve(
        self,
        chat_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> Chat:
        """Gives a chat as it is now.

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

        See https://docs.linqapp.com/api/resources/chats/methods/retrieve/
        """
        reply: Chat = self._call(
            "chats.retrieve",
            {"chat_id": chat_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def update(
        self,
        chat_id: str,
        *,
        display_name: str | Omit = omit,
        group_chat_icon: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> ChatUpdateResponse:
        """Gives a group another name or icon; at least one of the two.

        The reply only says that the change is queued. Its outcome arrives as `chat.group_name_updated`,
        `chat.group_icon_updated`, or their `_failed` twins. A direct chat is refused (code 1006).

        Args:
            chat_id: The group.
            display_name: The name that every member sees.
            group_chat_icon: The public `https` URL of the image that every member sees.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/methods/update/
        """
        reply: ChatUpdateResponse = self._call(
            "chats.update",
            {"chat_id": chat_id, "display_name": display_name, "group_chat_icon": group_chat_icon},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def leave_chat(
        self,
        chat_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> ChatLeaveChatResponse:
        """Takes your own line out of a group of four or more, yourself included.

        The reply only says that it is queued; `participant.removed` follows. After that every call about the chat is
        refused (code 2013) until a member adds you back.

        Args:
            chat_id: The group.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/methods/leave_chat/
        """
        reply: ChatLeaveChatResponse = self._call(
            "chats.leave_chat",
            {"chat_id": chat_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def list_chats(
        self,
        *,
        cursor: str | Omit = omit,
        from_: str | Omit = omit,
        limit: int | Omit = omit,
        to: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> SyncListChatsPagination[Chat]:
        """Gives your chats, a page at a time.

        Args:
            cursor: Where the page starts: the `next_cursor` of the page before.
            from_: Only chats of this line of yours.
            limit: How many items a page holds: 1 to 100, 20 unless told otherwise.
            to: Only chats that this phone number or e-mail address is in.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/methods/list_chats/
        """
        pages: SyncListChatsPagination[Chat] = self._call_page(
            "chats.list_chats",
            {"cursor": cursor, "from": from_, "limit": limit, "to": to},
            SyncListChatsPagination,
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return pages

    def mark_as_read(
        self,
        chat_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> None:
        """Marks every message of a chat as read.

        Over iMessage the other side of a direct chat sees it. There are no receipts in groups, nor over SMS.

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

        See https://docs.linqapp.com/api/resources/chats/methods/mark_as_read/
        """
        self._call("chats.mark_as_read", {"chat_id": chat_id}, extra_headers, extra_query, extra_body, timeout)

    def send_voicememo(
        self,
        chat_id: str,
        *,
        attachment_id: str | Omit = omit,
        override_optout: bool | Omit = omit,
        voice_memo_url: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> ChatSendVoicememoResponse:
        """Sends a sound as a voice memo that iMessage plays in the chat, instead of as a file.

        The API takes no idempotency key for it: a call whose reply was lost is not repeated.

        Args:
            chat_id: The chat.
            attachment_id: A sound that was uploaded ahead; either this or `voice_memo_url`.
            override_optout: Sends although the recipient opted out (code 2024). Only with their renewed consent.
            voice_memo_url: Where the server downloads the sound: an `https` URL that needs no login.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/methods/send_voicememo/
        """
        reply: ChatSendVoicememoResponse = self._call(
            "chats.send_voicememo",
            {
                "chat_id": chat_id,
                "attachment_id": attachment_id,
                "override_optout": override_optout,
                "voice_memo_url": voice_memo_url,
            },
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def share_contact_card(
        self,
        chat_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> None:
        """Shares your line's contact card (name and photo) with a chat.

        Once every five minutes a chat; more is refused (code 1007).

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

        See https://docs.linqapp.com/api/resources/chats/methods/share_contact_card/
        """
        self._call("chats.share_contact_card", {"chat_id": chat_id}, extra_headers, extra_query, extra_body, timeout)


class AsyncChatsResource(AsyncResource):
    """Conversations, direct and group."""

    @lazy_property
    def background(self) -> AsyncBackgroundResource:
        """What is behind the messages of a chat."""
        from .background import AsyncBackgroundResource

        return AsyncBackgroundResource(self._client)

    @lazy_property
    def location(self) -> AsyncLocationResource:
        """Where the people of a chat are."""
        from .location import AsyncLocationResource

        return AsyncLocationResource(self._client)

    @lazy_property
    def messages(self) -> AsyncMessagesResource:
        """The messages of a chat."""
        from .messages import AsyncMessagesResource

        return AsyncMessagesResource(self._client)

    @lazy_property
    def participants(self) -> AsyncParticipantsResource:
        """Who is in a group chat."""
        from .participants import AsyncParticipantsResource

        return AsyncParticipantsResource(self._client)

    @lazy_property
    def polls(self) -> AsyncPollsResource:
        """New polls in a chat."""
        from .polls import AsyncPollsResource

        return AsyncPollsResource(self._client)

    @lazy_property
    def typing(self) -> AsyncTypingResource:
        """The typing indicator of a chat."""
        from .typing import AsyncTypingResource

        return AsyncTypingResource(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncChatsResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncChatsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncChatsResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncChatsResourceWithStreamingResponse(self)

    async def create(
        self,
        *,
        from_: str,
        message: MessageContentParam,
        to: SequenceNotStr[str],
        override_optout: bool | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> ChatCreateResponse:
        """Starts a chat with its first message: one recipient makes a direct chat, two or more a group.

        A chat is known by its line and the exact set of its recipients: asked for again, the existing one is returned
        and the message is sent into it. A group with a name is left out of that, and so is one that you left.

        The first message must hold no link. Most carriers cap an SMS or MMS group at 20 people, some at 10.

        Args:
            from_: The line that sends, one of yours.
            message: The first message.
            to: Who is to be in the chat besides you: 1 to 31 phone numbers or e-mail addresses.
            override_optout: Sends although the recipient opted out (code 2024). Only with their renewed consent.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/methods/create/
        """
        reply: ChatCreateResponse = await self._call(
            "chats.create",
            {"from": from_, "message": message, "to": to, "override_optout": override_optout},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def retrieve(
        self,
        chat_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> Chat:
        """Gives a chat as it is now.

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

        See https://docs.linqapp.com/api/resources/chats/methods/retrieve/
        """
        reply: Chat = await self._call(
            "chats.retrieve",
            {"chat_id": chat_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def update(
        self,
        chat_id: str,
        *,
        display_name: str | Omit = omit,
        group_chat_icon: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> ChatUpdateResponse:
        """Gives a group another name or icon; at least one of the two.

        The reply only says that the change is queued. Its outcome arrives as `chat.group_name_updated`,
        `chat.group_icon_updated`, or their `_failed` twins. A direct chat is refused (code 1006).

        Args:
            chat_id: The group.
            display_name: The name that every member sees.
            group_chat_icon: The public `https` URL of the image that every member sees.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/methods/update/
        """
        reply: ChatUpdateResponse = await self._call(
            "chats.update",
            {"chat_id": chat_id, "display_name": display_name, "group_chat_icon": group_chat_icon},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def leave_chat(
        self,
        chat_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> ChatLeaveChatResponse:
        """Takes your own line out of a group of four or more, yourself included.

        The reply only says that it is queued; `participant.removed` follows. After that every call about the chat is
        refused (code 2013) until a member adds you back.

        Args:
            chat_id: The group.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/methods/leave_chat/
        """
        reply: ChatLeaveChatResponse = await self._call(
            "chats.leave_chat",
            {"chat_id": chat_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def list_chats(
        self,
        *,
        cursor: str | Omit = omit,
        from_: str | Omit = omit,
        limit: int | Omit = omit,
        to: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> AsyncPaginator[Chat, AsyncListChatsPagination[Chat]]:
        """Gives your chats, a page at a time.

        Args:
            cursor: Where the page starts: the `next_cursor` of the page before.
            from_: Only chats of this line of yours.
            limit: How many items a page holds: 1 to 100, 20 unless told otherwise.
            to: Only chats that this phone number or e-mail address is in.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/methods/list_chats/
        """
        pages: AsyncPaginator[Chat, AsyncListChatsPagination[Chat]] = self._call_page(
            "chats.list_chats",
            {"cursor": cursor, "from": from_, "limit": limit, "to": to},
            AsyncListChatsPagination,
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return pages

    async def mark_as_read(
        self,
        chat_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> None:
        """Marks every message of a chat as read.

        Over iMessage the other side of a direct chat sees it. There are no receipts in groups, nor over SMS.

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

        See https://docs.linqapp.com/api/resources/chats/methods/mark_as_read/
        """
        await self._call("chats.mark_as_read", {"chat_id": chat_id}, extra_headers, extra_query, extra_body, timeout)

    async def send_voicememo(
        self,
        chat_id: str,
        *,
        attachment_id: str | Omit = omit,
        override_optout: bool | Omit = omit,
        voice_memo_url: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> ChatSendVoicememoResponse:
        """Sends a sound as a voice memo that iMessage plays in the chat, instead of as a file.

        The API takes no idempotency key for it: a call whose reply was lost is not repeated.

        Args:
            chat_id: The chat.
            attachment_id: A sound that was uploaded ahead; either this or `voice_memo_url`.
            override_optout: Sends although the recipient opted out (code 2024). Only with their renewed consent.
            voice_memo_url: Where the server downloads the sound: an `https` URL that needs no login.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/chats/methods/send_voicememo/
        """
        reply: ChatSendVoicememoResponse = await self._call(
            "chats.send_voicememo",
            {
                "chat_id": chat_id,
                "attachment_id": attachment_id,
                "override_optout": override_optout,
                "voice_memo_url": voice_memo_url,
            },
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def share_contact_card(
        self,
        chat_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> None:
        """Shares your line's contact card (name and photo) with a chat.

        Once every five minutes a chat; more is refused (code 1007).

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

        See https://docs.linqapp.com/api/resources/chats/methods/share_contact_card/
        """
        await self._call(
            "chats.share_contact_card",
            {"chat_id": chat_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )


class ChatsResourceWithRawResponse:
    """What `client.chats.with_raw_response` gives."""

    def __init__(self, chats: ChatsResource) -> None:
        self._chats = chats
        self.create = to_raw_response_wrapper(chats.create)
        self.retrieve = to_raw_response_wrapper(chats.retrieve)
        self.update = to_raw_response_wrapper(chats.update)
        self.leave_chat = to_raw_response_wrapper(chats.leave_chat)
        self.list_chats = to_raw_response_wrapper(chats.list_chats)
        self.mark_as_read = to_raw_response_wrapper(chats.mark_as_read)
        self.send_voicememo = to_raw_response_wrapper(chats.send_voicememo)
        self.share_contact_card = to_raw_response_wrapper(chats.share_contact_card)

    @cached_property
    def background(self) -> BackgroundResourceWithRawResponse:
        """What is behind the messages of a chat."""
        return self._chats.background.with_raw_response

    @cached_property
    def location(self) -> LocationResourceWithRawResponse:
        """Where the people of a chat are."""
        return self._chats.location.with_raw_response

    @cached_property
    def messages(self) -> MessagesResourceWithRawResponse:
        """The messages of a chat."""
        return self._chats.messages.with_raw_response

    @cached_property
    def participants(self) -> ParticipantsResourceWithRawResponse:
        """Who is in a group chat."""
        return self._chats.participants.with_raw_response

    @cached_property
    def polls(self) -> PollsResourceWithRawResponse:
        """New polls in a chat."""
        return self._chats.polls.with_raw_response

    @cached_property
    def typing(self) -> TypingResourceWithRawResponse:
        """The typing indicator of a chat."""
        return self._chats.typing.with_raw_response


class AsyncChatsResourceWithRawResponse:
    """What `client.chats.with_raw_response` gives."""

    def __init__(self, chats: AsyncChatsResource) -> None:
        self._chats = chats
        self.create = async_to_raw_response_wrapper(chats.create)
        self.retrieve = async_to_raw_response_wrapper(chats.retrieve)
        self.update = async_to_raw_response_wrapper(chats.update)
        self.leave_chat = async_to_raw_response_wrapper(chats.leave_chat)
        self.list_chats = async_to_raw_response_wrapper(chats.list_chats)
        self.mark_as_read = async_to_raw_response_wrapper(chats.mark_as_read)
        self.send_voicememo = async_to_raw_response_wrapper(chats.send_voicememo)
        self.share_contact_card = async_to_raw_response_wrapper(chats.share_contact_card)

    @cached_property
    def background(self) -> AsyncBackgroundResourceWithRawResponse:
        """What is behind the messages of a chat."""
        return self._chats.background.with_raw_response

    @cached_property
    def location(self) -> AsyncLocationResourceWithRawResponse:
        """Where the people of a chat are."""
        return self._chats.location.with_raw_response

    @cached_property
    def messages(self) -> AsyncMessagesResourceWithRawResponse:
        """The messages of a chat."""
        return self._chats.messages.with_raw_response

    @cached_property
    def participants(self) -> AsyncParticipantsResourceWithRawResponse:
        """Who is in a group chat."""
        return self._chats.participants.with_raw_response

    @cached_property
    def polls(self) -> AsyncPollsResourceWithRawResponse:
        """New polls in a chat."""
        return self._chats.polls.with_raw_response

    @cached_property
    def typing(self) -> AsyncTypingResourceWithRawResponse:
        """The typing indicator of a chat."""
        return self._chats.typing.with_raw_response


class ChatsResourceWithStreamingResponse:
    """What `client.chats.with_streaming_response` gives."""

    def __init__(self, chats: ChatsResource) -> None:
        self._chats = chats
        self.create = to_streamed_response_wrapper(chats.create)
        self.retrieve = to_streamed_response_wrapper(chats.retrieve)
        self.update = to_streamed_response_wrapper(chats.update)
        self.leave_chat = to_streamed_response_wrapper(chats.leave_chat)
        self.list_chats = to_streamed_response_wrapper(chats.list_chats)
        self.mark_as_read = to_streamed_response_wrapper(chats.mark_as_read)
        self.send_voicememo = to_streamed_response_wrapper(chats.send_voicememo)
        self.share_contact_card = to_streamed_response_wrapper(chats.share_contact_card)

    @cached_property
    def background(self) -> BackgroundResourceWithStreamingResponse:
        """What is behind the messages of a chat."""
        return self._chats.background.with_streaming_response

    @cached_property
    def location(self) -> LocationResourceWithStreamingResponse:
        """Where the people of a chat are."""
        return self._chats.location.with_streaming_response

    @cached_property
    def messages(self) -> MessagesResourceWithStreamingResponse:
        """The messages of a chat."""
        return self._chats.messages.with_streaming_response

    @cached_property
    def participants(self) -> ParticipantsResourceWithStreamingResponse:
        """Who is in a group chat."""
        return self._chats.participants.with_streaming_response

    @cached_property
    def polls(self) -> PollsResourceWithStreamingResponse:
        """New polls in a chat."""
        return self._chats.polls.with_streaming_response

    @cached_property
    def typing(self) -> TypingResourceWithStreamingResponse:
        """The typing indicator of a chat."""
        return self._chats.typing.with_streaming_response


class AsyncChatsResourceWithStreamingResponse:
    """What `client.chats.with_streaming_response` gives."""

    def __init__(self, chats: AsyncChatsResource) -> None:
        self._chats = chats
        self.create = async_to_streamed_response_wrapper(chats.create)
        self.retrieve = async_to_streamed_response_wrapper(chats.retrieve)
        self.update = async_to_streamed_response_wrapper(chats.update)
        self.leave_chat = async_to_streamed_response_wrapper(chats.leave_chat)
        self.list_chats = async_to_streamed_response_wrapper(chats.list_chats)
        self.mark_as_read = async_to_streamed_response_wrapper(chats.mark_as_read)
        self.send_voicememo = async_to_streamed_response_wrapper(chats.send_voicememo)
        self.share_contact_card = async_to_streamed_response_wrapper(chats.share_contact_card)

    @cached_property
    def background(self) -> AsyncBackgroundResourceWithStreamingResponse:
        """What is behind the messages of a chat."""
        return self._chats.background.with_streaming_response

    @cached_property
    def location(self) -> AsyncLocationResourceWithStreamingResponse:
        """Where the people of a chat are."""
        return self._chats.location.with_streaming_response

    @cached_property
    def messages(self) -> AsyncMessagesResourceWithStreamingResponse:
        """The messages of a chat."""
        return self._chats.messages.with_streaming_response

    @cached_property
    def participants(self) -> AsyncParticipantsResourceWithStreamingResponse:
        """Who is in a group chat."""
        return self._chats.participants.with_streaming_response

    @cached_property
    def polls(self) -> AsyncPollsResourceWithStreamingResponse:
        """New polls in a chat."""
        return self._chats.polls.with_streaming_response

    @cached_property
    def typing(self) -> AsyncTypingResourceWithStreamingResponse:
        """The typing indicator of a chat."""
        return self._chats.typing.with_streaming_response
