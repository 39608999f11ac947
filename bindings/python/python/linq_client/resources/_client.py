# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from .._call import lazy_property

if TYPE_CHECKING:
    from .._client import AsyncLinq, Linq
    from .attachments import (
        AsyncAttachmentsResource,
        AsyncAttachmentsResourceWithRawResponse,
        AsyncAttachmentsResourceWithStreamingResponse,
        AttachmentsResource,
        AttachmentsResourceWithRawResponse,
        AttachmentsResourceWithStreamingResponse,
    )
    from .available_number import (
        AsyncAvailableNumberResource,
        AsyncAvailableNumberResourceWithRawResponse,
        AsyncAvailableNumberResourceWithStreamingResponse,
        AvailableNumberResource,
        AvailableNumberResourceWithRawResponse,
        AvailableNumberResourceWithStreamingResponse,
    )
    from .blocked_handles import (
        AsyncBlockedHandlesResource,
        AsyncBlockedHandlesResourceWithRawResponse,
        AsyncBlockedHandlesResourceWithStreamingResponse,
        BlockedHandlesResource,
        BlockedHandlesResourceWithRawResponse,
        BlockedHandlesResourceWithStreamingResponse,
    )
    from .capability import (
        AsyncCapabilityResource,
        AsyncCapabilityResourceWithRawResponse,
        AsyncCapabilityResourceWithStreamingResponse,
        CapabilityResource,
        CapabilityResourceWithRawResponse,
        CapabilityResourceWithStreamingResponse,
    )
    from .chats.chats import (
        AsyncChatsResource,
        AsyncChatsResourceWithRawResponse,
        AsyncChatsResourceWithStreamingResponse,
        ChatsResource,
        ChatsResourceWithRawResponse,
        ChatsResourceWithStreamingResponse,
    )
    from .contact_card import (
        AsyncContactCardResource,
        AsyncContactCardResourceWithRawResponse,
        AsyncContactCardResourceWithStreamingResponse,
        ContactCardResource,
        ContactCardResourceWithRawResponse,
        ContactCardResourceWithStreamingResponse,
    )
    from .experiences import (
        AsyncExperiencesResource,
        AsyncExperiencesResourceWithRawResponse,
        AsyncExperiencesResourceWithStreamingResponse,
        ExperiencesResource,
        ExperiencesResourceWithRawResponse,
        ExperiencesResourceWithStreamingResponse,
    )
    from .messages.messages import (
        AsyncMessagesResource,
        AsyncMessagesResourceWithRawResponse,
        AsyncMessagesResourceWithStreamingResponse,
        MessagesResource,
        MessagesResourceWithRawResponse,
        MessagesResourceWithStreamingResponse,
    )
    from .payment_handles import (
        AsyncPaymentHandlesResource,
        AsyncPaymentHandlesResourceWithRawResponse,
        AsyncPaymentHandlesResourceWithStreamingResponse,
        PaymentHandlesResource,
        PaymentHandlesResourceWithRawResponse,
        PaymentHandlesResourceWithStreamingResponse,
    )
    from .payment_providers import (
        AsyncPaymentProvidersResource,
        AsyncPaymentProvidersResourceWithRawResponse,
        AsyncPaymentProvidersResourceWithStreamingResponse,
        PaymentProvidersResource,
        PaymentProvidersResourceWithRawResponse,
        PaymentProvidersResourceWithStreamingResponse,
    )
    from .payment_requests import (
        AsyncPaymentRequestsResource,
        AsyncPaymentRequestsResourceWithRawResponse,
        AsyncPaymentRequestsResourceWithStreamingResponse,
        PaymentRequestsResource,
        PaymentRequestsResourceWithRawResponse,
        PaymentRequestsResourceWithStreamingResponse,
    )
    from .payments import (
        AsyncPaymentsResource,
        AsyncPaymentsResourceWithRawResponse,
        AsyncPaymentsResourceWithStreamingResponse,
        PaymentsResource,
        PaymentsResourceWithRawResponse,
        PaymentsResourceWithStreamingResponse,
    )
    from .phone_numbers import (
        AsyncPhoneNumbersResource,
        AsyncPhoneNumbersResourceWithRawResponse,
        AsyncPhoneNumbersResourceWithStreamingResponse,
        PhoneNumbersResource,
        PhoneNumbersResourceWithRawResponse,
        PhoneNumbersResourceWithStreamingResponse,
    )
    from .phonenumbers import (
        AsyncPhonenumbersResource,
        AsyncPhonenumbersResourceWithRawResponse,
        AsyncPhonenumbersResourceWithStreamingResponse,
        PhonenumbersResource,
        PhonenumbersResourceWithRawResponse,
        PhonenumbersResourceWithStreamingResponse,
    )
    from .webhook_events import (
        AsyncWebhookEventsResource,
        AsyncWebhookEventsResourceWithRawResponse,
        AsyncWebhookEventsResourceWithStreamingResponse,
        WebhookEventsResource,
        WebhookEventsResourceWithRawResponse,
        WebhookEventsResourceWithStreamingResponse,
    )
    from .webhook_subscriptions import (
        AsyncWebhookSubscriptionsResource,
        AsyncWebhookSubscriptionsResourceWithRawResponse,
        AsyncWebhookSubscriptionsResourceWithStreamingResponse,
        WebhookSubscriptionsResource,
        WebhookSubscriptionsResourceWithRawResponse,
        WebhookSubscriptionsResourceWithStreamingResponse,
    )


