//! `resources/_client.py`: the resources of a client.

use super::{
    flavour::Flavour,
    names,
    text::{self, Imports},
    wrappers,
};
use crate::resources::{self, Resource};

pub(super) fn source(resources: &[Resource<'_>]) -> String {
    let mut runtime = Imports::default();
    let mut checked = Imports::default();
    runtime.add(".._call", "lazy_property");
    runtime.add("typing", "TYPE_CHECKING");
    runtime.add("typing", "cast");
    let top: Vec<&Resource<'_>> = resources
        .iter()
        .filter(|resource| !resource.name.contains('.'))
        .collect();
    let mut classes = String::new();
    for flavour in Flavour::ALL {
        classes += &client(&top, flavour, &mut checked);
    }
    classes += &wrappers::of_client(&top, (&mut runtime, &mut checked));
    let (future, runtime, checked) = (text::FUTURE, runtime.source(0), checked.source(4));
    format!("{future}\n{runtime}\nif TYPE_CHECKING:\n{checked}{classes}")
}

fn client(resources: &[&Resource<'_>], flavour: Flavour, checked: &mut Imports) -> String {
    let prefix = flavour.prefix();
    let client = format!("{prefix}Linq");
    let protocol = format!("_{}Client", flavour.name());
    checked.add(".._call", &protocol);
    let properties: String = resources
        .iter()
        .map(|resource| {
            let own = format!("{prefix}{}", names::resource_class(resource.name));
            let module = format!(".{}", names::module(resource));
            checked.add(&module, &own);
            lazy_property(
                resource.name,
                &module,
                &own,
                &format!("cast(\"{protocol}\", self)"),
            )
        })
        .collect();
    let flavour = flavour.name();
    format!(
        r#"

class {flavour}Resources:
    """The resources of `{client}`, created on first access."""
{properties}"#
    )
}

/// Returns the property of a resource, which is imported and created on first access.
pub(super) fn lazy_property(
    resource: &'static str,
    module: &str,
    class: &str,
    client: &str,
) -> String {
    let name = names::last(resource);
    let doc = text::docstring(8, &[resources::doc(resource).to_owned()]);
    format!(
        "
    @lazy_property
    def {name}(self) -> {class}:
{doc}        from {module} import {class}

        return {class}({client})
"
    )
}
