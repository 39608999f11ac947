//! The classes behind `with_raw_response` and `with_streaming_response`.

use super::{
    flavour::Flavour,
    names,
    text::{self, Imports},
};
use crate::resources::{self, Resource};
use std::fmt::Write;

/// The end of the class's name, the property that gives it, and what that says.
pub(super) const KINDS: [(&str, &str, &str); 2] = [
    (
        "WithRawResponse",
        "with_raw_response",
        "The same methods, giving the whole response: status, headers, body, and the parsed reply.",
    ),
    (
        "WithStreamingResponse",
        "with_streaming_response",
        "The same methods, as context managers that give the whole response. Its body has been read by then.",
    ),
];

/// The function that makes a method one of the class.
fn wrapper(flavour: Flavour, suffix: &str) -> String {
    let prefix = match flavour {
        Flavour::Sync => "",
        Flavour::Async => "async_",
    };
    let kind = if suffix == "WithRawResponse" {
        "raw"
    } else {
        "streamed"
    };
    format!("{prefix}to_{kind}_response_wrapper")
}

pub(super) fn classes(
    resource: &Resource<'_>,
    root: &str,
    (runtime, checked): (&mut Imports, &mut Imports),
) -> String {
    let mut source = String::new();
    for (suffix, ..) in KINDS {
        for flavour in Flavour::ALL {
            source += &class(resource, root, suffix, flavour, (runtime, checked));
        }
    }
    source
}

fn class(
    resource: &Resource<'_>,
    root: &str,
    suffix: &str,
    flavour: Flavour,
    (runtime, checked): (&mut Imports, &mut Imports),
) -> String {
    let wrapper = wrapper(flavour, suffix);
    runtime.add(&format!("{root}_response"), &wrapper);
    let own = format!(
        "{}{}",
        flavour.prefix(),
        names::resource_class(resource.name)
    );
    let variable = names::last(resource.name);
    let mut class = format!("\n\nclass {own}{suffix}:\n");
    let property = KINDS
        .iter()
        .find(|(it, ..)| *it == suffix)
        .map_or("", |(_, property, _)| property);
    let _ = write!(
        class,
        "    \"\"\"What `client.{}.{property}` gives.\"\"\"\n\n",
        resource.name
    );
    let _ = writeln!(class, "    def __init__(self, {variable}: {own}) -> None:");
    let _ = writeln!(class, "        self._{variable} = {variable}");
    for operation in &resource.operations {
        let method = operation.method();
        let ignore = match names::deprecation(operation.name) {
            Some(_) => "  # pyright: ignore[reportDeprecated]",
            None => "",
        };
        let _ = writeln!(
            class,
            "        self.{method} = {wrapper}({variable}.{method}){ignore}"
        );
    }
    for child in &resource.children {
        let module = names::last(child);
        let doc = text::docstring(8, &[resources::doc(child).to_owned()]);
        let child = format!(
            "{}{}{suffix}",
            flavour.prefix(),
            names::resource_class(child)
        );
        checked.add(&format!(".{module}"), &child);
        let _ = write!(
            class,
            "\n    @cached_property\n    def {module}(self) -> {child}:\n{doc}        return self._{variable}.{module}.{property}\n"
        );
    }
    class
}
