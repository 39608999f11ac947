# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

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
    from ..types import PhoneNumberListResponse, PhoneNumberUpdateResponse, ReputationAudit, ReputationAuditStarted


class PhoneNumbersResource(SyncResource):
    """Your lines."""

    @cached_property
    def with_raw_response(self) -> PhoneNumbersResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return PhoneNumbersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> PhoneNumbersResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return PhoneNumbersResourceWithStreamingResponse(self)

    def update(
        self,
        phone_number_id: str,
        *,
        forwarding_number: str | None,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PhoneNumberUpdateResponse:
        """Says where calls to one of your lines are forwarded.

        Args:
            phone_number_id: The line.
            forwarding_number: Where to; `None` or an empty text ends it.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/phone_numbers/methods/update/
        """
        reply: PhoneNumberUpdateResponse = self._call(
            "phone_numbers.update",
            {"phone_number_id": phone_number_id, "forwarding_number": forwarding_number},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PhoneNumberListResponse:
        """Gives the lines that your key may send from, with their reputation.

        Args:
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/phone_numbers/methods/list/
        """
        reply: PhoneNumberListResponse = self._call(
            "phone_numbers.list",
            {},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def get_reputation_audit(
        self,
        audit_id: str,
        *,
        phone_number: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> ReputationAudit:
        """Gives an audit of a line's reputation, and its report once that is complete; for 24 hours.

        Args:
            phone_number: The line.
            audit_id: The audit.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/phone_numbers/methods/get_reputation_audit/
        """
        reply: ReputationAudit = self._call(
            "phone_numbers.get_reputation_audit",
            {"phone_number": phone_number, "audit_id": audit_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    def start_reputation_audit(
        self,
        phone_number: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> ReputationAuditStarted:
        """Starts an audit of a line's reputation. Its report is read with the `audit_id` of the reply.

        While one is under way, starting another gives that one. After it there is a pause before the next (code 1007).

        Args:
            phone_number: The line.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/phone_numbers/methods/start_reputation_audit/
        """
        reply: ReputationAuditStarted = self._call(
            "phone_numbers.start_reputation_audit",
            {"phone_number": phone_number},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class AsyncPhoneNumbersResource(AsyncResource):
    """Your lines."""

    @cached_property
    def with_raw_response(self) -> AsyncPhoneNumbersResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncPhoneNumbersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncPhoneNumbersResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncPhoneNumbersResourceWithStreamingResponse(self)

    async def update(
        self,
        phone_number_id: str,
        *,
        forwarding_number: str | None,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PhoneNumberUpdateResponse:
        """Says where calls to one of your lines are forwarded.

        Args:
            phone_number_id: The line.
            forwarding_number: Where to; `None` or an empty text ends it.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/phone_numbers/methods/update/
        """
        reply: PhoneNumberUpdateResponse = await self._call(
            "phone_numbers.update",
            {"phone_number_id": phone_number_id, "forwarding_number": forwarding_number},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> PhoneNumberListResponse:
        """Gives the lines that your key may send from, with their reputation.

        Args:
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/phone_numbers/methods/list/
        """
        reply: PhoneNumberListResponse = await self._call(
            "phone_numbers.list",
            {},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def get_reputation_audit(
        self,
        audit_id: str,
        *,
        phone_number: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> ReputationAudit:
        """Gives an audit of a line's reputation, and its report once that is complete; for 24 hours.

        Args:
            phone_number: The line.
            audit_id: The audit.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/phone_numbers/methods/get_reputation_audit/
        """
        reply: ReputationAudit = await self._call(
            "phone_numbers.get_reputation_audit",
            {"phone_number": phone_number, "audit_id": audit_id},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply

    async def start_reputation_audit(
        self,
        phone_number: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> ReputationAuditStarted:
        """Starts an audit of a line's reputation. Its report is read with the `audit_id` of the reply.

        While one is under way, starting another gives that one. After it there is a pause before the next (code 1007).

        Args:
            phone_number: The line.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/phone_numbers/methods/start_reputation_audit/
        """
        reply: ReputationAuditStarted = await self._call(
            "phone_numbers.start_reputation_audit",
            {"phone_number": phone_number},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class PhoneNumbersResourceWithRawResponse:
    """What `client.phone_numbers.with_raw_response` gives."""

    def __init__(self, phone_numbers: PhoneNumbersResource) -> None:
        self._phone_numbers = phone_numbers
        self.update = to_raw_response_wrapper(phone_numbers.update)
        self.list = to_raw_response_wrapper(phone_numbers.list)
        self.get_reputation_audit = to_raw_response_wrapper(phone_numbers.get_reputation_audit)
        self.start_reputation_audit = to_raw_response_wrapper(phone_numbers.start_reputation_audit)


class AsyncPhoneNumbersResourceWithRawResponse:
    """What `client.phone_numbers.with_raw_response` gives."""

    def __init__(self, phone_numbers: AsyncPhoneNumbersResource) -> None:
        self._phone_numbers = phone_numbers
        self.update = async_to_raw_response_wrapper(phone_numbers.update)
        self.list = async_to_raw_response_wrapper(phone_numbers.list)
        self.get_reputation_audit = async_to_raw_response_wrapper(phone_numbers.get_reputation_audit)
        self.start_reputation_audit = async_to_raw_response_wrapper(phone_numbers.start_reputation_audit)


class PhoneNumbersResourceWithStreamingResponse:
    """What `client.phone_numbers.with_streaming_response` gives."""

    def __init__(self, phone_numbers: PhoneNumbersResource) -> None:
        self._phone_numbers = phone_numbers
        self.update = to_streamed_response_wrapper(phone_numbers.update)
        self.list = to_streamed_response_wrapper(phone_numbers.list)
        self.get_reputation_audit = to_streamed_response_wrapper(phone_numbers.get_reputation_audit)
        self.start_reputation_audit = to_streamed_response_wrapper(phone_numbers.start_reputation_audit)


class AsyncPhoneNumbersResourceWithStreamingResponse:
    """What `client.phone_numbers.with_streaming_response` gives."""

    def __init__(self, phone_numbers: AsyncPhoneNumbersResource) -> None:
        self._phone_numbers = phone_numbers
        self.update = async_to_streamed_response_wrapper(phone_numbers.update)
        self.list = async_to_streamed_response_wrapper(phone_numbers.list)
        self.get_reputation_audit = async_to_streamed_response_wrapper(phone_numbers.get_reputation_audit)
        self.start_reputation_audit = async_to_streamed_response_wrapper(phone_numbers.start_reputation_audit)
