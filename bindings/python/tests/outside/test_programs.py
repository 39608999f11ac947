"""Programs written for linq-python run with the import changed: the samples of its README, which is in its metadata."""

import importlib.metadata
import os
import re
import subprocess
import sys

import pytest

README = str(importlib.metadata.metadata("linq-python").get_payload())
SAMPLES = re.findall(r"```(?:python|py)\n(.*?)```", README, re.DOTALL)
# Samples that continue others, by a text in them: what goes before them.
CLIENT = "import httpx\nfrom linq import LinqAPIV3\n\nclient = LinqAPIV3()\n"
BEFORE = {
    "Remove `await`": "from linq import AsyncLinqAPIV3\n\nclient = AsyncLinqAPIV3()\n",
    "httpx.Timeout": "import httpx\n",
    "response.my_field": CLIENT + "response = client.chats.list_chats()\n",
    "with_streaming_response": CLIENT,
    "client.with_options(http_client": CLIENT + "from linq import DefaultHttpxClient\n",
    '"/foo"': CLIENT.replace("import httpx\n", ""),
}
# They pass an HTTP client, which is documented as a difference, with its replacement.
DIFFERENT = ("DefaultAioHttpClient", "DefaultHttpxClient")
MESSAGE = '{"parts": [{"type": "text", "value": "Hi"}]}'


def program(sample, package):
    before = next((before for text, before in BEFORE.items() if text in sample), "")
    source = before + sample.replace("message={}", f"message={MESSAGE}").replace("+12052535597", "+12223334444")
    # Neither the API nor the emulator has these.
    source = source.replace('"/foo"', '"/v3/chats"').replace('{"my_param": True}', CREATION).replace(".my_field", ".next_cursor")
    if "Remove `await`" in sample:
        lines = [f"    {line}" for line in sample.splitlines()]
        source = before + "import asyncio\nasync def main():\n" + "\n".join(lines) + "\nasyncio.run(main())\n"
    return re.sub(r"\blinq\b", package, source)


CREATION = f'{{"from": "+12223334444", "to": ["+12052532136"], "message": {MESSAGE}}}'


def run(emulator, source):
    environment = {**os.environ, "LINQ_API_V3_API_KEY": "any", "LINQ_API_V3_BASE_URL": emulator.url}
    return subprocess.run([sys.executable, "-c", source], env=environment, capture_output=True, text=True)


@pytest.mark.parametrize("index", range(len(SAMPLES)))
def test_sample_of_the_readme_of_linq_python(emulator, index):
    sample = SAMPLES[index]
    if any(name in sample for name in DIFFERENT):
        done = run(emulator, program(sample, "linq_client"))
        assert done.returncode != 0 and ("DefaultAioHttpClient" in done.stderr or "DefaultHttpxClient" in done.stderr)
        return
    outcomes = []
    for package in ("linq", "linq_client"):
        emulator.control("POST", "/reset")
        done = run(emulator, program(sample, package))
        requests = [(request["method"], request["path"], request["status"]) for request in emulator.requests()]
        # One sample reads an attribute that does not exist.
        outcomes.append((requests, done.stderr.splitlines()[-1:]))
    assert outcomes[0] == outcomes[1]
    assert not outcomes[0][1] or "no attribute 'message'" in outcomes[0][1][0]


def test_number_of_samples():
    assert len(SAMPLES) > 15
