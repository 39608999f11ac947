//! Webhook events: the payload of every type.

use super::{names, text, writer::Writer};
use crate::api::{Event, TypeName};
use std::{collections::BTreeMap, fmt::Write};

/// The one that comes in two versions is read by hand.
const IN_TWO_VERSIONS: &str = "MessageEvent";

/// `Events/EventData.swift`.
pub(super) fn files(writer: &Writer<'_>) -> BTreeMap<String, String> {
    let events: Vec<(&Event, String)> = writer
        .api
        .events
        .iter()
        .filter_map(|event| Some((event, payload(&event.payloads)?)))
        .collect();
    let mut source = "\n".to_owned();
    source += &text::comment(0, &["What happened, by type of event.".to_owned()]);
    source += "public enum EventData: Hashable, Sendable {\n";
    for (event, payload) in &events {
        let mut doc = writer.paragraphs(None, event.doc);
        doc.push(format!("`{}`", event.name));
        source += &text::comment(4, &[doc.join(" ")]);
        let _ = writeln!(source, "    case {}({payload})", names::camel(event.name));
    }
    source += &text::comment(
        4,
        &[
            "An event of a type that this version does not know, or whose `data` is not an object; and the seven \
           `call.*`, whose payload is not published."
                .to_owned(),
        ],
    );
    source += "    case other(OtherEvent)\n\n";
    source += "    /// Reads the payload of a type of event that has one; `nil` for other types.\n";
    source += "    static func read(_ type: EventType, isLegacy: Bool, from decoder: any Decoder) throws -> EventData? {\n";
    source += "        switch type {\n";
    for (event, payload) in &events {
        let name = names::camel(event.name);
        let read = if payload == IN_TWO_VERSIONS {
            format!("{payload}(isLegacy: isLegacy, from: decoder)")
        } else {
            format!("{payload}(from: decoder)")
        };
        let _ = writeln!(source, "        case .{name}: .{name}(try {read})");
    }
    source += "        default: nil\n        }\n    }\n}\n";
    [("Events/EventData.swift".to_owned(), source)].into()
}

fn payload(payloads: &[TypeName]) -> Option<String> {
    match payloads {
        [] => None,
        [only] => Some(names::type_name(only)),
        _ => Some(IN_TWO_VERSIONS.to_owned()),
    }
}
