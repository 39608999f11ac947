//! Types as Python's annotations write them.

use super::{names, text::Imports, writer::Writer};
use crate::api::{Side, TypeName};
use linq_core::schema::Schema;

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
    pub(super) fn given(&self, schema: Schema, place: Place<'_>, imports: &mut Imports) -> String {
        match schema {
            Schema::List(item) => format!("list[{}]", self.given(*item, place, imports)),
            Schema::Utf16Range => "list[int]".to_owned(),
            Schema::Map(value) => format!("dict[str, {}]", self.given(*value, place, imports)),
            Schema::Nullable(value) => format!("{} | None", self.given(*value, place, imports)),
            Schema::Page(page) => self.given(page.item, place, imports),
            other => self.plain(Side::Response, other, place, imports),
        }
    }

    /// What a parameter or a field of a request takes.
    pub(super) fn taken(&self, schema: Schema, place: Place<'_>, imports: &mut Imports) -> String {
        match schema {
            Schema::List(Schema::Text | Schema::Secret) => {
                imports.add(&format!("{}_options", place.root), "SequenceNotStr");
                "SequenceNotStr[str]".to_owned()
            }
            Schema::List(item) => {
                imports.add("collections.abc", "Iterable");
                format!("Iterable[{}]", self.taken(*item, place, imports))
            }
            Schema::Utf16Range => {
                imports.add("collections.abc", "Iterable");
                "Iterable[int]".to_owned()
            }
            Schema::Map(value) => {
                imports.add("collections.abc", "Mapping");
                format!("Mapping[str, {}]", self.taken(*value, place, imports))
            }
            Schema::Nullable(value) => format!("{} | None", self.taken(*value, place, imports)),
            other => self.plain(Side::Request, other, place, imports),
        }
    }

    fn plain(&self, side: Side, schema: Schema, place: Place<'_>, imports: &mut Imports) -> String {
        if let Some(name) = TypeName::of(side, schema) {
            return self.named(&name, place, imports);
        }
        let built_in = match schema {
            Schema::Text | Schema::Secret => "str",
            Schema::Integer(_) => "int",
            Schema::Number => "float",
            Schema::Boolean => "bool",
            Schema::DateTime => {
                imports.add("datetime", "datetime");
                "datetime"
            }
            _ => {
                imports.add("typing", "Any");
                "Any"
            }
        };
        built_in.to_owned()
    }

    /// A declared type.
    pub(super) fn named(&self, name: &TypeName, place: Place<'_>, imports: &mut Imports) -> String {
        let python = names::type_name(name);
        let group = &self.groups[&names::declared_as(name)];
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
    name.side == Side::Response
}
