"""Results of all 70 operations match those of linq-python, on two emulators with the same seed."""

import asyncio
import warnings

import linq_client
import pytest
import validate_responses
from emulators import Emulator
from official import NAMES, method
from differences import differences

SCENARIOS = ("lines", "contact_cards", "groups", "messaging", "routing", "payments", "subscriptions")


class Theirs(validate_responses.Session):
    """The results of linq-python, which validates every response."""

    def __init__(self, base_url):
        super().__init__(base_url)
        self.results = []

    def call(self, name, *positional, **named):
        result = super().call(name, *positional, **named)
        self.results.append((name, result))
        return result


class Sync(Theirs):
    def __init__(self, base_url):
        super().__init__(base_url)
        self.linq = linq_client.Linq(api_key="test", base_url=base_url, max_retries=0)


class Async(Theirs):
    """The same with `AsyncLinq`."""

    def __init__(self, base_url):
        super().__init__(base_url)
        self.loop = asyncio.new_event_loop()
        self.linq = linq_client.AsyncLinq(api_key="test", base_url=base_url, max_retries=0)

    def call(self, name, *positional, **named):
        async def one():
            return await method(self.linq, name)(*positional, **named)

        self.called.add(name)
        result = self.loop.run_until_complete(one())
        self.results.append((name, result))
        return result


def run_scenario(kind):
    """Returns all results of the scenario, in order."""
    with Emulator(seed=7) as emulator, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # `phonenumbers.list` is deprecated; an async page is left unread
        session = kind(emulator.url)
        for scenario in SCENARIOS:
            getattr(validate_responses, scenario)(session)
        assert session.called == set(NAMES) and not session.checks.failed
        return session.results


@pytest.fixture(scope="module")
def theirs():
    return run_scenario(Theirs)


@pytest.fixture(scope="module", params=[Sync, Async], ids=["sync", "async"])
def ours(request):
    return run_scenario(request.param)


def test_operations_match(theirs, ours):
    assert [name for name, _ in ours] == [name for name, _ in theirs]


@pytest.mark.parametrize("name", NAMES)
def test_values_match(theirs, ours, name):
    pairs = [(a, b) for (called, a), (_, b) in zip(theirs, ours) if called == name]
    assert pairs
    for expected, found in pairs:
        if expected is None:
            assert found is None
        else:
            assert not differences(expected, found)


@pytest.mark.parametrize("name", NAMES)
def test_dicts_match(theirs, ours, name):
    """`to_dict()` matches that of linq-python, with the API's names."""
    pairs = [(a, b) for (called, a), (_, b) in zip(theirs, ours) if called == name and a is not None]
    for expected, found in pairs:
        assert not differences(expected.to_dict(), found.to_dict())
