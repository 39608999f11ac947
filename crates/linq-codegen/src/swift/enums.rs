//! Open string enumerations.

use super::{names, text, writer::Writer};
use crate::api::TypeName;
use linq_core::schema::EnumSchema;

pub(super) fn source(writer: &Writer<'_>, name: &TypeName, declared: &EnumSchema) -> String {
    let swift = names::type_name(name);
    let mut doc = writer.paragraphs(Some(name), declared.doc);
    doc.push("Values unknown to this version are kept.".to_owned());
    let doc = text::comment(0, &doc);
    let mut values = String::new();
    for value in declared.values {
        let constant = names::declared(&names::camel(value.name));
        let (doc, text) = (writer.doc(4, Some(name), value.doc), value.text);
        values +=
            &format!("{doc}    public static let {constant} = {swift}(rawValue: \"{text}\")\n");
    }
    format!(
        "
{doc}public struct {swift}: OpenEnum {{
{values}
    /// The name of the value in the API.
    public let rawValue: String

    /// Creates a value from its name in the API.
    public init(rawValue: String) {{
        self.rawValue = rawValue
    }}
}}
"
    )
}
