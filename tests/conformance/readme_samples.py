"""Runs the samples in the READMEs of the official Python, Node and Go clients against the emulator, unchanged.

Arguments: the base URL of an emulator with the line of the samples, and a folder for the Node and Go packages. A client
that cannot be installed is skipped with a note. A fragment of a README gets the lines before it that it depends on.
"""

import importlib.metadata
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.request

from official import Checks

BASE_URL, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2])
HERE = pathlib.Path(__file__).parent
CONTROL = BASE_URL.replace("/api/partner", "/_emulator")
ENVIRONMENT = os.environ | {"LINQ_API_V3_BASE_URL": BASE_URL, "LINQ_API_V3_API_KEY": "test"}
LINE = "+12052535597"
GO_CLIENT = "github.com/linq-team/linq-go"
GO_VERSION = "v0.25.0"

# Samples that cannot run, by a part of their text.
NOT_RUNNABLE = {
    "DefaultAioHttpClient": "depends on aiohttp",
    "response.my_field": "a placeholder",
    '"/foo"': "a placeholder",
    "DefaultHttpxClient(...)": "a placeholder",
    "from 'pino'": "depends on pino",
    "'/some/path'": "a placeholder",
    "  // ...\n  // @ts-expect-error": "a placeholder",
    "from 'my-fetch'": "a placeholder",
    "from 'undici'": "depends on undici",
    "from 'npm:": "for Deno",
}

# Samples with a mistake, and their error.
MISTAKES = {"print(chat.message)": "'ChatCreateResponse' object has no attribute 'message'"}

# Runs a sample that may await at the top level.
PYTHON_RUNNER = """
import ast, asyncio, inspect, sys
code = compile(sys.stdin.read(), "sample", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
result = eval(code, {"__name__": "__main__"})
if inspect.iscoroutine(result):
    asyncio.run(result)
"""

TRANSPILER = """
const ts = require('typescript');
const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
process.stdout.write(ts.transpileModule(require('fs').readFileSync(0, 'utf8'), { compilerOptions: options }).outputText);
"""


def control(method, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(CONTROL + path, data, method=method)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request) as response:
        content = response.read()
    return json.loads(content) if content else None


def run(command, **options):
    return subprocess.run(command, capture_output=True, text=True, timeout=300, **options)


def samples(readme, *languages):
    """Returns the code blocks of a README that can run."""
    for language, code in re.findall(r"^```(\w+)\n(.*?)^```", readme, re.DOTALL | re.MULTILINE):
        if language in languages and not any(text in code for text in NOT_RUNNABLE):
            yield code


def python_sample(code):
    prelude = ""
    if not re.search(r"^client = ", code, re.MULTILINE) and "client." in code:
        client = "AsyncLinqAPIV3" if "await " in code else "LinqAPIV3"
        prelude = f"from linq import {client}\nclient = {client}()\n"
    if "httpx." in code:
        prelude += "import httpx\n"
    return run([sys.executable, "-c", PYTHON_RUNNER], input=prelude + code, env=ENVIRONMENT)


def node_sample(folder, code):
    prelude = "" if "import LinqAPIV3" in code else "import LinqAPIV3 from '@linqapp/sdk';\n"
    if "const client = " not in code:
        prelude += "const client = new LinqAPIV3();\n"
    function = re.match(r"async function (\w+)", code)
    call = f"await {function[1]}({{}});\n" if function else ""
    transpiled = run(["node", "-e", TRANSPILER], input=prelude + code + call, cwd=folder)
    (folder / "sample.mjs").write_text(transpiled.stdout)
    return run(["node", "sample.mjs"], cwd=folder, env=ENVIRONMENT)


def go_sample(folder, code):
    (folder / "main.go").write_text(code)
    # Adds the checksums of dependencies.
    return run(["go", "run", "-mod=mod", "."], cwd=folder, env=ENVIRONMENT)


def check(checks, client, number, code, outcome):
    """Checks that a sample succeeded, and that the emulator accepted every request of it."""
    name = f"{client}, sample {number}"
    requests = control("GET", "/requests")["requests"]
    control("DELETE", "/requests")
    statuses = [request["status"] for request in requests]
    if "message={}" in code:
        # A message without parts, which the API rejects.
        codes = [request["code"] for request in requests]
        checks.expect(statuses == [400] and codes == [1001], f"{name}: {statuses} {codes}")
        handled = "except linq.APIStatusError" in code
        expected = outcome.returncode == 0 if handled else "linq.BadRequestError" in outcome.stderr
        checks.expect(expected, f"{name}: {outcome.stderr}")
        return
    mistake = next((error for text, error in MISTAKES.items() if text in code), None)
    succeeded = mistake in outcome.stderr if mistake else outcome.returncode == 0
    checks.expect(succeeded, f"{name}: {outcome.stderr}")
    checks.expect(all(status // 100 == 2 for status in statuses), f"{name}: {statuses}")
    calls = re.search(r"\.(create|list_chats|listChats|New)\(", code)
    checks.expect(bool(statuses) == bool(calls), f"{name}: {len(statuses)} requests")


def node():
    """Returns a folder with the Node client, or `None` if it cannot be installed."""
    if not (shutil.which("npm") and shutil.which("node")):
        print("SKIPPED: the samples of linq-node: npm not found")
        return None
    folder = FOLDER / "node"
    folder.mkdir(parents=True, exist_ok=True)
    for file in ("package.json", "package-lock.json"):
        shutil.copy(HERE / "node" / file, folder)
    install = run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=folder)
    if install.returncode:
        print("SKIPPED: the samples of linq-node: @linqapp/sdk could not be installed")
        return None
    return folder


def go():
    """Returns a folder with a module that requires the Go client, and its README; or `None`."""
    if not shutil.which("go"):
        print("SKIPPED: the samples of linq-go: go not found")
        return None
    folder = FOLDER / "go"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "go.mod").write_text("module samples\n\ngo 1.22\n")
    if run(["go", "get", f"{GO_CLIENT}@{GO_VERSION}"], cwd=folder).returncode:
        print(f"SKIPPED: the samples of linq-go: {GO_CLIENT} could not be downloaded")
        return None
    source = run(["go", "list", "-m", "-f", "{{.Dir}}", GO_CLIENT], cwd=folder).stdout.strip()
    return folder, (pathlib.Path(source) / "README.md").read_text()


def main():
    checks = Checks()
    # Several pages of chats, for the samples of pagination.
    for number in range(45):
        control("POST", "/inbound", {"from": f"+120525320{number:02}", "to": LINE, "text": "Hi"})

    readme = importlib.metadata.metadata("linq-python").get_payload()
    for number, code in enumerate(samples(readme, "python", "py"), 1):
        check(checks, "linq-python", number, code, python_sample(code))
    if folder := node():
        readme = (folder / "node_modules/@linqapp/sdk/README.md").read_text()
        for number, code in enumerate(samples(readme, "js", "ts"), 1):
            check(checks, "linq-node", number, code, node_sample(folder, code))
    if module := go():
        folder, readme = module
        programs = [code for code in samples(readme, "go") if code.startswith("package main")]
        for number, code in enumerate(programs, 1):
            check(checks, "linq-go", number, code, go_sample(folder, code))
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
