"""Sends many messages concurrently with asyncio: with limited concurrency, each message exactly once.

    python examples/bulk_send.py

runs on an emulator in this process, which loses every tenth response.
"""

import asyncio

from linq_client import AsyncLinq, LinqError
from linq_client.emulator import Emulator

FROM = "+12223334444"
CONCURRENCY = 20


async def send(linq: AsyncLinq, to: str, semaphore: asyncio.Semaphore) -> str:
    async with semaphore:
        try:
            await linq.chats.create(
                from_=FROM,
                to=[to],
                # With your own key, the whole script can be run again safely.
                message={"parts": [{"type": "text", "value": "Hi"}], "idempotency_key": f"spring-{to}"},
            )
        except LinqError as error:
            return "uncertain" if error.may_have_taken_effect else "not sent"
        return "sent"


async def main() -> None:
    recipients = [f"+1555{number:07}" for number in range(2_000_000, 2_000_500)]
    with Emulator(seed=7) as emulator:
        emulator.add_fault("drop_response", probability=0.1)
        semaphore = asyncio.Semaphore(CONCURRENCY)
        # With the real API, `rate_limits=RateLimits(messages_per_line=60)` limits the rate of messages, which avoids 429s.
        async with AsyncLinq(base_url=emulator.url, api_key=emulator.api_key, max_retries=4) as linq:
            outcomes = await asyncio.gather(*(send(linq, recipient, semaphore) for recipient in recipients))
    for outcome in sorted(set(outcomes)):
        print(f"{outcome}: {outcomes.count(outcome)}")


if __name__ == "__main__":
    asyncio.run(main())
