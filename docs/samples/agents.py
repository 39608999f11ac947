# ANCHOR: reply
from collections.abc import Callable

from linq_client import Linq, Text, webhooks
from linq_client.types import MessageReceivedWebhookEvent, UnwrapWebhookEvent

store = webhooks.MemoryDedupStore()


def reply(linq: Linq, event: UnwrapWebhookEvent, think: Callable[[str], str]) -> None:
    """Replies to an inbound message, once. `think` is the agent."""

    def work() -> None:
        # False for your own messages, opt-outs, and messages that were recovered later.
        if not isinstance(event, MessageReceivedWebhookEvent) or not event.may_auto_reply():
            return
        chat = event.chat_id()
        if chat is None:
            return
        linq.chats.typing.start(chat)
        text = Text(think(event.message().text))
        # The key sends the reply once, even if the event is handled a second time.
        linq.chats.messages.send(
            chat, message={"parts": [text.part()], "idempotency_key": event.event_id}
        )

    webhooks.deduplicate(store, event.event_id, work)
# ANCHOR_END: reply
