"""The emulator of the package."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.error
from pathlib import Path

import pytest
from helpers import OURS, THEIRS, hello

from linq_client import InvalidArgumentError, Linq, NotFoundError, PermissionDeniedError
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


# The command of the wheel, beside the interpreter.
COMMANDS = [[sys.executable, "-m", "linq_client.emulator"], [str(Path(sys.executable).parent / "linq-emulator")]]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("options", "message", "code"),
    [
        (["--port", "{taken}"], r"the emulator could not start: port \d+: Address already in use \(os error \d+\)", 1),
        (["--storage-port", "{taken}"], r"the emulator could not start: port \d+: Address already in use \(os error \d+\)", 1),
        (["--phone-number", "home"], "phone_number: `home` is not a phone number in E.164 format", 2),
        (["--port", "99999"], "--port: must be a number from 0 to 65535; see --help", 2),
        (["--storage-port", "-1"], "--storage-port: must be a number from 0 to 65535; see --help", 2),
        (["--seed", "-1"], "--seed: must be a number from 0 to 18446744073709551615; see --help", 2),
        (["--webhook-fault", "{{"], "--webhook-fault: must be JSON; see --help", 2),
        (["--api-key"], "missing argument for option '--api-key'; see --help", 2),
        (["--verbose"], "invalid option '--verbose'; see --help", 2),
    ],
)
def test_invalid_options_are_one_line(
    emulator: Emulator, command: list[str], options: list[str], message: str, code: int
) -> None:
    taken = emulator.url.split(":")[2].split("/")[0]
    arguments = [option.format(taken=taken) for option in options]
    done = subprocess.run([*command, *arguments], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (code, "")
    assert re.fullmatch(rf"linq-emulator: {message}\n", done.stderr), done.stderr


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signals_stop_the_command(command: list[str], number: signal.Signals) -> None:
    with subprocess.Popen([*command, "--sandbox"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stderr is not None
        try:
            with Linq(base_url=process.stdout.readline().strip(), api_key="any") as linq:
                with pytest.raises(PermissionDeniedError) as caught:
                    linq.chats.create(from_=OURS, to=[THEIRS], message=hello())
                assert caught.value.code == 2008
            process.send_signal(number)
            assert process.wait(10) == 0
            assert "Traceback" not in process.stderr.read()
        finally:
            process.kill()


def test_options_are_those_of_the_binary() -> None:
    """The binary lists its options itself, and this package adds none."""
    done = subprocess.run([*COMMANDS[0], "--help"], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    for option in ("--sandbox", "--webhook-fault JSON", "--documented-retries", "--host ADDRESS", "--observed-shapes-from N"):
        assert option in done.stdout


def test_sandbox_and_webhook_faults() -> None:
    with Emulator(sandbox=True, documented_retries=True) as emulator, Linq(base_url=emulator.url, api_key="any") as linq:
        with pytest.raises(PermissionDeniedError):
            linq.chats.create(from_=OURS, to=[THEIRS], message=hello())
        emulator.control("POST", "/inbound", {"from": THEIRS, "to": OURS, "text": "Hi"})
        linq.chats.create(from_=OURS, to=[THEIRS], message=hello())
        emulator.add_webhook_fault("drop_acknowledgement", event="message.*", times=2)
        (fault,) = emulator.control("GET", "/webhook_faults")["faults"]
        assert (fault["kind"], fault["times"], fault["fired"]) == ("drop_acknowledgement", 2, 0)
