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


def test_stubs_match_the_extension_module(tmp_path):
    check("mypy.stubtest", "linq_client", cwd=tmp_path)
