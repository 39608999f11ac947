"""Many messages at once, with asyncio: so many at a time, each sent once, none lost.

    python examples/bulk_send.py

runs on an emulator inside this process, which loses every tenth reply.
"""

import asyncio

from linq_client import AsyncLinq, LinqError
from linq_client.emulator import Emulator

FROM = "+12223334444"
AT_ONCE = 20


async def send(linq: AsyncLinq, to: str, gate: asyncio.Semaphore) -> str:
    async with gate:
        try:
            await linq.chats.create(
                from_=FROM,
                to=[to],
                # A key of your own makes it safe to run the whole script again.
                message={"parts": [{"type": "text", "value": "Hi"}], "idempotency_key": f"spring-{to}"},
            )
        except LinqError as error:
            return "uncertain" if error.may_have_taken_effect else "not sent"
        return "sent"


async def main() -> None:
    people = [f"+1555{number:07}" for number in range(2_000_000, 2_000_500)]
    with Emulator(seed=7) as emulator:
        emulator.add_fault("lose_reply", probability=0.1)
        gate = asyncio.Semaphore(AT_ONCE)
        # `rate_limits=True` would wait for the documented limits of the real API instead of running into 429.
        async with AsyncLinq(base_url=emulator.url, api_key=emulator.api_key, max_retries=4) as linq:
            outcomes = await asyncio.gather(*(send(linq, person, gate) for person in people))
    for outcome in sorted(set(outcomes)):
        print(f"{outcome}: {outcomes.count(outcome)}")


if __name__ == "__main__":
    asyncio.run(main())
