"""The README's samples and the examples run as they stand."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAMPLES = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)


@pytest.mark.parametrize("sample", SAMPLES, ids=range(len(SAMPLES)))
def test_sample(sample: str) -> None:
    exec(compile(sample, "README.md", "exec"), {"__name__": "__main__"})


@pytest.mark.parametrize("name", ["quickstart", "group_chat", "bulk_send"])
def test_example(name: str) -> None:
    run = subprocess.run(
        [sys.executable, ROOT / "examples" / f"{name}.py"], capture_output=True, text=True, timeout=120, check=False
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip()


def test_receiver_on_fastapi() -> None:
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
    assert client.post("/linq", content=body, headers=signed).status_code == 204  # again, and passed over
    assert client.post("/linq", content=body + b" ", headers=signed).status_code == 401
