//! Public packages of `types/`, which import modules on first access.

use super::{lazy, names, text, writer::Writer};
use crate::api::Declaration;
use std::collections::BTreeMap;

/// An exported name.
pub(super) struct Export {
    /// Name.
    pub(super) name: String,
    /// Module below `types`, such as `_models.chats`.
    pub(super) module: String,
    /// Public package below `types`.
    pub(super) package: &'static str,
}

const DOCS: &[(&str, &str)] = &[
    (
        "",
        "Types of responses, webhook events and requests.\n\nA field whose annotation is not optional is documented as \
         always present. If a response or an event lacks it nevertheless, the attribute is `None`, or an empty list, \
         dict or object. A value that does not match its type is plain JSON.",
    ),
    ("chats", "Types of `client.chats` and its subresources."),
    (
        "messages",
        "Types of `client.messages` and its subresources.",
    ),
    ("shared", "Types that are shared by many others."),
    ("shared_params", "Types that are shared by many requests."),
];

const UNKNOWN: &str = r#"
class UnknownPart(BaseModel):
    """A part of an unknown type. Its fields are attributes."""

    __slots__ = ()

    type: Literal["unknown"]
    """Type of the part, which at run time is any `str` that the API sends. It is annotated as a literal, since type
    checkers narrow a union by `type` only if that is a literal in all members.
    """

    def __getattr__(self, name: str) -> Any:
        # Only for type checkers: the native module finds all fields before this is called.
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
"#;

/// Returns the packages, the registry, and the classes of unknown values.
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
            "{future}\nfrom typing import Any, Literal\n\nfrom ..._base_model import BaseModel\n\n{UNKNOWN}"
        ),
    );
    files.insert("types/_registry.py".to_owned(), registry(writer, exports));
    files
}

/// The native module calls it when it first needs a class.
const REGISTER: &[(&str, &str, &str)] = &[("_register", "_registry", "register")];

/// Returns public names with their module and name in it.
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

/// Returns the registry of classes for the native module, by name in Rust or by event type.
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
    imports.add(".._native", "register as register_classes");
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
    format!(
        "{future}\n{imports}\n_CLASSES: dict[str, type[Model]] = {{\n{entries}}}\n{REGISTER_FUNCTION}"
    )
}

const REGISTER_FUNCTION: &str = r#"

def register() -> None:
    """Registers the model classes in the native module."""
    register_classes(_CLASSES)
"#;
