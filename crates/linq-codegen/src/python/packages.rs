//! The public packages of `types/`, which import a module when one of its names is first used.

use super::{lazy, names, text, writer::Writer};
use crate::api::Declaration;
use std::collections::BTreeMap;

/// A name that a module defines.
pub(super) struct Export {
    /// The name.
    pub(super) name: String,
    /// The module, below `types`, such as `_models.chats`.
    pub(super) module: String,
    /// The public package, below `types`.
    pub(super) package: &'static str,
}

const DOCS: &[(&str, &str)] = &[
    (
        "",
        "Types of responses, of webhook events and of what requests take.\n\nA field that is annotated without `None` is \
         documented as always present. A response or an event is read without it too: the attribute is `None` then, \
         and an empty list, dict or object where one is annotated. A value that does not fit is plain JSON.",
    ),
    ("chats", "Types of `client.chats` and what is below it."),
    (
        "messages",
        "Types of `client.messages` and what is below it.",
    ),
    ("shared", "Types that are part of many others."),
    ("shared_params", "Types that are part of many requests."),
];

const UNKNOWN: &str = r#"
class UnknownPart(Model):
    """A part of a type that this version does not know. Its fields can be read like those of any other."""

    __slots__ = ()

    type: Literal["unknown"]
    """What the API calls it, a `str` like any other. Type checkers are told of one value, since they pick the class of
    the other parts by `type` only if it is a literal in all of them.
    """

    def __getattr__(self, name: str) -> Any:
        # Fields are found before this is asked; type checkers learn here that there may be any.
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
"#;

/// The packages, the registry, and what is unknown.
pub(super) fn types(writer: &Writer<'_>, exports: &[Export]) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for (package, doc) in DOCS {
        let path = ["types", package, "__init__.py"];
        let path = path
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("/");
        let names = public(package, exports);
        let source = if package.is_empty() {
            let below: Vec<&str> = DOCS.iter().skip(1).map(|(package, _)| *package).collect();
            lazy::package(doc, ".", &names, &below, REGISTER)
        } else {
            lazy::package(doc, "..", &names, &[], &[])
        };
        files.insert(path, source);
    }
    for folder in ["_models", "_params", "_events"] {
        files.insert(format!("types/{folder}/__init__.py"), String::new());
    }
    let future = text::FUTURE;
    files.insert(
        "types/_models/unknown.py".to_owned(),
        format!(
            "{future}\nfrom typing import Any, Literal\n\nfrom ..._native import Model\n\n{UNKNOWN}"
        ),
    );
    files.insert("types/_registry.py".to_owned(), registry(writer, exports));
    files
}

/// The native half calls it when it first needs a class.
const REGISTER: &[(&str, &str, &str)] = &[("_register", "_registry", "register")];

/// Public name, module, and the name there.
fn public(package: &str, exports: &[Export]) -> BTreeMap<String, (String, String)> {
    let mut names: BTreeMap<String, (String, String)> = exports
        .iter()
        .filter(|export| export.package == package)
        .map(|export| {
            (
                export.name.clone(),
                (export.module.clone(), export.name.clone()),
            )
        })
        .collect();
    if package.is_empty() {
        let unknown = "UnknownPart".to_owned();
        names.insert(unknown.clone(), ("_models.unknown".to_owned(), unknown));
    }
    for (_, name, class) in names::ALIASES.iter().filter(|(of, ..)| *of == package) {
        if let Some(export) = exports.iter().find(|export| export.name == *class) {
            names.insert(
                (*name).to_owned(),
                (export.module.clone(), export.name.clone()),
            );
        }
    }
    names
}

/// Which class the native half makes of what: by the name in Rust, or the type of event.
fn registry(writer: &Writer<'_>, exports: &[Export]) -> String {
    let mut classes: BTreeMap<String, String> = BTreeMap::new();
    for (name, declaration) in &writer.api.types {
        if super::types::is_model(name) && matches!(declaration, Declaration::Object(_)) {
            classes.insert(name.name.to_owned(), names::type_name(name));
        }
    }
    for event in &writer.api.events {
        classes.insert(
            format!("event:{}", event.name),
            names::event_class(event.name),
        );
    }
    classes.insert("UnknownPart".to_owned(), "UnknownPart".to_owned());
    classes.insert(
        "UnknownWebhookEvent".to_owned(),
        "UnknownWebhookEvent".to_owned(),
    );
    classes.insert("MessageView".to_owned(), "MessageView".to_owned());
    let mut imports = text::Imports::default();
    imports.add(".._native", "Model");
    imports.add(".._native", "register as tell");
    imports.add("._models.unknown", "UnknownPart");
    for export in exports
        .iter()
        .filter(|export| classes.values().any(|class| *class == export.name))
    {
        imports.add(&format!(".{}", export.module), &export.name);
    }
    let entries: String = classes
        .iter()
        .map(|(key, class)| format!("    \"{key}\": {class},\n"))
        .collect();
    let (future, imports) = (text::FUTURE, imports.source(0));
    format!("{future}\n{imports}\n_CLASSES: dict[str, type[Model]] = {{\n{entries}}}\n{TELL}")
}

const TELL: &str = r#"

def register() -> None:
    """Tells the native half which class stands for which type of the API."""
    tell(_CLASSES)
"#;
