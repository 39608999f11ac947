"""The public API, compared with that of linq-python 0.65.0.

Missing names are in these lists, and in MIGRATING.md with their replacements.
"""

from __future__ import annotations

import importlib
import inspect
import json
import keyword
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import linq
import pytest
from linq._resource import AsyncAPIResource, SyncAPIResource

import linq_client
from linq_client import _options

MIGRATING = (Path(__file__).parent.parent / "MIGRATING.md").read_text()
MISSING_EXPORTS = {
    "AsyncStream",
    "DEFAULT_CONNECTION_LIMITS",
    "DefaultAioHttpClient",
    "DefaultAsyncHttpxClient",
    "DefaultHttpxClient",
    "ProxiesTypes",
    "Stream",
    "Timeout",
    "file_from_path",
}
MISSING_FROM_CLIENTS = {
    "auth_headers",
    "content",
    "custom_auth",
    "files",
    "get_api_list",
    "platform_headers",
    "qs",
    "stream",
    "stream_cls",
    "user_agent",
}
MISSING_FROM_RESPONSES = {"http_version"}
VERBS = ["get", "post", "put", "patch", "delete", "copy", "with_options", "__init__"]

PACKAGES = ["types", "types.chats", "types.messages", "types.shared", "types.shared_params"]


def methods(resource: object, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yields the methods of a resource and of its subresources, by dotted name."""
    for name in dir(type(resource)):
        if name.startswith(("_", "with_")):
            continue
        member = getattr(resource, name)
        if isinstance(member, (SyncAPIResource, AsyncAPIResource)):
            yield from methods(member, f"{path}{name}.")
        elif path:
            yield f"{path}{name}", member


def official(client: object) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in dir(type(client)):
        if name.startswith(("_", "with_")) or name in ("copy", "qs"):
            continue
        member = getattr(client, name)
        if isinstance(member, (SyncAPIResource, AsyncAPIResource)):
            found.update(methods(member, f"{name}."))
    return found


SYNC = official(linq.LinqAPIV3(api_key="key"))
ASYNC = official(linq.AsyncLinqAPIV3(api_key="key"))


def ours(client: object, name: str) -> Any:
    for part in name.split("."):
        client = getattr(client, part)
    return client


def check(theirs: Any, mine: Any) -> None:
    expected = inspect.signature(theirs).parameters
    found = inspect.signature(mine).parameters
    for name, parameter in expected.items():
        assert name in found
        assert found[name].kind == parameter.kind, name
        assert (found[name].default is parameter.empty) == (parameter.default is parameter.empty), name
    for name in found.keys() - expected.keys():
        assert found[name].default is not inspect.Parameter.empty, name


def test_number_of_methods() -> None:
    assert len(SYNC) == len(ASYNC) == 71


@pytest.mark.parametrize("name", SYNC)
def test_signatures_of_sync_methods(name: str) -> None:
    with linq_client.Linq(api_key="key") as client:
        check(SYNC[name], ours(client, name))


@pytest.mark.parametrize("name", ASYNC)
def test_signatures_of_async_methods(name: str) -> None:
    client = linq_client.AsyncLinq(api_key="key")
    mine = ours(client, name)
    check(ASYNC[name], mine)
    assert inspect.iscoroutinefunction(mine) == inspect.iscoroutinefunction(inspect.unwrap(ASYNC[name]))


@pytest.mark.parametrize("name", [name for name in SYNC if name != "webhooks.unwrap"])
@pytest.mark.parametrize("wrapped", ["with_raw_response", "with_streaming_response"])
def test_every_method_has_raw_and_streaming_variants(name: str, wrapped: str) -> None:
    resource, method = name.rsplit(".", 1)
    client = linq_client.Linq(api_key="key")
    assert callable(ours(client, f"{resource}.{wrapped}.{method}"))
    assert callable(ours(client, f"{wrapped}.{resource}.{method}"))


@pytest.mark.parametrize("package", PACKAGES)
def test_official_types_can_be_imported_from_the_same_packages(package: str) -> None:
    theirs = importlib.import_module(f"linq.{package}")
    mine = importlib.import_module(f"linq_client.{package}")
    missing = [
        name
        for name in vars(theirs)
        if name[0].isupper() and not hasattr(mine, name)
    ]
    assert not missing


@pytest.mark.parametrize("package", PACKAGES)
def test_names_in_all_exist(package: str) -> None:
    module = importlib.import_module(f"linq_client.{package}")
    for name in module.__all__:
        assert getattr(module, name) is not None
    with pytest.raises(AttributeError, match="no_such_name"):
        module.no_such_name


def test_model_fields_match_the_official_client() -> None:
    theirs = importlib.import_module("linq.types")
    mine = importlib.import_module("linq_client.types")
    missing = []
    for name in vars(theirs):
        fields = getattr(getattr(theirs, name), "model_fields", None)
        if fields is None:
            continue
        known = {key for base in getattr(mine, name).__mro__ for key in vars(base).get("__annotations__", {})}
        missing += [f"{name}.{field}" for field in fields if field not in known]
    assert not missing


def test_param_keys_match_the_official_client() -> None:
    differences = []
    for package in PACKAGES:
        theirs = importlib.import_module(f"linq.{package}")
        mine = importlib.import_module(f"linq_client.{package}")
        for name in vars(theirs):
            official = getattr(theirs, name)
            if name[0].isupper() and hasattr(official, "__required_keys__"):
                own = getattr(mine, name)
                lacking = set(official.__annotations__) - set(own.__annotations__)
                differences += [f"{name}.{key}" for key in sorted(lacking)]
    assert not differences


def official_modules() -> Iterator[ModuleType]:
    """Yields the public modules, except those below `types` with a single class."""
    for found in pkgutil.walk_packages(linq.__path__, "linq."):
        path = found.name.split(".")
        if not any(part.startswith("_") for part in path) and (found.ispkg or path[1] != "types"):
            yield importlib.import_module(found.name)


def defined(module: ModuleType) -> list[str]:
    """Returns the classes that a package exports, or a module defines."""
    if hasattr(module, "__path__"):
        return [name for name in vars(module) if name[0].isupper()]
    # Names of parametrized pydantic classes are not identifiers.
    named = {name: value for name, value in vars(module).items() if name.isidentifier() and name[0].isupper()}
    return [name for name, value in named.items() if getattr(value, "__module__", None) == module.__name__]


MODULES = {module.__name__.removeprefix("linq."): defined(module) for module in official_modules()}
OWN_MODULES = {
    "durable": ["Outbox"],
    "emulator": ["Emulator"],
    "httpx": ["HttpxTransport"],
    "text": ["Text"],
    "webhooks": ["unwrap"],
}
REACH = """
import operator, sys
import linq_client

assert sorted(name for name in sys.modules if name.startswith("linq_client")) == ["linq_client", "linq_client._version"]
module = operator.attrgetter(sys.argv[1])(linq_client)
print(*(name for name in sys.argv[2:] if not hasattr(module, name)))
"""


@pytest.mark.parametrize(("module", "names"), [*MODULES.items(), *OWN_MODULES.items()])
def test_modules_are_importable_as_attributes_of_the_package(module: str, names: list[str]) -> None:
    """Each is accessed in its own process, since importing one may import others."""
    assert names
    done = subprocess.run([sys.executable, "-c", REACH, module, *names], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert not done.stdout.strip()


@pytest.mark.parametrize("package", ["linq_client", *(f"linq_client.{name}" for name in ("resources", *PACKAGES))])
def test_dir_lists_existing_names(package: str) -> None:
    module = importlib.import_module(package)
    assert set(module.__all__) <= set(dir(module))
    below = {found.name for found in pkgutil.iter_modules(module.__path__) if not found.name.startswith("_")}
    assert below - {"httpx"} <= set(dir(module))
    for name in dir(module):
        assert hasattr(module, name)


def public(kind: type) -> set[str]:
    named = (name for base in kind.__mro__ for name in (*vars(base), *vars(base).get("__annotations__", ())))
    return {name for name in named if not name.startswith("_")}


def test_package_exports_match_the_official_client() -> None:
    missing = {name for name in linq.__all__ if not hasattr(linq_client, name)}
    assert missing == MISSING_EXPORTS
    for name in linq_client.__all__:
        assert getattr(linq_client, name) is not None


@pytest.mark.parametrize("name", sorted(MISSING_EXPORTS))
def test_missing_names_tell_their_replacements(name: str) -> None:
    with pytest.raises(AttributeError, match=f"module 'linq_client' has no attribute '{name}': "):
        getattr(linq_client, name)


def test_httpx_transports_without_httpx_tell_what_to_install() -> None:
    script = "import sys; sys.modules['httpx'] = None; import linq_client; linq_client.httpx"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    last = done.stderr.splitlines()[-1]
    assert last == "ImportError: linq_client.httpx requires httpx; install `linq-client[httpx]`"


def annotated() -> Iterator[tuple[str, Any]]:
    """Yields the public classes and functions of the package, and the methods of these classes."""
    for module in pkgutil.walk_packages(linq_client.__path__, "linq_client."):
        if module.name == "linq_client._native":
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if name.startswith("_") or getattr(value, "__module__", None) != module.name:
                continue
            if inspect.isfunction(value) or inspect.isclass(value):
                yield f"{module.name}.{name}", value
            for member, method in vars(value).items() if inspect.isclass(value) else ():
                function = getattr(method, "__func__", method)
                if not member.startswith("_") and inspect.isfunction(function):
                    yield f"{module.name}.{name}.{member}", function


def test_annotations_are_resolved_at_run_time() -> None:
    found = dict(annotated())
    assert len(found) > 500
    for name, value in found.items():
        try:
            get_type_hints(value)
        except NameError as error:
            pytest.fail(f"{name}: {error}")
    hints = get_type_hints(linq_client.Linq(api_key="key").chats.create)
    assert hints["return"] is linq_client.types.ChatCreateResponse


def literals(hint: Any) -> set[str]:
    """Returns the values of the literals in an annotation."""
    if get_origin(hint) is Literal:
        return set(get_args(hint))
    return {value for argument in get_args(hint) for value in literals(argument)}


def is_open(hint: Any) -> bool:
    """Returns whether an annotation has a literal beside `str`."""
    arguments = get_args(hint)
    return (str in arguments and bool(literals(hint))) or any(is_open(argument) for argument in arguments)


def request_hints() -> Iterator[tuple[str, Any]]:
    for name, method in SYNC.items():
        mine = get_type_hints(ours(linq_client.Linq(api_key="key"), name))
        theirs = get_type_hints(inspect.unwrap(method))
        yield from ((f"{name}.{argument}", (mine[argument], hint)) for argument, hint in theirs.items() if argument in mine)


def test_literals_are_closed_in_arguments_as_in_linq_python() -> None:
    number = 0
    for name, (mine, theirs) in request_hints():
        if name.endswith(".return"):
            continue
        assert literals(mine) >= literals(theirs), name
        assert not is_open(mine), name
        number += bool(literals(theirs))
    assert number > 5
    for name in linq_client.types.__all__:
        if name.endswith(("Param", "Params")) and inspect.isclass(getattr(linq_client.types, name)):
            for key, hint in get_type_hints(getattr(linq_client.types, name)).items():
                assert not is_open(hint), f"{name}.{key}"


def test_literals_are_open_in_responses() -> None:
    assert is_open(get_type_hints(linq_client.types.Message)["delivery_status"])
    for name in linq_client.types.__all__:
        kind = getattr(linq_client.types, name)
        if not inspect.isclass(kind) or not issubclass(kind, linq_client.BaseModel):
            continue
        for field, hint in get_type_hints(kind).items():
            # Those of one value select the class in its union.
            assert len(literals(hint)) < 2 or is_open(hint), f"{name}.{field}"


def test_different_meaning_of_transport_is_documented() -> None:
    assert linq.Transport is not linq_client.Transport
    assert "`Transport`" in MIGRATING


def keywords_of(function: Any) -> set[str]:
    """Returns the arguments of a function, including those of an unpacked `TypedDict`."""
    names = set(inspect.signature(function).parameters)
    unpacked = re.fullmatch(r"Unpack\[(\w+)]", str(function.__annotations__.get("options")))
    return names | getattr(_options, unpacked[1]).__optional_keys__ if unpacked else names


def test_client_members_match_the_official_client() -> None:
    found: set[str] = set()
    for theirs, mine in ((linq.LinqAPIV3, linq_client.Linq), (linq.AsyncLinqAPIV3, linq_client.AsyncLinq)):
        members = {name for name in dir(theirs(api_key="key")) if not name.startswith("_")}
        found |= members - set(dir(mine(api_key="key")))
        for verb in VERBS:
            taken = inspect.signature(getattr(theirs, verb)).parameters.keys()
            taken -= {"_extra_kwargs"}  # for its own subclasses
            found |= taken - keywords_of(getattr(mine, verb))
    assert found == MISSING_FROM_CLIENTS


@pytest.mark.parametrize("name", ["APIResponse", "AsyncAPIResponse"])
def test_response_members_match_the_official_client(name: str) -> None:
    assert public(getattr(linq, name)) - public(getattr(linq_client, name)) == MISSING_FROM_RESPONSES


@pytest.mark.parametrize("name", [name for name in linq.__all__ if name.endswith("Error")])
def test_error_members_and_bases_match_the_official_client(name: str) -> None:
    theirs, mine = getattr(linq, name), getattr(linq_client, name)
    assert public(theirs) <= public(mine)
    bases = [base.__name__ for base in theirs.__mro__ if base is not object]
    assert set(bases) <= {base.__name__ for base in mine.__mro__}


def test_request_options_match_the_official_client() -> None:
    assert linq.RequestOptions.__annotations__.keys() - linq_client.RequestOptions.__annotations__.keys() == {
        "follow_redirects",
        "security",
    }


@pytest.mark.parametrize("name", sorted(MISSING_EXPORTS | MISSING_FROM_CLIENTS | MISSING_FROM_RESPONSES | {"follow_redirects", "security"}))
def test_missing_names_are_documented(name: str) -> None:
    assert re.search(rf"`[^`]*\b{name}\b[^`]*`", MIGRATING)


@pytest.mark.parametrize("name", SYNC)
def test_nullable_arguments_match_the_official_client(name: str) -> None:
    expected = inspect.signature(SYNC[name]).parameters
    with linq_client.Linq(api_key="key") as client:
        found = inspect.signature(ours(client, name)).parameters
    for parameter, theirs in expected.items():
        official, own = str(theirs.annotation), str(found[parameter].annotation)
        assert ("Optional" in official or "None" in official) == ("None" in own), parameter


def test_keyword_list_of_the_generator() -> None:
    source = (Path(__file__).parents[3] / "crates/linq-codegen/src/python/keywords.rs").read_text()
    assert sorted(re.findall(r'"(\w+)"', source)) == sorted(keyword.kwlist)


def test_raw_responses_are_of_operations_only() -> None:
    with linq_client.Linq(api_key="key") as client:
        raw = client.attachments.with_raw_response
        assert {name for name in dir(raw) if not name.startswith("_")} == {"create", "delete", "retrieve"}
        assert {"chats", "messages"} <= set(dir(client.with_raw_response))
        for wrapped, name in [(raw, "upload"), (raw, "with_raw_response"), (client.with_raw_response, "get")]:
            with pytest.raises(AttributeError, match=name):
                getattr(wrapped, name)
