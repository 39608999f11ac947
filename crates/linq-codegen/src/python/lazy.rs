//! Packages that declare their names for type checkers, and import them on first access.

use super::text;
use std::collections::BTreeMap;

/// Public name, module below the package, and name in the module.
pub(super) type Names = BTreeMap<String, (String, String)>;

/// Returns the source of `__init__.py`. `depth` is the relative path of modules, such as `..`; `below` are the
/// public submodules; `hidden` are private names.
pub(super) fn package(
    doc: &str,
    depth: &str,
    names: &Names,
    below: &[&str],
    hidden: &[(&str, &str, &str)],
) -> String {
    let all: Vec<String> = names.keys().map(|name| format!("\"{name}\"")).collect();
    let mut source = text::docstring(0, &[doc.to_owned()]) + text::FUTURE + "\n";
    source += &format!(
        "from typing import TYPE_CHECKING, Any\n\nif TYPE_CHECKING:\n{}{}\n{}\n_MODULES = {{\n{}{}}}\n{GETATTR}",
        modules(below),
        imports(depth, names),
        text::listed(0, "__all__ = [", &all, "]"),
        table(depth, names, hidden),
        modules_table(below)
    );
    source
}

/// Imports with `as`, so that type checkers treat the modules as exported.
fn modules(below: &[&str]) -> String {
    if below.is_empty() {
        return String::new();
    }
    let names: Vec<String> = below
        .iter()
        .map(|name| format!("{name} as {name}"))
        .collect();
    text::listed(4, "from . import (", &names, ")")
}

/// Returns the entries of submodules, whose attribute is empty.
fn modules_table(below: &[&str]) -> String {
    below
        .iter()
        .map(|name| format!("    \"{name}\": (\".{name}\", \"\"),\n"))
        .collect()
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
            let target = [format!("\"{depth}{module}\""), format!("\"{name}\"")];
            text::listed(4, &format!("\"{public}\": ("), &target, "),")
        })
        .collect()
}

const GETATTR: &str = r#"

def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module, attribute = _MODULES[name]
    value: Any = import_module(module, __name__)
    if attribute:
        value = getattr(value, attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULES})
"#;
