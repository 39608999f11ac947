//! Text of which some values are known.

use super::{names, text, writer::Writer};
use crate::api::TypeName;
use linq_core::schema::EnumSchema;
use std::fmt::Write;

pub(super) fn source(writer: &Writer<'_>, name: &TypeName, declared: &EnumSchema) -> String {
    let swift = names::type_name(name);
    let mut doc = writer.paragraphs(Some(name), declared.doc);
    doc.push("A value that this version does not know is kept as it came.".to_owned());
    let mut source = format!("\n{}", text::comment(0, &doc));
    let _ = writeln!(source, "public struct {swift}: OpenEnum {{");
    for value in declared.values {
        let constant = names::declared(&names::camel(value.name));
        source += &writer.doc(4, Some(name), value.doc);
        let _ = writeln!(
            source,
            "    public static let {constant} = {swift}(rawValue: \"{}\")",
            value.text
        );
    }
    source += "\n    /// The value on the wire.\n    public let rawValue: String\n\n";
    source += "    /// The value that the wire calls this.\n";
    source += "    public init(rawValue: String) {\n        self.rawValue = rawValue\n    }\n}\n";
    source
}
