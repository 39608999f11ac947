//! Type annotations.

use super::{names, text::Imports, writer::Writer};
use crate::api::{Side, TypeName};
use linq_core::schema::Schema;

/// Location of an annotation, which determines the imports.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    /// Relative path of `linq_client`, such as `...`.
    pub(super) root: &'a str,
    /// Folder and module, for modules of definitions.
    pub(super) module: Option<(&'a str, &'a str)>,
}

impl Writer<'_> {
    /// Returns the type of a field of a response.
    pub(super) fn response_type(
        &self,
        schema: Schema,
        scope: Scope<'_>,
        imports: &mut Imports,
    ) -> String {
        match schema {
            Schema::List(item) => format!("list[{}]", self.response_type(*item, scope, imports)),
            Schema::Utf16Range => "list[int]".to_owned(),
            // Servers send values that this version does not know.
            Schema::Enum(_) => {
                format!(
                    "{} | str",
                    self.plain(Side::Response, schema, scope, imports)
                )
            }
            Schema::Map(value) => {
                format!("dict[str, {}]", self.response_type(*value, scope, imports))
            }
            Schema::Nullable(value) => {
                format!("{} | None", self.response_type(*value, scope, imports))
            }
            Schema::Page(page) => self.response_type(page.item, scope, imports),
            other => self.plain(Side::Response, other, scope, imports),
        }
    }

    /// Returns the type of a parameter or a field of a request.
    pub(super) fn request_type(
        &self,
        schema: Schema,
        scope: Scope<'_>,
        imports: &mut Imports,
    ) -> String {
        match schema {
            Schema::List(Schema::Text | Schema::Secret) => {
                imports.add(&format!("{}_options", scope.root), "SequenceNotStr");
                "SequenceNotStr[str]".to_owned()
            }
            Schema::List(item) => {
                imports.add("collections.abc", "Iterable");
                format!("Iterable[{}]", self.request_type(*item, scope, imports))
            }
            Schema::Utf16Range => {
                imports.add("collections.abc", "Iterable");
                "Iterable[int]".to_owned()
            }
            Schema::Map(value) => {
                imports.add("collections.abc", "Mapping");
                format!(
                    "Mapping[str, {}]",
                    self.request_type(*value, scope, imports)
                )
            }
            Schema::Nullable(value) => {
                format!("{} | None", self.request_type(*value, scope, imports))
            }
            other => self.plain(Side::Request, other, scope, imports),
        }
    }

    fn plain(&self, side: Side, schema: Schema, scope: Scope<'_>, imports: &mut Imports) -> String {
        if let Some(name) = TypeName::of(side, schema) {
            return self.named(&name, scope, imports);
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

    /// Returns the name of a declared type, and imports it.
    pub(super) fn named(&self, name: &TypeName, scope: Scope<'_>, imports: &mut Imports) -> String {
        let python = names::type_name(name);
        let group = &self.groups[&names::class_owner(name)];
        let folder = if is_model(name) { "_models" } else { "_params" };
        let module = match scope.module {
            Some((own, module)) if own == folder && module == group => return python,
            Some((own, _)) if own == folder => format!(".{group}"),
            Some(_) => format!("..{folder}.{group}"),
            None => format!("{}types", scope.root),
        };
        imports.add(&module, &python);
        python
    }
}

/// Returns whether a type is declared in `_models`.
pub(super) fn is_model(name: &TypeName) -> bool {
    name.side == Side::Response
}
