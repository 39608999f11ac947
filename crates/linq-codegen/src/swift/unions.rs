//! Unions of objects, tagged by their `type`.

use super::{names, writer::Writer};
use crate::api::TypeName;
use linq_core::schema::{UnionMember, UnionSchema};

pub(super) fn source(writer: &Writer<'_>, name: &TypeName, declared: &UnionSchema) -> String {
    let swift = names::type_name(name);
    let doc = writer.doc(0, Some(name), declared.doc);
    let (mut cases, mut tags) = (String::new(), String::new());
    let (mut decoded, mut encoded) = (String::new(), String::new());
    for member in declared.members {
        let (tag, case, own) = (member.tag, case(member), name.of_member(member));
        let (ty, doc) = (
            names::type_name(&own),
            writer.doc(4, Some(&own), member.object.doc),
        );
        cases += &format!("{doc}    case {case}({ty})\n");
        tags += &format!("        case .{case}: \"{tag}\"\n");
        decoded += &format!("        case \"{tag}\": self = .{case}(try {ty}(from: decoder))\n");
        encoded += &format!("        case .{case}(let part): try part.encode(to: encoder)\n");
    }
    format!(
        "
{doc}public enum {swift}: Codable, Hashable, Sendable {{
{cases}    /// An object of a type unknown to this version, or without a type.
    case unknown(UnknownObject)

    /// The `type` of the object; empty if it has none.
    public var type: String {{
        switch self {{
{tags}        case .unknown(let object): object.type
        }}
    }}

    public init(from decoder: any Decoder) throws {{
        let tag = try TypeTag(from: decoder)
        switch tag.type {{
{decoded}        default: self = .unknown(try UnknownObject(from: decoder))
        }}
    }}

    public func encode(to encoder: any Encoder) throws {{
        try TypeTag(type: type).encode(to: encoder)
        switch self {{
{encoded}        case .unknown(let object): try object.encode(to: encoder)
        }}
    }}
}}
"
    )
}

/// Returns the case of a tag: `imessage_app` is `iMessageApp`.
fn case(member: &UnionMember) -> String {
    match member.tag {
        "imessage_app" => "iMessageApp".to_owned(),
        tag => names::declared(&names::camel(tag)),
    }
}
