# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..._call import AsyncResource, SyncResource, lazy_property
from ..._options import not_given, omit
from ..._pages import AsyncListMessagesPagination, SyncListMessagesPagination
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
        AddOrRemove,
        ContinuationMessageParam,
        ExperienceParam,
        IMessageAppLayoutParam,
        IMessageAppParam,
        Message,
        MessageAddReactionResponse,
        MessageContentParam,
        MessageCreateResponse,
        MessageUpdateAppCardResponse,
        MessageUpdateStickerPlacementResponse,
        ReactionType,
        SortOrder,
        StickerPlacementParam,
    )
    from .poll import (
        AsyncPollResource,
        AsyncPollResourceWithRawResponse,
        AsyncPollResourceWithStreamingResponse,
        PollResource,
        PollResourceWithRawResponse,
        PollResourceWithStreamingResponse,
    )


class MessagesResource(SyncResource):
    """Messages, whichever their chat."""

    @lazy_property
    def poll(self) -> PollResource:
        """A poll that was sent."""
        from .poll import PollResource

        return PollResource(self._client)

    @cached_property
    def with_raw_response(self) -> MessagesResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return MessagesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> MessagesResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return MessagesResourceWithStreamingResponse(self)

    def create(
        self,
        *,
        message: MessageContentParam,
        to: SequenceNotStr[str],
        exclude_from: SequenceNotStr[str] | Omit = omit,
        continuation_message: ContinuationMessageParam | Omit = omit,
        override_optout: bool | Omit = omit,
        idempotency_key: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> MessageCreateResponse:
        """Sends a message to one or more recipients, on a line and into a chat that Linq chooses.

        If these recipients have a chat on a line that can send, the message goes there; if they have none, a chat is
        started on the best line; if theirs are on lines that cannot send, a chat is started on another one. The reply
        says which. Unlike that of `client.chats.create`, a first message may hold a link, though it puts the line at
        risk.

        Every send carries an idempotency key in its message, yours or a fresh one. Yours may be given as the message's
        own or as the operation's; two different ones are refused.

        Args:
            message: What to send.
            to: To whom: 1 to 31 phone numbers or e-mail addresses, in any order.
            exclude_from: Lines that are not to be chosen for a new chat. One that is there already stays on its line.
            continuation_message: What to send instead if the recipients had a chat on a line that cannot send any more:
                they hear from a number that is new to them.
            override_optout: Sends although the recipient opted out (code 2024). Only with their renewed consent.
            idempotency_key: What makes a repeated send harmless; made by the client if absent. It is put into the
                message too, where the API looks first.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/methods/create/
        """
        reply: MessageCreateResponse = self._call(
            "messages.create",
            {
                "message": message,
                "to": to,
                "exclude_from": exclude_from,
                "continuation_message": continuation_message,
                "override_optout": override_optout,
                "idempotency_key": idempotency_key,
            },
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def retrieve(
        self,
        message_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> Message:
        """Gives a message as it is now, reactions included.

        Args:
            message_id: The message.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/methods/retrieve/
        """
        reply: Message = self._call(
            "messages.retrieve",
            {"message_id": message_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def update(
        self,
        message_id: str,
        *,
        text: str,
        part_index: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> Message:
        """Edits the text of a message that you sent: up to 5 times, within 15 minutes of sending it.

        Returns the message; `None` if it has been deleted.

        Args:
            message_id: The message.
            text: The new words, 1 to 10,000 characters.
            part_index: Which of its parts, counted from 0; the first unless told otherwise.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/methods/update/
        """
        reply: Message = self._call(
            "messages.update",
            {"message_id": message_id, "text": text, "part_index": part_index},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def delete(
        self,
        message_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> None:
        """Deletes a message from Linq's records. Its recipients still have it.

        Its idempotency key is used up: sending with it again is refused with 404.

        Args:
            message_id: The message.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/methods/delete/
        """
        self._call("messages.delete", {"message_id": message_id}, extra_headers, extra_query, extra_body, timeout)

    def add_reaction(
        self,
        message_id: str,
        *,
        operation: AddOrRemove,
        type: ReactionType,
        attachment_id: str | Omit = omit,
        custom_emoji: str | Omit = omit,
        emoji: str | Omit = omit,
        part_index: int | Omit = omit,
        placement: StickerPlacementParam | Omit = omit,
        url: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> MessageAddReactionResponse:
        """Reacts to a message, or takes a reaction back.

        The reply only says that it is queued. A reaction whose reply was lost is not repeated: stickers stack.

        Args:
            message_id: The message.
            operation: Whether to react or to take a reaction back.
            type: How.
            attachment_id: The image of a sticker, uploaded ahead.
            custom_emoji: The emoji of a `custom` reaction.
            emoji: The emoji that is the sticker.
            part_index: Which part of the message, counted from 0; the first unless told otherwise.
            placement: Where a sticker goes, how large and how turned.
            url: The image of a sticker: the `download_url` of an upload.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/methods/add_reaction/
        """
        reply: MessageAddReactionResponse = self._call(
            "messages.add_reaction",
            {
                "message_id": message_id,
                "operation": operation,
                "type": type,
                "attachment_id": attachment_id,
                "custom_emoji": custom_emoji,
                "emoji": emoji,
                "part_index": part_index,
                "placement": placement,
                "url": url,
            },
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def list_messages_thread(
        self,
        message_id: str,
        *,
        cursor: str | Omit = omit,
        limit: int | Omit = omit,
        order: SortOrder | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> SyncListMessagesPagination[Message]:
        """Gives the thread that a message is in, a page at a time: the message that was answered first, and all
        answers. A message that is in none is given alone.

        Args:
            message_id: Any message of the thread.
            cursor: Where the page starts: the `next_cursor` of the page before.
            limit: How many items a page holds: 1 to 100, 20 unless told otherwise.
            order: Which messages come first; the oldest unless told otherwise.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/methods/list_messages_thread/
        """
        pages: SyncListMessagesPagination[Message] = self._call_page(
            "messages.list_messages_thread",
            {"message_id": message_id, "cursor": cursor, "limit": limit, "order": order},
            SyncListMessagesPagination,
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return pages

    def update_app_card(
        self,
        message_id: str,
        *,
        layout: IMessageAppLayoutParam,
        app: IMessageAppParam | Omit = omit,
        experience: ExperienceParam | Omit = omit,
        fallback_text: str | Omit = omit,
        interactive: bool | Omit = omit,
        url: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> MessageUpdateAppCardResponse:
        """Shows other content on a card of an iMessage app that you sent, in place of the old.

        It counts as a new message, whose identifier the next update has to name. Refused with 409 until the card has
        been sent (`message.sent`). The API takes no idempotency key for it: a call whose reply was lost is not
        repeated.

        Args:
            message_id: The message that the card is.
            layout: What the card is to show.
            app: The app behind the card, which cannot change.
            experience: An action of an experience, in place of a `url`.
            fallback_text: What is shown where the card cannot be; the caption unless told otherwise.
            interactive: Whether recipients who have the app see its live view, which they do unless told otherwise,
                whatever was said of the card before.
            url: What the app is handed when the card is tapped.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/methods/update_app_card/
        """
        reply: MessageUpdateAppCardResponse = self._call(
            "messages.update_app_card",
            {
                "message_id": message_id,
                "layout": layout,
                "app": app,
                "experience": experience,
                "fallback_text": fallback_text,
                "interactive": interactive,
                "url": url,
            },
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def update_sticker_placement(
        self,
        reaction_id: str,
        *,
        message_id: str,
        placement: StickerPlacementParam,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> MessageUpdateStickerPlacementResponse:
        """Moves, scales or turns a sticker that is on a message, for everybody in the chat. What is left out of the
        placement stays as it is.

        Args:
            message_id: The message.
            reaction_id: The sticker: the `id` of the reaction that it is.
            placement: Where it goes, how large and how turned.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/methods/update_sticker_placement/
        """
        reply: MessageUpdateStickerPlacementResponse = self._call(
            "messages.update_sticker_placement",
            {"message_id": message_id, "reaction_id": reaction_id, "placement": placement},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class AsyncMessagesResource(AsyncResource):
    """Messages, whichever their chat."""

    @lazy_property
    def poll(self) -> AsyncPollResource:
        """A poll that was sent."""
        from .poll import AsyncPollResource

        return AsyncPollResource(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncMessagesResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncMessagesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncMessagesResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncMessagesResourceWithStreamingResponse(self)

    async def create(
        self,
        *,
        message: MessageContentParam,
        to: SequenceNotStr[str],
        exclude_from: SequenceNotStr[str] | Omit = omit,
        continuation_message: ContinuationMessageParam | Omit = omit,
        override_optout: bool | Omit = omit,
        idempotency_key: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> MessageCreateResponse:
        """Sends a message to one or more recipients, on a line and into a chat that Linq chooses.

        If these recipients have a chat on a line that can send, the message goes there; if they have none, a chat is
        started on the best line; if theirs are on lines that cannot send, a chat is started on another one. The reply
        says which. Unlike that of `client.chats.create`, a first message may hold a link, though it puts the line at
        risk.

        Every send carries an idempotency key in its message, yours or a fresh one. Yours may be given as the message's
        own or as the operation's; two different ones are refused.

        Args:
            message: What to send.
            to: To whom: 1 to 31 phone numbers or e-mail addresses, in any order.
            exclude_from: Lines that are not to be chosen for a new chat. One that is there already stays on its line.
            continuation_message: What to send instead if the recipients had a chat on a line that cannot send any more:
                they hear from a number that is new to them.
            override_optout: Sends although the recipient opted out (code 2024). Only with their renewed consent.
            idempotency_key: What makes a repeated send harmless; made by the client if absent. It is put into the
                message too, where the API looks first.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/methods/create/
        """
        reply: MessageCreateResponse = await self._call(
            "messages.create",
            {
                "message": message,
                "to": to,
                "exclude_from": exclude_from,
                "continuation_message": continuation_message,
                "override_optout": override_optout,
                "idempotency_key": idempotency_key,
            },
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def retrieve(
        self,
        message_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> Message:
        """Gives a message as it is now, reactions included.

        Args:
            message_id: The message.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/methods/retrieve/
        """
        reply: Message = await self._call(
            "messages.retrieve",
            {"message_id": message_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def update(
        self,
        message_id: str,
        *,
        text: str,
        part_index: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> Message:
        """Edits the text of a message that you sent: up to 5 times, within 15 minutes of sending it.

        Returns the message; `None` if it has been deleted.

        Args:
            message_id: The message.
            text: The new words, 1 to 10,000 characters.
            part_index: Which of its parts, counted from 0; the first unless told otherwise.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/methods/update/
        """
        reply: Message = await self._call(
            "messages.update",
            {"message_id": message_id, "text": text, "part_index": part_index},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def delete(
        self,
        message_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> None:
        """Deletes a message from Linq's records. Its recipients still have it.

        Its idempotency key is used up: sending with it again is refused with 404.

        Args:
            message_id: The message.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/methods/delete/
        """
        await self._call("messages.delete", {"message_id": message_id}, extra_headers, extra_query, extra_body, timeout)

    async def add_reaction(
        self,
        message_id: str,
        *,
        operation: AddOrRemove,
        type: ReactionType,
        attachment_id: str | Omit = omit,
        custom_emoji: str | Omit = omit,
        emoji: str | Omit = omit,
        part_index: int | Omit = omit,
        placement: StickerPlacementParam | Omit = omit,
        url: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> MessageAddReactionResponse:
        """Reacts to a message, or takes a reaction back.

        The reply only says that it is queued. A reaction whose reply was lost is not repeated: stickers stack.

        Args:
            message_id: The message.
            operation: Whether to react or to take a reaction back.
            type: How.
            attachment_id: The image of a sticker, uploaded ahead.
            custom_emoji: The emoji of a `custom` reaction.
            emoji: The emoji that is the sticker.
            part_index: Which part of the message, counted from 0; the first unless told otherwise.
            placement: Where a sticker goes, how large and how turned.
            url: The image of a sticker: the `download_url` of an upload.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/methods/add_reaction/
        """
        reply: MessageAddReactionResponse = await self._call(
            "messages.add_reaction",
            {
                "message_id": message_id,
                "operation": operation,
                "type": type,
                "attachment_id": attachment_id,
                "custom_emoji": custom_emoji,
                "emoji": emoji,
                "part_index": part_index,
                "placement": placement,
                "url": url,
            },
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def list_messages_thread(
        self,
        message_id: str,
        *,
        cursor: str | Omit = omit,
        limit: int | Omit = omit,
        order: SortOrder | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> AsyncPaginator[Message, AsyncListMessagesPagination[Message]]:
        """Gives the thread that a message is in, a page at a time: the message that was answered first, and all
        answers. A message that is in none is given alone.

        Args:
            message_id: Any message of the thread.
            cursor: Where the page starts: the `next_cursor` of the page before.
            limit: How many items a page holds: 1 to 100, 20 unless told otherwise.
            order: Which messages come first; the oldest unless told otherwise.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/methods/list_messages_thread/
        """
        pages: AsyncPaginator[Message, AsyncListMessagesPagination[Message]] = self._call_page(
            "messages.list_messages_thread",
            {"message_id": message_id, "cursor": cursor, "limit": limit, "order": order},
            AsyncListMessagesPagination,
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return pages

    async def update_app_card(
        self,
        message_id: str,
        *,
        layout: IMessageAppLayoutParam,
        app: IMessageAppParam | Omit = omit,
        experience: ExperienceParam | Omit = omit,
        fallback_text: str | Omit = omit,
        interactive: bool | Omit = omit,
        url: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> MessageUpdateAppCardResponse:
        """Shows other content on a card of an iMessage app that you sent, in place of the old.

        It counts as a new message, whose identifier the next update has to name. Refused with 409 until the card has
        been sent (`message.sent`). The API takes no idempotency key for it: a call whose reply was lost is not
        repeated.

        Args:
            message_id: The message that the card is.
            layout: What the card is to show.
            app: The app behind the card, which cannot change.
            experience: An action of an experience, in place of a `url`.
            fallback_text: What is shown where the card cannot be; the caption unless told otherwise.
            interactive: Whether recipients who have the app see its live view, which they do unless told otherwise,
                whatever was said of the card before.
            url: What the app is handed when the card is tapped.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/methods/update_app_card/
        """
        reply: MessageUpdateAppCardResponse = await self._call(
            "messages.update_app_card",
            {
                "message_id": message_id,
                "layout": layout,
                "app": app,
                "experience": experience,
                "fallback_text": fallback_text,
                "interactive": interactive,
                "url": url,
            },
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def update_sticker_placement(
        self,
        reaction_id: str,
        *,
        message_id: str,
        placement: StickerPlacementParam,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> MessageUpdateStickerPlacementResponse:
        """Moves, scales or turns a sticker that is on a message, for everybody in the chat. What is left out of the
        placement stays as it is.

        Args:
            message_id: The message.
            reaction_id: The sticker: the `id` of the reaction that it is.
            placement: Where it goes, how large and how turned.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/messages/methods/update_sticker_placement/
        """
        reply: MessageUpdateStickerPlacementResponse = await self._call(
            "messages.update_sticker_placement",
            {"message_id": message_id, "reaction_id": reaction_id, "placement": placement},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class MessagesResourceWithRawResponse:
    """What `client.messages.with_raw_response` gives."""

    def __init__(self, messages: MessagesResource) -> None:
        self._messages = messages
        self.create = to_raw_response_wrapper(messages.create)
        self.retrieve = to_raw_response_wrapper(messages.retrieve)
        self.update = to_raw_response_wrapper(messages.update)
        self.delete = to_raw_response_wrapper(messages.delete)
        self.add_reaction = to_raw_response_wrapper(messages.add_reaction)
        self.list_messages_thread = to_raw_response_wrapper(messages.list_messages_thread)
        self.update_app_card = to_raw_response_wrapper(messages.update_app_card)
        self.update_sticker_placement = to_raw_response_wrapper(messages.update_sticker_placement)

    @cached_property
    def poll(self) -> PollResourceWithRawResponse:
        """A poll that was sent."""
        return self._messages.poll.with_raw_response


class AsyncMessagesResourceWithRawResponse:
    """What `client.messages.with_raw_response` gives."""

    def __init__(self, messages: AsyncMessagesResource) -> None:
        self._messages = messages
        self.create = async_to_raw_response_wrapper(messages.create)
        self.retrieve = async_to_raw_response_wrapper(messages.retrieve)
        self.update = async_to_raw_response_wrapper(messages.update)
        self.delete = async_to_raw_response_wrapper(messages.delete)
        self.add_reaction = async_to_raw_response_wrapper(messages.add_reaction)
        self.list_messages_thread = async_to_raw_response_wrapper(messages.list_messages_thread)
        self.update_app_card = async_to_raw_response_wrapper(messages.update_app_card)
        self.update_sticker_placement = async_to_raw_response_wrapper(messages.update_sticker_placement)

    @cached_property
    def poll(self) -> AsyncPollResourceWithRawResponse:
        """A poll that was sent."""
        return self._messages.poll.with_raw_response


class MessagesResourceWithStreamingResponse:
    """What `client.messages.with_streaming_response` gives."""

    def __init__(self, messages: MessagesResource) -> None:
        self._messages = messages
        self.create = to_streamed_response_wrapper(messages.create)
        self.retrieve = to_streamed_response_wrapper(messages.retrieve)
        self.update = to_streamed_response_wrapper(messages.update)
        self.delete = to_streamed_response_wrapper(messages.delete)
        self.add_reaction = to_streamed_response_wrapper(messages.add_reaction)
        self.list_messages_thread = to_streamed_response_wrapper(messages.list_messages_thread)
        self.update_app_card = to_streamed_response_wrapper(messages.update_app_card)
        self.update_sticker_placement = to_streamed_response_wrapper(messages.update_sticker_placement)

    @cached_property
    def poll(self) -> PollResourceWithStreamingResponse:
        """A poll that was sent."""
        return self._messages.poll.with_streaming_response


class AsyncMessagesResourceWithStreamingResponse:
    """What `client.messages.with_streaming_response` gives."""

    def __init__(self, messages: AsyncMessagesResource) -> None:
        self._messages = messages
        self.create = async_to_streamed_response_wrapper(messages.create)
        self.retrieve = async_to_streamed_response_wrapper(messages.retrieve)
        self.update = async_to_streamed_response_wrapper(messages.update)
        self.delete = async_to_streamed_response_wrapper(messages.delete)
        self.add_reaction = async_to_streamed_response_wrapper(messages.add_reaction)
        self.list_messages_thread = async_to_streamed_response_wrapper(messages.list_messages_thread)
        self.update_app_card = async_to_streamed_response_wrapper(messages.update_app_card)
        self.update_sticker_placement = async_to_streamed_response_wrapper(messages.update_sticker_placement)

    @cached_property
    def poll(self) -> AsyncPollResourceWithStreamingResponse:
        """A poll that was sent."""
        return self._messages.poll.with_streaming_response
