# ANCHOR: subscribe
from linq_client import Linq


def subscribe(linq: Linq, url: str) -> str | None:
    """Subscribes to messages and participants, and returns the secret of the deliveries."""
    subscription = linq.webhook_subscriptions.create(
        subscribed_events=["message.received", "participant.added"], target_url=url
    )
    return subscription.signing_secret
# ANCHOR_END: subscribe


# ANCHOR: receive
from collections.abc import Mapping

from linq_client import APIWebhookValidationError, webhooks

store = webhooks.MemoryDedupStore()  # for one process


def receive(headers: Mapping[str, str], body: bytes, secret: str) -> int:
    """Returns the status to respond with. `body` is the raw body."""
    try:
        event = webhooks.unwrap(body, headers=headers, key=secret)
    except APIWebhookValidationError as error:
        return error.status_code
    # If `handle` raises, respond with 500: Linq redelivers the event.
    outcome = webhooks.deduplicate(store, event.event_id, lambda: handle(event))
    return 503 if outcome == "running" else 204  # an earlier delivery may still fail
# ANCHOR_END: receive


# ANCHOR: handle
from linq_client.types import (
    MessageReceivedWebhookEvent,
    ParticipantAddedWebhookEvent,
    UnwrapWebhookEvent,
)


def handle(event: UnwrapWebhookEvent) -> None:
    match event:
        case MessageReceivedWebhookEvent():
            message = event.message()
            print(f"{message.sender_handle}: {message.text}")
        case ParticipantAddedWebhookEvent():
            print(event.data.handle, "joined")
        case other:
            print(other.event_type)  # also UnknownWebhookEvent, for types newer than this version
# ANCHOR_END: handle
