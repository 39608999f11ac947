# ANCHOR: outbox
from linq_client import Linq
from linq_client.durable import Outbox


def announce(linq: Linq, file: str, numbers: list[str], text: str) -> None:
    """Sends a text to each number, once, however often this is killed and run again."""
    with Outbox(file) as outbox:  # SQLite
        for number in numbers:
            outbox.enqueue(
                linq.messages.create,
                to=[number],
                message={"parts": [{"type": "text", "value": text}]},
                idempotency_key=f"spring-sale {number}",
            )
        outbox.run(linq, until_empty=True)
        print(outbox.count())
# ANCHOR_END: outbox
