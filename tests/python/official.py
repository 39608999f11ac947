"""What the scripts share: the facts, and the official client's methods by their official names."""

import json
import pathlib

from linq import LinqAPIV3

TESTS = pathlib.Path(__file__).parent.parent
FACTS = json.loads((TESTS / "linq-v3.json").read_text())
NAMES = [endpoint["name"] for endpoint in FACTS["endpoints"]]


def client(base_url, **options):
    return LinqAPIV3(api_key="test", base_url=base_url, max_retries=0, **options)


def method(linq, name):
    for part in name.split("."):
        linq = getattr(linq, part)
    return linq


class Checks:
    """Prints what fails, and at the end what did not."""

    def __init__(self):
        self.passed = self.failed = 0

    def expect(self, is_right, what):
        if is_right:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED: {what}")

    def finish(self):
        """The last line is read by `cargo xtask test`."""
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0
