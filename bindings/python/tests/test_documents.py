"""Samples of the READMEs and examples run unchanged."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import linq_client

ROOT = Path(__file__).parent.parent
PAGES = {name: (ROOT / name).read_text() for name in ("README.md", "MIGRATING.md")}
NAMES = {name for page in PAGES.values() for code in re.findall(r"`([^`\n]+)`", page) for name in re.findall(r"linq_client((?:\.\w+)+)", code)}
READMES = [ROOT / "README.md", ROOT.parent.parent / "README.md"]
SAMPLES = [sample for page in READMES for sample in re.findall(r"```python\n(.*?)```", page.read_text(), re.DOTALL)]


@pytest.mark.parametrize("sample", SAMPLES, ids=range(len(SAMPLES)))
def test_sample(sample: str) -> None:
    exec(compile(sample, "README.md", "exec"), {"__name__": "__main__"})


@pytest.mark.parametrize("name", sorted(NAMES))
def test_names_in_documents_exist(name: str) -> None:
    found: object = linq_client
    path = "linq_client"
    for part in name.lstrip(".").split("."):
        path += f".{part}"
        found = getattr(found, part) if hasattr(found, part) else importlib.import_module(path)


def test_documents_contain_names() -> None:
    assert {".httpx.HttpxTransport", ".emulator.Emulator"} <= NAMES


@pytest.mark.parametrize("name", ["quickstart", "group_chat"])
def test_example(name: str) -> None:
    run = subprocess.run(
        [sys.executable, ROOT / "examples" / f"{name}.py"], capture_output=True, text=True, timeout=120, check=False
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip()


def test_fastapi_example() -> None:
    pytest.importorskip("fastapi")
    testclient = pytest.importorskip("fastapi.testclient")
    from linq_client import webhooks

    secret = "whsec_c2VjcmV0IG9mIHRoZSBleGFtcGxl"
    os.environ["LINQ_WEBHOOK_SECRET"] = secret
    sys.path.insert(0, str(ROOT / "examples"))
    try:
        import webhooks_fastapi
    finally:
        sys.path.pop(0)
        del os.environ["LINQ_WEBHOOK_SECRET"]
    client = testclient.TestClient(webhooks_fastapi.app)
    body = b'{"event_id":"e1","event_type":"participant.added","data":{"handle":"+12052499136"}}'
    signed = webhooks.sign(body, webhook_id="e1", key=secret)
    assert client.post("/linq", content=body, headers=signed).status_code == 204
    assert client.post("/linq", content=body, headers=signed).status_code == 204  # duplicate
    assert client.post("/linq", content=body + b" ", headers=signed).status_code == 401
    # An event that cannot be decoded is acknowledged, so that it is not redelivered.
    body = b'{"event_id":"e2","event_type":"message.received","data":{"chat":7}}'
    signed = webhooks.sign(body, webhook_id="e2", key=secret)
    assert client.post("/linq", content=body, headers=signed).status_code == 204
