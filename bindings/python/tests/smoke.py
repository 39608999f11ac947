"""Smoke test of the wheel on any interpreter. LINQ_EMULATOR is the path of the emulator's binary."""

import asyncio
import importlib
import os
import pickle
import pkgutil
import subprocess
import sys

import linq_client
import linq_client.types
from linq_client import webhooks

# Need an extra, or pydantic.
EXTRAS = {"linq_client._pydantic", "linq_client.httpx"}


def modules():
    for found in pkgutil.walk_packages(linq_client.__path__, "linq_client."):
        if found.name not in EXTRAS and not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def import_all_names():
    for module in modules():
        for name in getattr(module, "__all__", ()):
            getattr(module, name)


def sync_calls(url):
    with linq_client.Linq(api_key="any", base_url=url) as linq:
        created = linq.chats.create(
            from_="+12223334444",
            to=["+15556667777", "+18889990000"],
            message={"parts": [{"type": "text", "value": "Welcome!"}]},
        )
        assert pickle.loads(pickle.dumps(created)) == created
        assert [message.id for message in linq.chats.messages.list(created.chat.id)] == [created.chat.message.id]
        try:
            linq.chats.retrieve("00000000-0000-4000-8000-000000000000")
        except linq_client.NotFoundError as error:
            assert error.code == 2001
        else:
            raise AssertionError("no error")


def async_calls(url):
    async def main():
        async with linq_client.AsyncLinq(api_key="any", base_url=url) as linq:
            pages = await asyncio.gather(*(linq.phone_numbers.list() for _ in range(10)))
            assert all(page.phone_numbers for page in pages)
            assert [chat async for chat in linq.chats.list_chats()]

    asyncio.run(main())


def unwrap_event():
    secret = "whsec_c2VjcmV0IG9mIHRoZSBleGFtcGxl"
    body = b'{"event_id":"e1","event_type":"call.ended","created_at":"2026-11-21T12:00:00Z","data":{}}'
    event = webhooks.unwrap(body, headers=webhooks.sign(body, key=secret), key=secret)
    assert type(event).__name__ == "CallEndedWebhookEvent" and event.created_at.tzinfo


def main():
    command = [os.environ["LINQ_EMULATOR"]]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as emulator:
        try:
            url = emulator.stdout.readline().strip()
            import_all_names()
            sync_calls(url)
            async_calls(url)
            unwrap_event()
        finally:
            emulator.kill()
    # `cargo xtask test` reads this line.
    print(f"4 passed, 0 failed on Python {sys.version.split()[0]}")


if __name__ == "__main__":
    main()
