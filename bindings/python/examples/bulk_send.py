"""Sends a text to each phone number of a file, exactly once, however often it is killed and started again:

    python examples/bulk_send.py numbers.txt spring-sale "Everything must go!"
"""

import sys
from pathlib import Path

from linq_client import Linq
from linq_client.durable import Outbox


def main(file: str, campaign: str, text: str) -> None:
    with Linq() as linq, Outbox(f"{campaign}.db") as outbox:  # LINQ_API_V3_API_KEY
        for number in Path(file).read_text().split():
            outbox.enqueue(
                linq.messages.create,
                to=[number],
                message={"parts": [{"type": "text", "value": text}]},
                # The key makes it one message for each number, also the second time.
                idempotency_key=f"{campaign} {number}",
            )
        outbox.run(linq, until_empty=True)
        for state, entries in outbox.count().items():
            print(f"{entries} {state}")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit("usage: bulk_send.py FILE CAMPAIGN TEXT")
    main(*sys.argv[1:])
