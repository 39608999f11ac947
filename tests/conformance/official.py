"""Shared code of the scripts: the spec, and linq-python's methods by name."""

import json
import os
import pathlib
import sys

from linq import LinqAPIV3

TESTS = pathlib.Path(__file__).parent.parent
SPEC = json.loads((TESTS / "linq-v3.json").read_text())
# Whether the emulator sends observed shapes, which linq-python parses only without validation.
OBSERVED = "LINQ_EMULATOR_OBSERVED_SHAPES" in os.environ
NAMES = [endpoint["name"] for endpoint in SPEC["endpoints"]]


def client(base_url, **options):
    return LinqAPIV3(api_key="test", base_url=base_url, max_retries=0, **options)


def documented():
    """Returns whether documented fields are always present; if not, records a skipped assertion."""
    if not OBSERVED:
        return True
    with open(os.environ["LINQ_SKIPPED_ASSERTIONS"], "a") as skipped:
        print(sys._getframe(1).f_code.co_name, file=skipped)
    return False


def method(linq, name):
    for part in name.split("."):
        linq = getattr(linq, part)
    return linq


class Checks:
    """Prints failures, and the totals at the end."""

    def __init__(self):
        self.passed = self.failed = 0

    def expect(self, condition, what):
        if condition:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED: {what}")

    def finish(self):
        """Prints the totals, which `cargo xtask test` reads, and returns the exit code."""
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0
