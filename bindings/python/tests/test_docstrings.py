"""Public names have docstrings."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import pytest

import linq_client


def modules() -> list[str]:
    found = pkgutil.walk_packages(linq_client.__path__, "linq_client.")
    return ["linq_client", *(it.name for it in found if it.name != "linq_client._native")]


def own(module: Any) -> Iterator[tuple[str, Any]]:
    """Yields the classes and functions that a module defines."""
    for name in {*vars(module), *getattr(module, "__all__", ())}:
        value = getattr(module, name)
        is_own = getattr(value, "__module__", None) == module.__name__
        if not name.startswith("_") and is_own and (inspect.isclass(value) or inspect.isfunction(value)):
            yield name, value


def members(kind: type) -> Iterator[tuple[str, Any]]:
    for name, value in vars(kind).items():
        if name.startswith("_"):
            continue
        if isinstance(value, (property, cached_property)) or inspect.isfunction(inspect.unwrap(value)):
            yield name, value
        elif isinstance(value, (classmethod, staticmethod)):
            yield name, value.__func__


@pytest.mark.parametrize("name", modules())
def test_docstrings(name: str) -> None:
    module = importlib.import_module(name)
    # Generated modules are private: names are imported from their packages.
    is_generated = "._" in name or name.startswith(("linq_client.resources.", "linq_client.types."))
    missing = [] if module.__doc__ or is_generated else [name]
    for own_name, value in own(module):
        missing += [] if value.__doc__ else [own_name]
        if inspect.isclass(value):
            missing += [f"{own_name}.{it}" for it, member in members(value) if not (member.__doc__ or "").strip()]
    assert not missing


def test_native_docstrings() -> None:
    native = importlib.import_module("linq_client._native")
    names = [name for name in vars(native.Model) if not name.startswith("_")]
    assert names
    assert not [name for name in names if not getattr(native.Model, name).__doc__]
