//! Types as Python's annotations write them.

use super::{Writer, names, text::Imports};
use crate::api::{Side, Type, TypeName};

/// Where an annotation stands: it decides what has to be imported from where.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    /// The way to `linq_client`, such as `...`.
    pub(super) root: &'a str,
    /// The folder and the module that it stands in, if that is one of definitions.
    pub(super) module: Option<(&'a str, &'a str)>,
}

impl Writer<'_> {
    /// What a field of a reply holds.
    pub(super) fn given(&self, ty: &Type, place: Place<'_>, imports: &mut Imports) -> String {
        match ty {
            Type::List(item) => format!("list[{}]", self.given(item, place, imports)),
            Type::Map(value) => format!("dict[str, {}]", self.given(value, place, imports)),
            Type::Nullable(value) => format!("{} | None", self.given(value, place, imports)),
            Type::Page(item) => self.given(item, place, imports),
            other => self.plain(other, place, imports),
        }
    }

    /// What a parameter or a field of a request takes.
    pub(super) fn taken(&self, ty: &Type, place: Place<'_>, imports: &mut Imports) -> String {
        match ty {
            Type::List(item) if matches!(**item, Type::Text | Type::Private) => {
                imports.add(&format!("{}_options", place.root), "SequenceNotStr");
                "SequenceNotStr[str]".to_owned()
            }
            Type::List(item) | Type::Page(item) => {
                imports.add("collections.abc", "Iterable");
                format!("Iterable[{}]", self.taken(item, place, imports))
            }
            Type::Map(value) => {
                imports.add("collections.abc", "Mapping");
                format!("Mapping[str, {}]", self.taken(value, place, imports))
            }
            Type::Nullable(value) => format!("{} | None", self.taken(value, place, imports)),
            other => self.plain(other, place, imports),
        }
    }

    fn plain(&self, ty: &Type, place: Place<'_>, imports: &mut Imports) -> String {
        let built_in = match ty {
            Type::Named(name) => return self.named(name, place, imports),
            Type::DateTime => {
                imports.add("datetime", "datetime");
                "datetime"
            }
            Type::Any => {
                imports.add("typing", "Any");
                "Any"
            }
            Type::Integer => "int",
            Type::Number => "float",
            Type::Boolean => "bool",
            _ => "str",
        };
        built_in.to_owned()
    }

    fn named(&self, name: &TypeName, place: Place<'_>, imports: &mut Imports) -> String {
        let python = names::type_name(name);
        let group = &self.groups[name];
        let folder = if is_model(name) { "_models" } else { "_params" };
        let module = match place.module {
            Some((own, module)) if own == folder && module == group => return python,
            Some((own, _)) if own == folder => format!(".{group}"),
            Some(_) => format!("..{folder}.{group}"),
            None => format!("{}types", place.root),
        };
        imports.add(&module, &python);
        python
    }
}

/// Whether a type is declared in modules of models.
pub(super) fn is_model(name: &TypeName) -> bool {
    name.side == Side::Reply
}
