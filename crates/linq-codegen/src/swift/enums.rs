//! Text of which some values are known.

use super::{names, text, writer::Writer};
use crate::api::TypeName;
use linq_core::schema::EnumSchema;

pub(super) fn source(writer: &Writer<'_>, name: &TypeName, declared: &EnumSchema) -> String {
    let swift = names::type_name(name);
    let mut doc = writer.paragraphs(Some(name), declared.doc);
    doc.push("A value that this version does not know is kept as it came.".to_owned());
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
    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {{
        self.rawValue = rawValue
    }}
}}
"
    )
}
