//! Types of `with_raw_response` and `with_streaming_response`, for type checkers. At run time, they are the two
//! classes of `_response.py`.

use super::{flavour::Flavour, names, text::Imports};
use crate::resources::Resource;

/// A wrapper of a resource.
pub(super) struct Kind {
    /// Property of the resource.
    pub(super) property: &'static str,
    /// Doc of the property.
    pub(super) doc: &'static str,
    /// Class at run time, and suffix of the classes for type checkers.
    pub(super) class: &'static str,
    /// Type of a wrapped method.
    method: &'static str,
}

pub(super) const KINDS: [Kind; 2] = [
    Kind {
        property: "with_raw_response",
        doc: "The same methods, which return raw responses: status, headers, body, and the parsed result.",
        class: "WithRawResponse",
        method: "RawMethod",
    },
    Kind {
        property: "with_streaming_response",
        doc: "The same methods, which return context managers of raw responses. The body has been read completely.",
        class: "WithStreamingResponse",
        method: "StreamedMethod",
    },
];

/// Returns the wrapper classes of a resource.
pub(super) fn of_resource(
    resource: &Resource<'_>,
    root: &str,
    (runtime, checked): (&mut Imports, &mut Imports),
) -> String {
    let class = names::resource_class(resource.name);
    classes(&class, root, runtime, |kind, flavour| {
        let prefix = flavour.prefix();
        let wrapper = format!("{prefix}{}", kind.method);
        checked.add(&format!("{root}_response_types"), &wrapper);
        let mut members = String::new();
        for operation in &resource.operations {
            let method = operation.method();
            let ignore = match names::deprecation(operation.name) {
                Some(_) => "  # pyright: ignore[reportDeprecated]",
                None => "",
            };
            members += &format!("        {method} = {wrapper}({prefix}{class}.{method}){ignore}\n");
        }
        for child in &resource.children {
            members += &member(
                child,
                &format!(".{}", names::last(child)),
                kind,
                flavour,
                checked,
            );
        }
        members
    })
}

/// Returns the wrapper classes of a client.
pub(super) fn of_client(
    resources: &[&Resource<'_>],
    (runtime, checked): (&mut Imports, &mut Imports),
) -> String {
    classes("Linq", "..", runtime, |kind, flavour| {
        let members = resources.iter().map(|resource| {
            let module = format!(".{}", names::module(resource));
            member(resource.name, &module, kind, flavour, checked)
        });
        members.collect()
    })
}

/// Returns a member for a subresource.
fn member(
    resource: &str,
    module: &str,
    kind: &Kind,
    flavour: Flavour,
    checked: &mut Imports,
) -> String {
    let class = names::resource_class(resource);
    let class = format!("{}{class}{}", flavour.prefix(), kind.class);
    checked.add(module, &class);
    format!("        {}: {class}\n", names::last(resource))
}

fn classes(
    of: &str,
    root: &str,
    runtime: &mut Imports,
    mut members: impl FnMut(&Kind, Flavour) -> String,
) -> String {
    let (mut checked, mut run) = (String::new(), String::new());
    for kind in &KINDS {
        runtime.add(&format!("{root}_response"), kind.class);
        for flavour in Flavour::ALL {
            let class = format!("{}{of}{}", flavour.prefix(), kind.class);
            let members = members(kind, flavour);
            checked += &format!("\n    class {class}({}):\n{members}", kind.class);
            run += &format!("    {class} = {}\n", kind.class);
        }
    }
    format!("\n\nif TYPE_CHECKING:\n{checked}\nelse:\n{run}")
}