class SyncResources:
    """The resources of `Linq`, each made when it is first asked for."""

    @lazy_property
    def attachments(self) -> AttachmentsResource:
        """Files to send, and files that were sent or received."""
        from .attachments import AttachmentsResource

        return AttachmentsResource(cast("Linq", self))

    @lazy_property
    def available_number(self) -> AvailableNumberResource:
        """The line that is best to send from."""
        from .available_number import AvailableNumberResource

        return AvailableNumberResource(cast("Linq", self))

    @lazy_property
    def blocked_handles(self) -> BlockedHandlesResource:
        """Whom you have blocked."""
        from .blocked_handles import BlockedHandlesResource

        return BlockedHandlesResource(cast("Linq", self))

    @lazy_property
    def capability(self) -> CapabilityResource:
        """Which services reach somebody."""
        from .capability import CapabilityResource

        return CapabilityResource(cast("Linq", self))

    @lazy_property
    def chats(self) -> ChatsResource:
        """Conversations, direct and group."""
        from .chats.chats import ChatsResource

        return ChatsResource(cast("Linq", self))

    @lazy_property
    def contact_card(self) -> ContactCardResource:
        """The name and photo that your lines show."""
        from .contact_card import ContactCardResource

        return ContactCardResource(cast("Linq", self))

    @lazy_property
    def experiences(self) -> ExperiencesResource:
        """What Linq's own iMessage app can show."""
        from .experiences import ExperiencesResource

        return ExperiencesResource(cast("Linq", self))

    @lazy_property
    def messages(self) -> MessagesResource:
        """Messages, whichever their chat."""
        from .messages.messages import MessagesResource

        return MessagesResource(cast("Linq", self))

    @lazy_property
    def payment_handles(self) -> PaymentHandlesResource:
        """Customers for whom an agent may pay."""
        from .payment_handles import PaymentHandlesResource

        return PaymentHandlesResource(cast("Linq", self))

    @lazy_property
    def payment_providers(self) -> PaymentProvidersResource:
        """Your accounts at payment providers."""
        from .payment_providers import PaymentProvidersResource

        return PaymentProvidersResource(cast("Linq", self))

    @lazy_property
    def payment_requests(self) -> PaymentRequestsResource:
        """Requests for money."""
        from .payment_requests import PaymentRequestsResource

        return PaymentRequestsResource(cast("Linq", self))

    @lazy_property
    def payments(self) -> PaymentsResource:
        """Payments that an agent makes for a customer."""
        from .payments import PaymentsResource

        return PaymentsResource(cast("Linq", self))

    @lazy_property
    def phone_numbers(self) -> PhoneNumbersResource:
        """Your lines."""
        from .phone_numbers import PhoneNumbersResource

        return PhoneNumbersResource(cast("Linq", self))

    @lazy_property
    def phonenumbers(self) -> PhonenumbersResource:
        """Your lines, deprecated by the API in favour of `phone_numbers`."""
        from .phonenumbers import PhonenumbersResource

        return PhonenumbersResource(cast("Linq", self))

    @lazy_property
    def webhook_events(self) -> WebhookEventsResource:
        """The kinds of webhook events."""
        from .webhook_events import WebhookEventsResource

        return WebhookEventsResource(cast("Linq", self))

    @lazy_property
    def webhook_subscriptions(self) -> WebhookSubscriptionsResource:
        """Where webhook events are delivered."""
        from .webhook_subscriptions import WebhookSubscriptionsResource

        return WebhookSubscriptionsResource(cast("Linq", self))


