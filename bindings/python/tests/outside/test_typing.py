"""Type checks of the package and of a sample application, in strict mode."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import linq_client
import pytest

PACKAGE = Path(linq_client.__file__).parent
APPLICATION = Path(__file__).with_name("sample_application.py")
PLANTED = Path(__file__).with_name("planted_errors.py")
PLANTED_OUTBOX = Path(__file__).with_name("planted_outbox_errors.py")
DOCUMENTATION = Path(__file__).parents[4] / "docs" / "samples"


def check(*command, cwd):
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("version", ["3.10", "3.14"])
def test_mypy(tmp_path, version):
    strict = ("mypy", "--strict", "--python-version", version)
    check(*strict, str(APPLICATION), cwd=tmp_path)
    check(*strict, "--package", "linq_client", cwd=tmp_path)


def test_samples_of_the_documentation(tmp_path):
    samples = sorted(map(str, DOCUMENTATION.glob("*.py")))
    assert len(samples) >= 10
    # Decorators of packages that are not installed are untyped.
    check("mypy", "--strict", "--ignore-missing-imports", "--allow-untyped-decorators", *samples, cwd=tmp_path)


@pytest.mark.parametrize("version", ["3.10", "3.14"])
def test_pyright(tmp_path, version):
    # pyright ignores absolute paths.
    package, tests = (os.path.relpath(path, tmp_path) for path in (PACKAGE, APPLICATION.parent))
    config = {
        "include": [package, f"{tests}/{APPLICATION.name}"],
        "exclude": [],
        "typeCheckingMode": "strict",
        "pythonVersion": version,
        # Modules of the package share private names.
        "executionEnvironments": [{"root": f"{package}/..", "reportPrivateUsage": False}, {"root": tests}],
    }
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(config))
    output = check("pyright", "--stats", "--project", ".", "--pythonpath", sys.executable, cwd=tmp_path)
    checked = re.search(r"Total files checked: (\d+)", output)
    assert checked and int(checked[1]) > 100, output


@pytest.mark.parametrize("package", ["linq_client", "linq"])
@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_planted_errors_are_found_as_with_linq_python(tmp_path, package, checker):
    source = PLANTED.read_text().replace("from linq_client", f"from {package}")
    assert planted_errors(tmp_path, source, checker) == 15


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_planted_errors_with_the_outbox_are_found(tmp_path, checker):
    assert planted_errors(tmp_path, PLANTED_OUTBOX.read_text(), checker) == 18


def planted_errors(tmp_path, source, checker):
    """Returns the number of planted errors, which are those that the type checker finds."""
    (tmp_path / "planted.py").write_text(source)
    options = ("--strict",) if checker == "mypy" else ("--pythonpath", sys.executable)
    command = [sys.executable, "-m", checker, *options, "planted.py"]
    output = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path).stdout
    found = {int(line) for line in re.findall(r"planted\.py:(\d+):(?:\d+ -)? error", output)}
    lines = source.splitlines()
    planted = {number for number, line in enumerate(lines, 1) if line.endswith("# error")}
    assert found == planted, output
    return len(planted)


def test_stubs_match_the_extension_module(tmp_path):
    check("mypy.stubtest", "linq_client._native", cwd=tmp_path)
