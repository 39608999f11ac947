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
    from ..types import ExperienceListResponse, ExperienceRetrieveResponse


class ExperiencesResource(SyncResource):
    """What Linq's own iMessage app can show."""

    @cached_property
    def with_raw_response(self) -> ExperiencesResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return ExperiencesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ExperiencesResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return ExperiencesResourceWithStreamingResponse(self)

    def retrieve(
        self,
        experience: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> ExperienceRetrieveResponse:
        """Gives one experience, with its actions and the parameters of each.

        Args:
            experience: The experience, such as `agentpay`.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/experiences/methods/retrieve/
        """
        reply: ExperienceRetrieveResponse = self._call(
            "experiences.retrieve",
            {"experience": experience},
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
    ) -> ExperienceListResponse:
        """Gives the experiences of your account, with their actions and the parameters of each.

        One is sent as a message: see `ExperienceParam`.

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

        See https://docs.linqapp.com/api/resources/experiences/methods/list/
        """
        reply: ExperienceListResponse = self._call(
            "experiences.list",
            {},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class AsyncExperiencesResource(AsyncResource):
    """What Linq's own iMessage app can show."""

    @cached_property
    def with_raw_response(self) -> AsyncExperiencesResourceWithRawResponse:
        """The same methods, giving the whole response: status, headers, body, and the parsed reply."""
        return AsyncExperiencesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncExperiencesResourceWithStreamingResponse:
        """The same methods, as context managers that give the whole response. Its body has been read by then."""
        return AsyncExperiencesResourceWithStreamingResponse(self)

    async def retrieve(
        self,
        experience: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> ExperienceRetrieveResponse:
        """Gives one experience, with its actions and the parameters of each.

        Args:
            experience: The experience, such as `agentpay`.
            extra_headers: Headers to send as well; they win over those of the client.
            extra_query: Parameters of the query to send as well.
            extra_body: Fields of the JSON body to send as well.
            timeout: Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.

        Raises:
            InvalidArgumentError: An argument is wrong, and nothing was sent. The message starts with the path of its
                field.
            APIStatusError: The API refused the call; its subclasses go by status.
            APIConnectionError: No reply came; `APITimeoutError` if none came in time.

        See https://docs.linqapp.com/api/resources/experiences/methods/retrieve/
        """
        reply: ExperienceRetrieveResponse = await self._call(
            "experiences.retrieve",
            {"experience": experience},
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
    ) -> ExperienceListResponse:
        """Gives the experiences of your account, with their actions and the parameters of each.

        One is sent as a message: see `ExperienceParam`.

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

        See https://docs.linqapp.com/api/resources/experiences/methods/list/
        """
        reply: ExperienceListResponse = await self._call(
            "experiences.list",
            {},
            extra_headers,
            extra_query,
            extra_body,
            timeout,
        )
        return reply


class ExperiencesResourceWithRawResponse:
    """What `client.experiences.with_raw_response` gives."""

    def __init__(self, experiences: ExperiencesResource) -> None:
        self._experiences = experiences
        self.retrieve = to_raw_response_wrapper(experiences.retrieve)
        self.list = to_raw_response_wrapper(experiences.list)


class AsyncExperiencesResourceWithRawResponse:
    """What `client.experiences.with_raw_response` gives."""

    def __init__(self, experiences: AsyncExperiencesResource) -> None:
        self._experiences = experiences
        self.retrieve = async_to_raw_response_wrapper(experiences.retrieve)
        self.list = async_to_raw_response_wrapper(experiences.list)


class ExperiencesResourceWithStreamingResponse:
    """What `client.experiences.with_streaming_response` gives."""

    def __init__(self, experiences: ExperiencesResource) -> None:
        self._experiences = experiences
        self.retrieve = to_streamed_response_wrapper(experiences.retrieve)
        self.list = to_streamed_response_wrapper(experiences.list)


class AsyncExperiencesResourceWithStreamingResponse:
    """What `client.experiences.with_streaming_response` gives."""

    def __init__(self, experiences: AsyncExperiencesResource) -> None:
        self._experiences = experiences
        self.retrieve = async_to_streamed_response_wrapper(experiences.retrieve)
        self.list = async_to_streamed_response_wrapper(experiences.list)
