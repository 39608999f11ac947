//! What type checkers know of `with_raw_response` and `with_streaming_response`: at run time, all of them are of the two
//! classes in `_response.py`.

use super::{flavour::Flavour, names, text::Imports};
use crate::resources::Resource;

/// A way to call the methods of a resource.
pub(super) struct Kind {
    /// The property that has them.
    pub(super) property: &'static str,
    /// What the property says.
    pub(super) doc: &'static str,
    /// Its class at run time, with which the names of those for type checkers end.
    pub(super) class: &'static str,
    /// What a method of it is.
    method: &'static str,
}

pub(super) const KINDS: [Kind; 2] = [
    Kind {
        property: "with_raw_response",
        doc: "The same methods, giving the whole response: status, headers, body, and the parsed reply.",
        class: "WithRawResponse",
        method: "RawMethod",
    },
    Kind {
        property: "with_streaming_response",
        doc: "The same methods, as context managers that give the whole response. Its body has been read by then.",
        class: "WithStreamingResponse",
        method: "StreamedMethod",
    },
];

/// The classes of a resource.
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

/// The classes of a client.
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

/// A resource that a class has.
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