class AsyncResources:
    """The resources of `AsyncLinq`, each made when it is first asked for."""

    @lazy_property
    def attachments(self) -> AsyncAttachmentsResource:
        """Files to send, and files that were sent or received."""
        from .attachments import AsyncAttachmentsResource

        return AsyncAttachmentsResource(cast("AsyncLinq", self))

    @lazy_property
    def available_number(self) -> AsyncAvailableNumberResource:
        """The line that is best to send from."""
        from .available_number import AsyncAvailableNumberResource

        return AsyncAvailableNumberResource(cast("AsyncLinq", self))

    @lazy_property
    def blocked_handles(self) -> AsyncBlockedHandlesResource:
        """Whom you have blocked."""
        from .blocked_handles import AsyncBlockedHandlesResource

        return AsyncBlockedHandlesResource(cast("AsyncLinq", self))

    @lazy_property
    def capability(self) -> AsyncCapabilityResource:
        """Which services reach somebody."""
        from .capability import AsyncCapabilityResource

        return AsyncCapabilityResource(cast("AsyncLinq", self))

    @lazy_property
    def chats(self) -> AsyncChatsResource:
        """Conversations, direct and group."""
        from .chats.chats import AsyncChatsResource

        return AsyncChatsResource(cast("AsyncLinq", self))

    @lazy_property
    def contact_card(self) -> AsyncContactCardResource:
        """The name and photo that your lines show."""
        from .contact_card import AsyncContactCardResource

        return AsyncContactCardResource(cast("AsyncLinq", self))

    @lazy_property
    def experiences(self) -> AsyncExperiencesResource:
        """What Linq's own iMessage app can show."""
        from .experiences import AsyncExperiencesResource

        return AsyncExperiencesResource(cast("AsyncLinq", self))

    @lazy_property
    def messages(self) -> AsyncMessagesResource:
        """Messages, whichever their chat."""
        from .messages.messages import AsyncMessagesResource

        return AsyncMessagesResource(cast("AsyncLinq", self))

    @lazy_property
    def payment_handles(self) -> AsyncPaymentHandlesResource:
        """Customers for whom an agent may pay."""
        from .payment_handles import AsyncPaymentHandlesResource

        return AsyncPaymentHandlesResource(cast("AsyncLinq", self))

    @lazy_property
    def payment_providers(self) -> AsyncPaymentProvidersResource:
        """Your accounts at payment providers."""
        from .payment_providers import AsyncPaymentProvidersResource

        return AsyncPaymentProvidersResource(cast("AsyncLinq", self))

    @lazy_property
    def payment_requests(self) -> AsyncPaymentRequestsResource:
        """Requests for money."""
        from .payment_requests import AsyncPaymentRequestsResource

        return AsyncPaymentRequestsResource(cast("AsyncLinq", self))

    @lazy_property
    def payments(self) -> AsyncPaymentsResource:
        """Payments that an agent makes for a customer."""
        from .payments import AsyncPaymentsResource

        return AsyncPaymentsResource(cast("AsyncLinq", self))

    @lazy_property
    def phone_numbers(self) -> AsyncPhoneNumbersResource:
        """Your lines."""
        from .phone_numbers import AsyncPhoneNumbersResource

        return AsyncPhoneNumbersResource(cast("AsyncLinq", self))

    @lazy_property
    def phonenumbers(self) -> AsyncPhonenumbersResource:
        """Your lines, deprecated by the API in favour of `phone_numbers`."""
        from .phonenumbers import AsyncPhonenumbersResource

        return AsyncPhonenumbersResource(cast("AsyncLinq", self))

    @lazy_property
    def webhook_events(self) -> AsyncWebhookEventsResource:
        """The kinds of webhook events."""
        from .webhook_events import AsyncWebhookEventsResource

        return AsyncWebhookEventsResource(cast("AsyncLinq", self))

    @lazy_property
    def webhook_subscriptions(self) -> AsyncWebhookSubscriptionsResource:
        """Where webhook events are delivered."""
        from .webhook_subscriptions import AsyncWebhookSubscriptionsResource

        return AsyncWebhookSubscriptionsResource(cast("AsyncLinq", self))


