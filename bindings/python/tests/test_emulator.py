"""The emulator of the package."""

from __future__ import annotations

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
    with Emulator() as emulator, pytest.raises(RuntimeError):
        Emulator(port=int(emulator.url.split(":")[2].split("/")[0]))
