//! Packages whose names are there for type checkers, and imported when they are first asked for.

use super::text;
use std::{collections::BTreeMap, fmt::Write};

/// Public name, module below the package, and the name there.
pub(super) type Names = BTreeMap<String, (String, String)>;

/// The `__init__.py`. Modules are below `depth`, such as `..`; `hidden` names are for the package itself.
pub(super) fn package(
    doc: &str,
    depth: &str,
    names: &Names,
    hidden: &[(&str, &str, &str)],
) -> String {
    let all: Vec<String> = names.keys().map(|name| format!("\"{name}\"")).collect();
    let (header, doc) = (text::HEADER, text::docstring(0, &[doc.to_owned()]));
    let mut source = format!("{header}{doc}\nfrom __future__ import annotations\n\n");
    let _ = write!(
        source,
        "from typing import TYPE_CHECKING, Any\n\nif TYPE_CHECKING:\n{}\n{}\n_MODULES = {{\n{}}}\n{GETATTR}",
        imports(depth, names),
        text::listed(0, "__all__ = [", &all, "]"),
        table(depth, names, hidden),
    );
    source
}

fn imports(depth: &str, names: &Names) -> String {
    let mut modules: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (public, (module, name)) in names {
        modules.entry(module).or_default().push(if name == public {
            name.clone()
        } else {
            format!("{name} as {public}")
        });
    }
    modules
        .iter()
        .map(|(module, names)| {
            let (opening, closing) = if names.len() > 1 {
                ("(", ")")
            } else {
                ("", "")
            };
            text::listed(
                4,
                &format!("from {depth}{module} import {opening}"),
                names,
                closing,
            )
        })
        .collect()
}

fn table(depth: &str, names: &Names, hidden: &[(&str, &str, &str)]) -> String {
    let public = names
        .iter()
        .map(|(public, (module, name))| (public.as_str(), module.as_str(), name.as_str()));
    public
        .chain(hidden.iter().copied())
        .map(|(public, module, name)| {
            let there = [format!("\"{depth}{module}\""), format!("\"{name}\"")];
            text::listed(4, &format!("\"{public}\": ("), &there, "),")
        })
        .collect()
}

const GETATTR: &str = r#"

def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module, there = _MODULES[name]
    value = getattr(import_module(module, __name__), there)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
"#;
