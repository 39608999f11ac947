"""The emulator of the package."""

from __future__ import annotations

import re
import subprocess
import sys
import urllib.error

import pytest
from helpers import OURS, THEIRS, hello

from linq_client import InvalidArgumentError, Linq, NotFoundError
from linq_client.emulator import Emulator


def test_methods() -> None:
    with Emulator(seed=7, api_key="only", phone_numbers=[OURS], enforce_limits=False) as emulator:
        assert emulator.api_key == "only"
        assert emulator.phone_numbers == [OURS]
        assert emulator.url.startswith("http://127.0.0.1:")
        assert emulator.control_url.startswith("http://127.0.0.1:")
        assert emulator.storage_url.startswith("http://127.0.0.1:")
        assert emulator.url in repr(emulator)
        with Linq(base_url=emulator.url, api_key=emulator.api_key, max_retries=0) as linq:
            chat = linq.chats.create(from_=OURS, to=[THEIRS], message=hello()).chat
            (request,) = emulator.requests()
            assert (request["method"], request["status"]) == ("POST", 201)
            emulator.add_fault("status", status=404, code=2001, times=1)
            with pytest.raises(NotFoundError):
                linq.chats.retrieve(chat.id)
            assert len(emulator.control("GET", "/messages")["messages"]) == 1
            emulator.reset()
            assert emulator.requests() == []
            with pytest.raises(NotFoundError):
                linq.chats.retrieve(chat.id)
        with pytest.raises(urllib.error.HTTPError):
            emulator.control("GET", "/nothing")
    emulator.stop()


def test_observed_shapes() -> None:
    body = {"from": OURS, "to": [THEIRS], "message": hello()}
    with Emulator(observed_shapes=True) as emulator, Linq(base_url=emulator.url, api_key="any") as linq:
        first = linq.post("/v3/chats", body=body, cast_to=dict)["chat"]
        assert list(first) == ["id"]
        emulator.control("PUT", "/observed_shapes", {"enabled": False})
        assert "handles" in linq.get(f"/v3/chats/{first['id']}", cast_to=dict)
        served = {one["variant"]: one["served"] for one in emulator.control("GET", "/observed_shapes")["variants"]}
        assert served["chat.id_only"] == 1


@pytest.mark.parametrize(
    ("options", "path"),
    [({"port": 99999}, "port"), ({"port": -1}, "port"), ({"storage_port": 1 << 16}, "storage_port"), ({"seed": -1}, "seed")],
)
def test_number_out_of_range_is_invalid(options: dict[str, int], path: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        Emulator(**options)  # type: ignore[arg-type]
    assert caught.value.path == path


def test_port_in_use() -> None:
    with Emulator() as emulator:
        port = int(emulator.url.split(":")[2].split("/")[0])
        for options in ({"port": port}, {"storage_port": port}):
            with pytest.raises(RuntimeError, match=f"could not start: port {port}: Address already in use"):
                Emulator(**options)


@pytest.mark.parametrize(
    ("options", "message", "code"),
    [
        (["--port", "{taken}"], r"the emulator could not start: port \d+: Address already in use \(os error \d+\)", 1),
        (["--storage-port", "{taken}"], r"the emulator could not start: port \d+: Address already in use \(os error \d+\)", 1),
        (["--phone-number", "home"], "phone_number: `home` is not a phone number in E.164 format", 1),
        (["--port", "99999"], "argument --port: must be between 0 and 65535", 2),
        (["--storage-port", "-1"], "argument --storage-port: must be between 0 and 65535", 2),
        (["--seed", "-1"], "argument --seed: must be between 0 and 18446744073709551615", 2),
        (["--port", "http"], "argument --port: invalid int value: 'http'", 2),
        (["--api-key"], "argument --api-key: expected one argument", 2),
        (["--verbose"], "unrecognized arguments: --verbose", 2),
    ],
)
def test_invalid_options_are_one_line(emulator: Emulator, options: list[str], message: str, code: int) -> None:
    taken = emulator.url.split(":")[2].split("/")[0]
    command = [sys.executable, "-m", "linq_client.emulator", *(option.format(taken=taken) for option in options)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (code, "")
    assert re.fullmatch(rf"python -m linq_client\.emulator: error: {message}\n", done.stderr), done.stderr
