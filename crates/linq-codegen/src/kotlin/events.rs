//! What webhook events are about.

use super::{models, names, text, text::File, types, writer::Writer};
use crate::api::{Event, Side, TypeName};
use linq_core::{
    schema::{HasSchema, Schema},
    webhook::MessageView,
};
use std::fmt::Write;

pub(super) fn files(writer: &Writer<'_>) -> Vec<File> {
    let mut files = vec![data(writer), reader(writer)];
    files.extend(message_view(writer));
    files
}

/// The message of an event, which no response has.
fn message_view(writer: &Writer<'_>) -> Option<File> {
    let schema = MessageView::SCHEMA;
    match (TypeName::of(Side::Reply, schema), schema) {
        (Some(name), Schema::Object(object)) => Some(models::file(writer, &name, object)),
        _ => None,
    }
}

/// Events whose payload is published.
fn typed<'a>(writer: &'a Writer<'_>) -> impl Iterator<Item = &'a Event> {
    let events = writer.api.events.iter();
    events.filter(|event| !event.payloads.is_empty())
}

fn payload(event: &Event, imports: &mut text::Imports) -> String {
    if let [only] = &event.payloads[..] {
        return types::named(only, imports);
    }
    imports.add(&format!("{}.model", names::PACKAGE), "MessagePayload");
    "MessagePayload".to_owned()
}

/// The sealed interface, with a class for each type of event.
fn data(writer: &Writer<'_>) -> File {
    let mut imports = text::Imports::default();
    imports.add("kotlinx.serialization.json", "JsonElement");
    let mut body = text::kdoc(0, &["What happened, by type of event.".to_owned()]);
    body += "public sealed interface EventData {\n";
    for event in typed(writer) {
        let mut doc = vec![format!("`{}`", event.name)];
        doc.extend(writer.doc(None, event.doc));
        body += &text::kdoc(4, &[doc.join(": ")]);
        let payload = payload(event, &mut imports);
        let _ = writeln!(
            body,
            "    public data class {}(val payload: {payload}) : EventData\n",
            names::camel(event.name)
        );
    }
    body += &text::kdoc(
        4,
        &[
            "An event of a type that this version does not know, or whose payload is not an object; and the \
             `call.*`, whose payload is not published."
                .to_owned(),
            "@property type The type of event.\n@property json The payload, whole.\n@property problem Why the \
             payload of a type that this version knows was not understood."
                .to_owned(),
        ],
    );
    body += "    public data class Other(val type: String, val json: JsonElement, val problem: String? = null) : \
             EventData {\n        /** Without the payload, which may be private. */\n        \
             override fun toString(): String = \"Other(type=$type, problem=$problem)\"\n    }\n}\n";
    File {
        package: format!("{}.webhook", names::PACKAGE),
        name: "EventData".to_owned(),
        imports,
        body,
    }
}

/// From a type of event and its payload in JSON to its class.
fn reader(writer: &Writer<'_>) -> File {
    let mut imports = text::Imports::default();
    let mut body = text::kdoc(
        0,
        &[
            "Reads the payload of an event of this type; null if this version does not know the type."
                .to_owned(),
        ],
    );
    body += "internal fun PayloadReader.read(type: String, isLegacy: Boolean): EventData? = when (type) {\n";
    for event in typed(writer) {
        let read = match &event.payloads[..] {
            [newest, legacy] => {
                let (newest, legacy) = (
                    types::named(newest, &mut imports),
                    types::named(legacy, &mut imports),
                );
                format!("if (isLegacy) read<{legacy}>() else read<{newest}>()")
            }
            _ => "read()".to_owned(),
        };
        body += &text::assignment(
            4,
            &format!("\"{}\" ->", event.name),
            &format!("EventData.{}({read})", names::camel(event.name)),
        );
    }
    body += "    else -> null\n}\n";
    File {
        package: format!("{}.webhook", names::PACKAGE),
        name: "ReadEventData".to_owned(),
        imports,
        body,
    }
}
