"""Checks that `drift` reports the same for linq-v3.json and for its OpenAPI form.

    drift.py DRIFT      path of the built tool
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

import openapi
from official import SPEC, TESTS, Checks


def report(drift, path):
    result = subprocess.run([drift, path], capture_output=True, text=True, check=False)
    if result.returncode not in (0, 1):
        sys.exit(result.stderr)
    *lines, _total = result.stdout.splitlines()
    return result.returncode, [re.sub(r"{\w+}", "{}", line) for line in lines]


def main(drift):
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "openapi.json"
        path.write_text(json.dumps(openapi.document([])))
        from_spec, from_openapi = report(drift, TESTS / "linq-v3.json"), report(drift, path)
        checks.expect(from_spec == from_openapi, f"\n{from_spec}\n{from_openapi}")

        SPEC["models"]["ChatHandle"]["fields"]["nickname?"] = "string"
        openapi.MODELS.update(SPEC["models"])
        path.write_text(json.dumps(openapi.document([])))
        code, lines = report(drift, path)
        added = sorted(set(lines) - set(from_openapi[1]))
        checks.expect((code, added) == (1, ["ChatHandle.nickname: linq-core lacks this field"]), (code, added))
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
