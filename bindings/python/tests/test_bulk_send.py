"""The example of a bulk send is killed and resumed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from helpers import execute_sql

from linq_client.emulator import Emulator

EXAMPLE = Path(__file__).parent.parent / "examples" / "bulk_send.py"
NUMBERS = [f"+1555{number:07}" for number in range(2_000_000, 2_000_300)]


def start(folder: Path, emulator: Emulator) -> subprocess.Popen[str]:
    environment = {**os.environ, "LINQ_API_V3_API_KEY": "any", "LINQ_API_V3_BASE_URL": emulator.url}
    command = [sys.executable, EXAMPLE, "numbers.txt", "spring-sale", "Everything must go!"]
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True)


def requests_of(emulator: Emulator) -> int:
    return len(emulator.requests())


def test_every_recipient_gets_one_message_although_the_program_is_killed(tmp_path: Path) -> None:
    (tmp_path / "numbers.txt").write_text("\n".join(NUMBERS))
    outbox = tmp_path / "spring-sale.db"
    with Emulator(seed=7) as emulator:
        emulator.add_fault("drop_response", probability=0.1)
        emulator.add_fault("delay", ms=20)
        # While it enqueues, and then in the middle of the sends.
        for requests in (0, 30, 60, 90, 120, 150):
            process = start(tmp_path, emulator)
            while requests_of(emulator) < requests or not outbox.exists():
                assert process.poll() is None, "the program has ended"
                time.sleep(0.01)
            time.sleep(0.02)
            process.kill()
            assert process.wait() < 0
        assert requests_of(emulator) < len(NUMBERS)
        # The leases of a killed process end after 2 minutes, which the test does not wait for.
        execute_sql(outbox, ("UPDATE linq_outbox SET ready_at = 0 WHERE ready_at IS NOT NULL", []))
        resumed = start(tmp_path, emulator)
        output, _ = resumed.communicate(timeout=100)
        assert (resumed.returncode, output) == (0, "300 sent\n")
        chats = emulator.control("GET", "/messages")["messages"]
        assert len(chats) == len(NUMBERS)
        # A request that was cut off has no body.
        sent = [request["body"]["to"][0] for request in emulator.requests() if request["body"]]
        assert len(sent) > len(NUMBERS), "some were sent again, under the same key"
        assert set(sent) == set(NUMBERS)
        assert set(Counter(message["chat_id"] for message in chats).values()) == {1}
