//! `resources/_client.py`: where a client has its resources.

use super::{
    flavour::Flavour,
    names,
    text::{self, Imports},
    wrappers,
};
use crate::resources::{self, Resource};
use std::fmt::Write;

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
    checked.add(".._client", &client);
    let mut class = format!("\n\nclass {}Resources:\n", flavour.name());
    let _ = writeln!(
        class,
        "    \"\"\"The resources of `{client}`, each made when it is first asked for.\"\"\""
    );
    for resource in resources {
        let name = resource.name;
        let own = format!("{prefix}{}", names::resource_class(name));
        let module = names::module(resource);
        checked.add(&format!(".{module}"), &own);
        let _ = write!(
            class,
            "\n    @lazy_property\n    def {name}(self) -> {own}:\n"
        );
        class += &text::docstring(8, &[resources::doc(name).to_owned()]);
        let _ = write!(
            class,
            "        from .{module} import {own}\n\n        return {own}(cast(\"{client}\", self))\n"
        );
    }
    class
}
