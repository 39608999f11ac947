//! Objects that are told apart by their `type`.

use super::{names, writer::Writer};
use crate::api::TypeName;
use linq_core::schema::{UnionMember, UnionSchema};
use std::fmt::Write;

pub(super) fn source(writer: &Writer<'_>, name: &TypeName, declared: &UnionSchema) -> String {
    let swift = names::type_name(name);
    let mut source = format!("\n{}", writer.doc(0, Some(name), declared.doc));
    let _ = writeln!(
        source,
        "public enum {swift}: Codable, Hashable, Sendable {{"
    );
    for member in declared.members {
        source += &writer.doc(4, Some(&name.of_member(member)), member.object.doc);
        let _ = writeln!(
            source,
            "    case {}({})",
            case(member),
            names::type_name(&name.of_member(member))
        );
    }
    source +=
        "    /// An object of a type that this version does not know, or without a type; whole.\n";
    source += "    case unknown(UnknownObject)\n";
    source += "\n    /// What the API calls this kind of object; empty if it does not say.\n    public var type: String {\n        switch self {\n";
    for member in declared.members {
        let _ = writeln!(source, "        case .{}: \"{}\"", case(member), member.tag);
    }
    source += "        case .unknown(let object): object.type\n        }\n    }\n";
    source += "\n    public init(from decoder: any Decoder) throws {\n";
    source += "        let tag = try TypeTag(from: decoder)\n        switch tag.type {\n";
    for member in declared.members {
        let _ = writeln!(
            source,
            "        case \"{}\": self = .{}(try {}(from: decoder))",
            member.tag,
            case(member),
            names::type_name(&name.of_member(member))
        );
    }
    source +=
        "        default: self = .unknown(try UnknownObject(from: decoder))\n        }\n    }\n";
    source += "\n    public func encode(to encoder: any Encoder) throws {\n";
    source += "        try TypeTag(type: type).encode(to: encoder)\n        switch self {\n";
    for member in declared.members {
        let _ = writeln!(
            source,
            "        case .{0}(let part): try part.encode(to: encoder)",
            case(member)
        );
    }
    source +=
        "        case .unknown(let object): try object.encode(to: encoder)\n        }\n    }\n}\n";
    source
}

/// `imessage_app` is the only one with a name that reads badly.
fn case(member: &UnionMember) -> String {
    match member.tag {
        "imessage_app" => "iMessageApp".to_owned(),
        tag => names::declared(&names::camel(tag)),
    }
}
