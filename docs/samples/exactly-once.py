# ANCHOR: key
from linq_client import Linq


def notify(linq: Linq, chat: str, order: int) -> None:
    """Tells a customer that an order has been shipped: once, however often this is called."""
    linq.chats.messages.send(
        chat,
        message={
            "parts": [{"type": "text", "value": "Your order has been shipped."}],
            "idempotency_key": f"order-{order}-shipped",
        },
    )
# ANCHOR_END: key


# ANCHOR: resume
from linq_client import APIError, Text


def send_reliably(linq: Linq, chat: str, text: str) -> None:
    """Sends a text; if the outcome is unknown, once more under the same key."""
    part = Text(text).part()
    try:
        linq.chats.messages.send(chat, message={"parts": [part]})
    except APIError as error:
        if not error.may_have_taken_effect or error.idempotency_key is None:
            raise
        linq.chats.messages.send(
            chat, message={"parts": [part], "idempotency_key": error.idempotency_key}
        )
# ANCHOR_END: resume