class LinqWithRawResponse:
    """What `client.with_raw_response` gives."""

    def __init__(self, client: SyncResources) -> None:
        self._client = client

    @cached_property
    def attachments(self) -> AttachmentsResourceWithRawResponse:
        """Files to send, and files that were sent or received."""
        return self._client.attachments.with_raw_response

    @cached_property
    def available_number(self) -> AvailableNumberResourceWithRawResponse:
        """The line that is best to send from."""
        return self._client.available_number.with_raw_response

    @cached_property
    def blocked_handles(self) -> BlockedHandlesResourceWithRawResponse:
        """Whom you have blocked."""
        return self._client.blocked_handles.with_raw_response

    @cached_property
    def capability(self) -> CapabilityResourceWithRawResponse:
        """Which services reach somebody."""
        return self._client.capability.with_raw_response

    @cached_property
    def chats(self) -> ChatsResourceWithRawResponse:
        """Conversations, direct and group."""
        return self._client.chats.with_raw_response

    @cached_property
    def contact_card(self) -> ContactCardResourceWithRawResponse:
        """The name and photo that your lines show."""
        return self._client.contact_card.with_raw_response

    @cached_property
    def experiences(self) -> ExperiencesResourceWithRawResponse:
        """What Linq's own iMessage app can show."""
        return self._client.experiences.with_raw_response

    @cached_property
    def messages(self) -> MessagesResourceWithRawResponse:
        """Messages, whichever their chat."""
        return self._client.messages.with_raw_response

    @cached_property
    def payment_handles(self) -> PaymentHandlesResourceWithRawResponse:
        """Customers for whom an agent may pay."""
        return self._client.payment_handles.with_raw_response

    @cached_property
    def payment_providers(self) -> PaymentProvidersResourceWithRawResponse:
        """Your accounts at payment providers."""
        return self._client.payment_providers.with_raw_response

    @cached_property
    def payment_requests(self) -> PaymentRequestsResourceWithRawResponse:
        """Requests for money."""
        return self._client.payment_requests.with_raw_response

    @cached_property
    def payments(self) -> PaymentsResourceWithRawResponse:
        """Payments that an agent makes for a customer."""
        return self._client.payments.with_raw_response

    @cached_property
    def phone_numbers(self) -> PhoneNumbersResourceWithRawResponse:
        """Your lines."""
        return self._client.phone_numbers.with_raw_response

    @cached_property
    def phonenumbers(self) -> PhonenumbersResourceWithRawResponse:
        """Your lines, deprecated by the API in favour of `phone_numbers`."""
        return self._client.phonenumbers.with_raw_response

    @cached_property
    def webhook_events(self) -> WebhookEventsResourceWithRawResponse:
        """The kinds of webhook events."""
        return self._client.webhook_events.with_raw_response

    @cached_property
    def webhook_subscriptions(self) -> WebhookSubscriptionsResourceWithRawResponse:
        """Where webhook events are delivered."""
        return self._client.webhook_subscriptions.with_raw_response


