"""Requests match those of linq-python 0.65.0: method, path, query, JSON body and the relevant headers.

`tests/conformance/compare_requests.py` lists the differences, with reasons.
"""

import re

import linq
import linq_client
import pytest
from arguments import ARGUMENTS
from repository import TESTS
from official import NAMES, method
from compare_requests import DIFFERENCES, GENERATED_KEY

UUID4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
CASES = [(name, index) for name in NAMES for index in range(len(ARGUMENTS[name]))]
each_call = pytest.mark.parametrize(("name", "index"), CASES, ids=[f"{name}-{index}" for name, index in CASES])


def known_key(key):
    return GENERATED_KEY if key and UUID4.fullmatch(key) else key


def with_known_keys(request):
    """Replaces generated idempotency keys, which are random, by a constant."""
    request = request._replace(key=known_key(request.key))
    for outer in ("message", "poll"):
        content = (request.json or {}).get(outer, {})
        if "idempotency_key" in content:
            content = content | {"idempotency_key": known_key(content["idempotency_key"])}
            request = request._replace(json=request.json | {outer: content})
    return request


def same(ours, theirs):
    ours = with_known_keys(ours)
    for difference in DIFFERENCES:
        ours = difference(ours, theirs)
    return ours == theirs or (ours, theirs)


def response(name):
    """A response of the right shape, with every field."""
    path = TESTS / "vectors" / "responses" / f"{name}.json"
    return path.read_bytes() if path.exists() else b"{}"


@pytest.fixture(scope="module")
def official(recorder):
    return linq.LinqAPIV3(api_key="test", base_url=recorder.url, max_retries=0)


def sent_by(official, recorder, name, positional, named):
    method(official, name)(*positional, **named)
    return recorder.only()


@each_call
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_sync_requests_match(recorder, official, name, index):
    positional, named = ARGUMENTS[name][index]
    recorder.response = response(name)
    expected = sent_by(official, recorder, name, positional, named)
    with linq_client.Linq(api_key="test", base_url=recorder.url, max_retries=0) as client:
        method(client, name)(*positional, **named)
    assert same(recorder.only(), expected) is True


@each_call
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_async_requests_match(recorder, official, run, name, index):
    positional, named = ARGUMENTS[name][index]
    recorder.response = response(name)
    expected = sent_by(official, recorder, name, positional, named)

    async def call():
        async with linq_client.AsyncLinq(api_key="test", base_url=recorder.url, max_retries=0) as client:
            await method(client, name)(*positional, **named)

    run(call())
    assert same(recorder.only(), expected) is True


def test_every_operation_has_arguments():
    assert sorted(ARGUMENTS) == sorted(NAMES) and len(NAMES) == 70


MORE = {
    "extra_headers": {"x-tenant": "7", "Idempotency-Key": "k-1"},
    "extra_query": {"verbose": "yes please", "limit": 5},
    "extra_body": {"new_field": {"a": [1, None]}},
}


@pytest.mark.parametrize("extra", MORE)
def test_extra_arguments_match(recorder, extra):
    recorder.response = response("chats.participants.add")
    clients = [module.LinqAPIV3(api_key="test", base_url=recorder.url) for module in (linq, linq_client)]
    expected, ours = [call_with(client, recorder, **{extra: MORE[extra]}) for client in clients]
    assert same(in_any_order(ours), in_any_order(expected)) is True


def in_any_order(request):
    """Sorts the query parameters, whose order is irrelevant."""
    return request._replace(query="&".join(sorted(request.query.replace("+", "%20").split("&"))))


def call_with(client, recorder, **extra):
    client.chats.participants.add("550e8400-e29b-41d4-a716-446655440000", handle="+12052499136", **extra)
    return recorder.only()


def test_default_query_matches(recorder):
    recorder.response = response("phone_numbers.list")

    def call(module):
        client = module.LinqAPIV3(api_key="test", base_url=recorder.url, default_query={"a": "b"})
        client.with_options(default_query={"c": "d"}).phone_numbers.list(extra_query={"e": "f"})
        return recorder.only()

    assert same(call(linq_client), call(linq)) is True


@pytest.mark.parametrize("verb", ["get", "post", "put", "patch", "delete"])
def test_custom_requests_match(recorder, verb):
    recorder.response = b'{"new": true}'
    body = {} if verb == "get" else {"body": {"name": "cake", "size": 3}}

    def call(module):
        client = module.LinqAPIV3(api_key="test", base_url=recorder.url)
        found = getattr(client, verb)("/v3/new/thing", cast_to=object, options={"params": {"q": "1"}}, **body)
        return found, recorder.only()

    (ours, our_request), (found, request) = call(linq_client), call(linq)
    assert ours == found == {"new": True}
    assert same(our_request, request) is True
