"""The structure of the package."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import linq_client

PACKAGE = Path(linq_client.__file__).parent
SOURCES = {
    ".".join(("linq_client", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in PACKAGE.rglob("*.py")
}


def imports(node: ast.AST) -> Iterator[ast.ImportFrom]:
    """Yields the relative imports outside of functions, those for type checkers included."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ImportFrom) and child.level:
            yield child
        elif not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield from imports(child)


def imported_modules(name: str) -> set[str]:
    parents = name.split(".") + ["__init__"] * (SOURCES[name].name == "__init__.py")
    found = set()
    for node in imports(ast.parse(SOURCES[name].read_text())):
        base = ".".join(parents[: -node.level] + ([node.module] if node.module else []))
        members = {alias.name: f"{base}.{alias.name}" for alias in node.names if alias.name != "_native"}
        found |= {member if member in SOURCES else base for member in members.values()}
    return found & SOURCES.keys()


def test_imports_are_acyclic() -> None:
    graph = {name: imported_modules(name) for name in SOURCES}
    assert len(graph["linq_client"]) > 10
    TopologicalSorter(graph).prepare()
