//! Webhook events: the payload of every type.

use super::{names, text, writer::Writer};
use crate::api::{Event, TypeName};
use std::collections::BTreeMap;

/// Type of payloads with two versions, which is hand-written.
const IN_TWO_VERSIONS: &str = "MessageEvent";

/// Returns `Events/EventData.swift`.
pub(super) fn files(writer: &Writer<'_>) -> BTreeMap<String, String> {
    let events: Vec<(&Event, String)> = writer
        .api
        .events
        .iter()
        .filter_map(|event| Some((event, payload(&event.payloads)?)))
        .collect();
    let (mut cases, mut readers) = (String::new(), String::new());
    for (event, payload) in &events {
        let name = names::camel(event.name);
        let mut doc = writer.paragraphs(None, event.doc);
        doc.insert(0, format!("`{}`:", event.name));
        let doc = text::comment(4, &[doc.join(" ")]);
        cases += &format!("{doc}    case {name}({payload})\n");
        let version = if payload == IN_TWO_VERSIONS {
            "isLegacy: isLegacy, "
        } else {
            ""
        };
        readers +=
            &format!("        case .{name}: .{name}(try {payload}({version}from: decoder))\n");
    }
    let source = format!(
        "
/// The payload of a webhook event, by its type.
public enum EventData: Hashable, Sendable {{
{cases}    /// An event of a type unknown to this version, or whose `data` is not an object; and the seven `call.*`, whose
    /// payload is not documented.
    case other(OtherEvent)

    /// Decodes the payload of a type of event, or returns `nil` for unknown types.
    static func read(_ type: EventType, isLegacy: Bool, from decoder: any Decoder) throws -> EventData? {{
        switch type {{
{readers}        default: nil
        }}
    }}
}}
"
    );
    [("Events/EventData.swift".to_owned(), source)].into()
}

fn payload(payloads: &[TypeName]) -> Option<String> {
    match payloads {
        [] => None,
        [only] => Some(names::type_name(only)),
        _ => Some(IN_TWO_VERSIONS.to_owned()),
    }
}