class AsyncLinqWithRawResponse:
    """What `client.with_raw_response` gives."""

    def __init__(self, client: AsyncResources) -> None:
        self._client = client

    @cached_property
    def attachments(self) -> AsyncAttachmentsResourceWithRawResponse:
        """Files to send, and files that were sent or received."""
        return self._client.attachments.with_raw_response

    @cached_property
    def available_number(self) -> AsyncAvailableNumberResourceWithRawResponse:
        """The line that is best to send from."""
        return self._client.available_number.with_raw_response

    @cached_property
    def blocked_handles(self) -> AsyncBlockedHandlesResourceWithRawResponse:
        """Whom you have blocked."""
        return self._client.blocked_handles.with_raw_response

    @cached_property
    def capability(self) -> AsyncCapabilityResourceWithRawResponse:
        """Which services reach somebody."""
        return self._client.capability.with_raw_response

    @cached_property
    def chats(self) -> AsyncChatsResourceWithRawResponse:
        """Conversations, direct and group."""
        return self._client.chats.with_raw_response

    @cached_property
    def contact_card(self) -> AsyncContactCardResourceWithRawResponse:
        """The name and photo that your lines show."""
        return self._client.contact_card.with_raw_response

    @cached_property
    def experiences(self) -> AsyncExperiencesResourceWithRawResponse:
        """What Linq's own iMessage app can show."""
        return self._client.experiences.with_raw_response

    @cached_property
    def messages(self) -> AsyncMessagesResourceWithRawResponse:
        """Messages, whichever their chat."""
        return self._client.messages.with_raw_response

    @cached_property
    def payment_handles(self) -> AsyncPaymentHandlesResourceWithRawResponse:
        """Customers for whom an agent may pay."""
        return self._client.payment_handles.with_raw_response

    @cached_property
    def payment_providers(self) -> AsyncPaymentProvidersResourceWithRawResponse:
        """Your accounts at payment providers."""
        return self._client.payment_providers.with_raw_response

    @cached_property
    def payment_requests(self) -> AsyncPaymentRequestsResourceWithRawResponse:
        """Requests for money."""
        return self._client.payment_requests.with_raw_response

    @cached_property
    def payments(self) -> AsyncPaymentsResourceWithRawResponse:
        """Payments that an agent makes for a customer."""
        return self._client.payments.with_raw_response

    @cached_property
    def phone_numbers(self) -> AsyncPhoneNumbersResourceWithRawResponse:
        """Your lines."""
        return self._client.phone_numbers.with_raw_response

    @cached_property
    def phonenumbers(self) -> AsyncPhonenumbersResourceWithRawResponse:
        """Your lines, deprecated by the API in favour of `phone_numbers`."""
        return self._client.phonenumbers.with_raw_response

    @cached_property
    def webhook_events(self) -> AsyncWebhookEventsResourceWithRawResponse:
        """The kinds of webhook events."""
        return self._client.webhook_events.with_raw_response

    @cached_property
    def webhook_subscriptions(self) -> AsyncWebhookSubscriptionsResourceWithRawResponse:
        """Where webhook events are delivered."""
        return self._client.webhook_subscriptions.with_raw_response


class LinqWithStreamingResponse:
    """What `client.with_streaming_response` gives."""

    def __init__(self, client: SyncResources) -> None:
        self._client = client

    @cached_property
    def attachments(self) -> AttachmentsResourceWithStreamingResponse:
        """Files to send, and files that were sent or received."""
        return self._client.attachments.with_streaming_response

    @cached_property
    def available_number(self) -> AvailableNumberResourceWithStreamingResponse:
        """The line that is best to send from."""
        return self._client.available_number.with_streaming_response

    @cached_property
    def blocked_handles(self) -> BlockedHandlesResourceWithStreamingResponse:
        """Whom you have blocked."""
        return self._client.blocked_handles.with_streaming_response

    @cached_property
    def capability(self) -> CapabilityResourceWithStreamingResponse:
        """Which services reach somebody."""
        return self._client.capability.with_streaming_response

    @cached_property
    def chats(self) -> ChatsResourceWithStreamingResponse:
        """Conversations, direct and group."""
        return self._client.chats.with_streaming_response

    @cached_property
    def contact_card(self) -> ContactCardResourceWithStreamingResponse:
        """The name and photo that your lines show."""
        return self._client.contact_card.with_streaming_response

    @cached_property
    def experiences(self) -> ExperiencesResourceWithStreamingResponse:
        """What Linq's own iMessage app can show."""
        return self._client.experiences.with_streaming_response

    @cached_property
    def messages(self) -> MessagesResourceWithStreamingResponse:
        """Messages, whichever their chat."""
        return self._client.messages.with_streaming_response

    @cached_property
    def payment_handles(self) -> PaymentHandlesResourceWithStreamingResponse:
        """Customers for whom an agent may pay."""
        return self._client.payment_handles.with_streaming_response

    @cached_property
    def payment_providers(self) -> PaymentProvidersResourceWithStreamingResponse:
        """Your accounts at payment providers."""
        return self._client.payment_providers.with_streaming_response

    @cached_property
    def payment_requests(self) -> PaymentRequestsResourceWithStreamingResponse:
        """Requests for money."""
        return self._client.payment_requests.with_streaming_response

    @cached_property
    def payments(self) -> PaymentsResourceWithStreamingResponse:
        """Payments that an agent makes for a customer."""
        return self._client.payments.with_streaming_response

    @cached_property
    def phone_numbers(self) -> PhoneNumbersResourceWithStreamingResponse:
        """Your lines."""
        return self._client.phone_numbers.with_streaming_response

    @cached_property
    def phonenumbers(self) -> PhonenumbersResourceWithStreamingResponse:
        """Your lines, deprecated by the API in favour of `phone_numbers`."""
        return self._client.phonenumbers.with_streaming_response

    @cached_property
    def webhook_events(self) -> WebhookEventsResourceWithStreamingResponse:
        """The kinds of webhook events."""
        return self._client.webhook_events.with_streaming_response

    @cached_property
    def webhook_subscriptions(self) -> WebhookSubscriptionsResourceWithStreamingResponse:
        """Where webhook events are delivered."""
        return self._client.webhook_subscriptions.with_streaming_response


