"""All of linq-v3.json as an OpenAPI document: `drift` says the same of both.

    drift.py DRIFT      the built tool
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

import openapi
from official import FACTS, TESTS, Checks


def report(drift, path):
    run = subprocess.run([drift, path], capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(run.stderr)
    *lines, _total = run.stdout.splitlines()
    return run.returncode, [re.sub(r"{\w+}", "{}", line) for line in lines]


def main(drift):
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "openapi.json"
        path.write_text(json.dumps(openapi.document([])))
        of_facts, of_openapi = report(drift, TESTS / "linq-v3.json"), report(drift, path)
        checks.expect(of_facts == of_openapi, f"\n{of_facts}\n{of_openapi}")

        FACTS["models"]["ChatHandle"]["fields"]["nickname?"] = "string"
        openapi.MODELS.update(FACTS["models"])
        path.write_text(json.dumps(openapi.document([])))
        code, lines = report(drift, path)
        news = sorted(set(lines) - set(of_openapi[1]))
        checks.expect((code, news) == (1, ["ChatHandle.nickname: linq-core lacks this field"]), (code, news))
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
