"""The package and an application that uses it, as the strictest settings of the type checkers see them."""

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


def check(*command, cwd):
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("version", ["3.10", "3.14"])
def test_mypy(tmp_path, version):
    strict = ("mypy", "--strict", "--python-version", version)
    check(*strict, str(APPLICATION), cwd=tmp_path)
    check(*strict, "--package", "linq_client", cwd=tmp_path)


@pytest.mark.parametrize("version", ["3.10", "3.14"])
def test_pyright(tmp_path, version):
    # Absolute paths it passes over.
    package, tests = (os.path.relpath(place, tmp_path) for place in (PACKAGE, APPLICATION.parent))
    settings = {
        "include": [package, f"{tests}/{APPLICATION.name}"],
        "exclude": [],
        "typeCheckingMode": "strict",
        "pythonVersion": version,
        # What begins with an underscore belongs to the package, whose modules share it.
        "executionEnvironments": [{"root": f"{package}/..", "reportPrivateUsage": False}, {"root": tests}],
    }
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    said = check("pyright", "--stats", "--project", ".", "--pythonpath", sys.executable, cwd=tmp_path)
    checked = re.search(r"Total files checked: (\d+)", said)
    assert checked and int(checked[1]) > 100, said


def test_stubs_say_what_is_there(tmp_path):
    check("mypy.stubtest", "linq_client", cwd=tmp_path)