class AsyncLinqWithStreamingResponse:
    """What `client.with_streaming_response` gives."""

    def __init__(self, client: AsyncResources) -> None:
        self._client = client

    @cached_property
    def attachments(self) -> AsyncAttachmentsResourceWithStreamingResponse:
        """Files to send, and files that were sent or received."""
        return self._client.attachments.with_streaming_response

    @cached_property
    def available_number(self) -> AsyncAvailableNumberResourceWithStreamingResponse:
        """The line that is best to send from."""
        return self._client.available_number.with_streaming_response

    @cached_property
    def blocked_handles(self) -> AsyncBlockedHandlesResourceWithStreamingResponse:
        """Whom you have blocked."""
        return self._client.blocked_handles.with_streaming_response

    @cached_property
    def capability(self) -> AsyncCapabilityResourceWithStreamingResponse:
        """Which services reach somebody."""
        return self._client.capability.with_streaming_response

    @cached_property
    def chats(self) -> AsyncChatsResourceWithStreamingResponse:
        """Conversations, direct and group."""
        return self._client.chats.with_streaming_response

    @cached_property
    def contact_card(self) -> AsyncContactCardResourceWithStreamingResponse:
        """The name and photo that your lines show."""
        return self._client.contact_card.with_streaming_response

    @cached_property
    def experiences(self) -> AsyncExperiencesResourceWithStreamingResponse:
        """What Linq's own iMessage app can show."""
        return self._client.experiences.with_streaming_response

    @cached_property
    def messages(self) -> AsyncMessagesResourceWithStreamingResponse:
        """Messages, whichever their chat."""
        return self._client.messages.with_streaming_response

    @cached_property
    def payment_handles(self) -> AsyncPaymentHandlesResourceWithStreamingResponse:
        """Customers for whom an agent may pay."""
        return self._client.payment_handles.with_streaming_response

    @cached_property
    def payment_providers(self) -> AsyncPaymentProvidersResourceWithStreamingResponse:
        """Your accounts at payment providers."""
        return self._client.payment_providers.with_streaming_response

    @cached_property
    def payment_requests(self) -> AsyncPaymentRequestsResourceWithStreamingResponse:
        """Requests for money."""
        return self._client.payment_requests.with_streaming_response

    @cached_property
    def payments(self) -> AsyncPaymentsResourceWithStreamingResponse:
        """Payments that an agent makes for a customer."""
        return self._client.payments.with_streaming_response

    @cached_property
    def phone_numbers(self) -> AsyncPhoneNumbersResourceWithStreamingResponse:
        """Your lines."""
        return self._client.phone_numbers.with_streaming_response

    @cached_property
    def phonenumbers(self) -> AsyncPhonenumbersResourceWithStreamingResponse:
        """Your lines, deprecated by the API in favour of `phone_numbers`."""
        return self._client.phonenumbers.with_streaming_response

    @cached_property
    def webhook_events(self) -> AsyncWebhookEventsResourceWithStreamingResponse:
        """The kinds of webhook events."""
        return self._client.webhook_events.with_streaming_response

    @cached_property
    def webhook_subscriptions(self) -> AsyncWebhookSubscriptionsResourceWithStreamingResponse:
        """Where webhook events are delivered."""
        return self._client.webhook_subscriptions.with_streaming_response
