"""Errors match those of linq-python, by class and attributes."""

import copy
import json
import pickle
import socket

import httpx
import linq
import linq_client
import pytest
from repository import TESTS

ROWS = json.loads((TESTS / "vectors" / "errors.json").read_text())
each_row = pytest.mark.parametrize("row", ROWS, ids=[str(row["code"]) for row in ROWS])
KEY = "sk_very_secret"


def caught(call):
    try:
        call()
    except Exception as error:
        return error
    raise AssertionError("no error")


def options(emulator):
    return {"api_key": KEY, "base_url": emulator.url, "max_retries": 0}


def theirs(emulator):
    return caught(linq.LinqAPIV3(**options(emulator)).phone_numbers.list)


def ours(emulator, run, kind):
    if kind == "sync":
        return caught(linq_client.Linq(**options(emulator)).phone_numbers.list)

    async def call():
        await linq_client.AsyncLinq(**options(emulator)).phone_numbers.list()

    return caught(lambda: run(call()))


def official_names(error):
    """Returns the names of an error's classes, without those that only linq-client has."""
    names = [found.__name__ for found in type(error).__mro__]
    return [name for name in names if hasattr(linq, name) or name in ("LinqApiv3Error", "Exception")]


each_kind = pytest.mark.parametrize("kind", ["sync", "async"])


@each_kind
@each_row
def test_status_error(emulator, run, kind, row):
    retry_after = {"retry_after": 7} if row["retry"] == "after" else {}
    emulator.fault("status", status=row["status"], code=row["code"], message="because", **retry_after)
    expected, found = theirs(emulator), ours(emulator, run, kind)
    assert official_names(found) == official_names(expected)
    for name in ("status_code", "code", "doc_url", "retry_after"):
        assert getattr(found, name) == getattr(expected, name), name
    without_trace = [dict(error.body) for error in (found, expected)]
    assert without_trace[0] == without_trace[1]
    assert found.response.status_code == expected.response.status_code
    assert found.response.json()["error"] == expected.response.json()["error"]
    assert str(found.request.url) == str(expected.request.url)
    assert found.request.method == expected.request.method
    assert found.trace_id == found.response.headers["x-trace-id"]
    assert "because" in str(found) and str(row["code"]) in str(found) and KEY not in repr(found) + str(found)


@each_kind
@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 418, 422, 429, 500, 502, 503, 504])
def test_html_error_of_a_proxy(emulator, run, kind, status):
    emulator.fault("html", status=status)
    expected, found = theirs(emulator), ours(emulator, run, kind)
    assert official_names(found) == official_names(expected)
    assert (found.status_code, found.code) == (expected.status_code, None)
    assert found.body == expected.body and found.response.text == expected.response.text


@each_kind
def test_unknown_error_code(emulator, run, kind):
    emulator.fault("status", status=409, code=2999, message="new")
    expected, found = theirs(emulator), ours(emulator, run, kind)
    assert official_names(found) == official_names(expected) and found.code == expected.code == 2999


@each_kind
@pytest.mark.parametrize("fault", ["drop_response", "close", "truncate"])
def test_connection_lost(emulator, run, kind, fault):
    emulator.fault(fault)
    expected, found = theirs(emulator), ours(emulator, run, kind)
    assert isinstance(found, linq_client.APIConnectionError) and not isinstance(found, linq_client.APITimeoutError)
    if fault != "truncate":  # linq-python raises httpx's error
        assert official_names(found) == official_names(expected)


@each_kind
def test_timeout(emulator, run, kind):
    emulator.fault("delay", ms=5000)
    more = options(emulator) | {"timeout": 0.2}
    expected = caught(linq.LinqAPIV3(**more).phone_numbers.list)
    if kind == "sync":
        found = caught(linq_client.Linq(**more).phone_numbers.list)
    else:

        async def call():
            await linq_client.AsyncLinq(**more).phone_numbers.list()

        found = caught(lambda: run(call()))
    assert official_names(found) == official_names(expected) and isinstance(found, linq_client.APITimeoutError)


@each_kind
def test_connection_refused(run, kind):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

    class Nowhere:
        url = f"http://127.0.0.1:{port}"

    expected, found = theirs(Nowhere), ours(Nowhere, run, kind)
    assert official_names(found) == official_names(expected) and found.may_have_taken_effect is False


@each_kind
def test_connect_timeout(full_queue, run, kind):
    class Full:
        url = full_queue

    limits = httpx.Timeout(10, connect=0.3)
    expected = caught(linq.LinqAPIV3(**options(Full), timeout=limits).phone_numbers.list)
    if kind == "sync":
        client = linq_client.Linq(**options(Full), connect_timeout=0.3)
        found = caught(lambda: client.contact_card.create(phone_number="+12223334444", first_name="A"))
    else:

        async def call():
            client = linq_client.AsyncLinq(**options(Full), connect_timeout=0.3)
            await client.contact_card.create(phone_number="+12223334444", first_name="A")

        found = caught(lambda: run(call()))
    assert official_names(found) == official_names(expected) and isinstance(found, linq_client.APITimeoutError)
    assert found.may_have_taken_effect is False


@each_kind
def test_undecodable_response(emulator, run, kind):
    emulator.fault("garbage")
    found = ours(emulator, run, kind)
    assert isinstance(found, linq_client.APIResponseValidationError) and found.status_code == 200
    assert found.response.content


def test_strict_response_validation(recorder):
    recorder.response = b'{"phone_numbers": [{"id": 7}]}'
    strict = linq.LinqAPIV3(api_key=KEY, base_url=recorder.url, _strict_response_validation=True)
    client = linq_client.Linq(api_key=KEY, base_url=recorder.url, _strict_response_validation=True)
    expected, found = caught(strict.phone_numbers.list), caught(client.phone_numbers.list)
    assert official_names(found) == official_names(expected)
    assert "phone_numbers[0]" in str(found), str(found)


def test_missing_api_key(monkeypatch):
    monkeypatch.delenv("LINQ_API_V3_API_KEY", raising=False)
    assert official_names(caught(linq.LinqAPIV3)) == official_names(caught(linq_client.LinqAPIV3))


@each_row
def test_pickle_and_copy(emulator, run, row):
    emulator.fault("status", status=row["status"], code=row["code"], message="because")
    error = ours(emulator, run, "sync")
    for copied in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(copied) is type(error) and str(copied) == str(error)
        for name in ("status_code", "code", "doc_url", "body", "trace_id", "may_have_taken_effect"):
            assert getattr(copied, name) == getattr(error, name), name
        assert copied.response.content == error.response.content
