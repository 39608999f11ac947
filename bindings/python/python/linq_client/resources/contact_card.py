# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._call import AsyncResource, SyncResource
from .._options import not_given, omit
from .._response import (
    async_to_raw_response_wrapper,
    async_to_streamed_response_wrapper,
    to_raw_response_wrapper,
    to_streamed_response_wrapper,
)

if TYPE_CHECKING:
    from .._options import Body, Headers, NotGiven, Omit, Query
    from ..types import ContactCardRetrieveResponse, SetContactCard


class ContactCardResource(SyncResource):
    """The name and photo that your lines show."""

    @cached_property
    def with_raw_response(self) -> ContactCardResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return ContactCardResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ContactCardResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return ContactCardResourceWithStreamingResponse(self)

    def create(
        self,
        *,
        first_name: str,
        phone_number: str,
        image_url: str | Omit = omit,
        last_name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> SetContactCard:
        """Gives one of your lines a contact card; once, since a line that has one is refused (code 2014).

        Creating and updating share 3 calls in 10 minutes for a line. A rate limit further on is reported as code 4004:
        it is not tried again, since that would extend it.

        Args:
            first_name: The first name.
            phone_number: The line.
            image_url: The photo's address.
            last_name: The last name.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/contact_card/methods/create/
        """
        reply: SetContactCard = self._call(
            "contact_card.create",
            {"first_name": first_name, "phone_number": phone_number, "image_url": image_url, "last_name": last_name},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def retrieve(
        self,
        *,
        phone_number: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> ContactCardRetrieveResponse:
        """Gives the contact cards of your lines, or of one of them.

        Args:
            phone_number: Only the card of this line.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/contact_card/methods/retrieve/
        """
        reply: ContactCardRetrieveResponse = self._call(
            "contact_card.retrieve",
            {"phone_number": phone_number},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def update(
        self,
        *,
        phone_number: str,
        first_name: str | Omit = omit,
        image_url: str | Omit = omit,
        last_name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> SetContactCard:
        """Changes the contact card of one of your lines. What is left out stays as it is.

        Creating and updating share 3 calls in 10 minutes for a line. A rate limit further on is reported as code 4004:
        it is not tried again, since that would extend it.

        Args:
            phone_number: The line.
            first_name: The first name.
            image_url: The photo's address.
            last_name: The last name.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/contact_card/methods/update/
        """
        reply: SetContactCard = self._call(
            "contact_card.update",
            {"phone_number": phone_number, "first_name": first_name, "image_url": image_url, "last_name": last_name},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class AsyncContactCardResource(AsyncResource):
    """The name and photo that your lines show."""

    @cached_property
    def with_raw_response(self) -> AsyncContactCardResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncContactCardResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncContactCardResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncContactCardResourceWithStreamingResponse(self)

    async def create(
        self,
        *,
        first_name: str,
        phone_number: str,
        image_url: str | Omit = omit,
        last_name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> SetContactCard:
        """Gives one of your lines a contact card; once, since a line that has one is refused (code 2014).

        Creating and updating share 3 calls in 10 minutes for a line. A rate limit further on is reported as code 4004:
        it is not tried again, since that would extend it.

        Args:
            first_name: The first name.
            phone_number: The line.
            image_url: The photo's address.
            last_name: The last name.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/contact_card/methods/create/
        """
        reply: SetContactCard = await self._call(
            "contact_card.create",
            {"first_name": first_name, "phone_number": phone_number, "image_url": image_url, "last_name": last_name},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def retrieve(
        self,
        *,
        phone_number: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> ContactCardRetrieveResponse:
        """Gives the contact cards of your lines, or of one of them.

        Args:
            phone_number: Only the card of this line.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/contact_card/methods/retrieve/
        """
        reply: ContactCardRetrieveResponse = await self._call(
            "contact_card.retrieve",
            {"phone_number": phone_number},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def update(
        self,
        *,
        phone_number: str,
        first_name: str | Omit = omit,
        image_url: str | Omit = omit,
        last_name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> SetContactCard:
        """Changes the contact card of one of your lines. What is left out stays as it is.

        Creating and updating share 3 calls in 10 minutes for a line. A rate limit further on is reported as code 4004:
        it is not tried again, since that would extend it.

        Args:
            phone_number: The line.
            first_name: The first name.
            image_url: The photo's address.
            last_name: The last name.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/contact_card/methods/update/
        """
        reply: SetContactCard = await self._call(
            "contact_card.update",
            {"phone_number": phone_number, "first_name": first_name, "image_url": image_url, "last_name": last_name},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class ContactCardResourceWithRawResponse:
    """What `client.contact_card.with_raw_response` gives."""

    def __init__(self, contact_card: ContactCardResource) -> None:
        self._contact_card = contact_card
        self.create = to_raw_response_wrapper(contact_card.create)
        self.retrieve = to_raw_response_wrapper(contact_card.retrieve)
        self.update = to_raw_response_wrapper(contact_card.update)


class AsyncContactCardResourceWithRawResponse:
    """What `client.contact_card.with_raw_response` gives."""

    def __init__(self, contact_card: AsyncContactCardResource) -> None:
        self._contact_card = contact_card
        self.create = async_to_raw_response_wrapper(contact_card.create)
        self.retrieve = async_to_raw_response_wrapper(contact_card.retrieve)
        self.update = async_to_raw_response_wrapper(contact_card.update)


class ContactCardResourceWithStreamingResponse:
    """What `client.contact_card.with_streaming_response` gives."""

    def __init__(self, contact_card: ContactCardResource) -> None:
        self._contact_card = contact_card
        self.create = to_streamed_response_wrapper(contact_card.create)
        self.retrieve = to_streamed_response_wrapper(contact_card.retrieve)
        self.update = to_streamed_response_wrapper(contact_card.update)


class AsyncContactCardResourceWithStreamingResponse:
    """What `client.contact_card.with_streaming_response` gives."""

    def __init__(self, contact_card: AsyncContactCardResource) -> None:
        self._contact_card = contact_card
        self.create = async_to_streamed_response_wrapper(contact_card.create)
        self.retrieve = async_to_streamed_response_wrapper(contact_card.retrieve)
        self.update = async_to_streamed_response_wrapper(contact_card.update)
