#!/usr/bin/env python3
"""Measures linq-python's `client.webhooks.unwrap` with the payload of tests/suite/benches/webhook.rs.

Needs `linq-python[webhooks]`. Prints the median of several rounds in microseconds, and the class of the event.
"""

import datetime
import pathlib
import statistics
import time

from linq import LinqAPIV3
from standardwebhooks import Webhook

BODY = (pathlib.Path(__file__).parents[1] / "suite/benches/message_received.json").read_text(encoding="utf-8")
SECRET = "whsec_YS1rZXktb2YtZXhhY3RseS0zMi1ieXRlcy1sZW5ndGg="
ROUNDS, CALLS = 15, 200


def main():
    now = datetime.datetime.now(datetime.timezone.utc)
    headers = {
        "webhook-id": "msg_2pXc",
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": Webhook(SECRET).sign("msg_2pXc", now, BODY),
    }
    client = LinqAPIV3(api_key="any-key", webhook_secret=SECRET)
    event = client.webhooks.unwrap(BODY, headers=headers)
    rounds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for _ in range(CALLS):
            client.webhooks.unwrap(BODY, headers=headers)
        rounds.append((time.perf_counter() - start) / CALLS * 1e6)
    print(f"unwrap of {len(BODY)} bytes: {statistics.median(rounds):.0f} µs, as {type(event).__name__}")


if __name__ == "__main__":
    main()
