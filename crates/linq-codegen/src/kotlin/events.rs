//! Payloads of webhook events.

use super::{models, names, text, text::File, types, writer::Writer};
use crate::api::{Event, Side, TypeName};
use linq_core::{
    schema::{HasSchema, Schema},
    webhook::MessageView,
};

pub(super) fn files(writer: &Writer<'_>) -> Vec<File> {
    let mut files = vec![data(writer), reader(writer)];
    files.extend(message_view(writer));
    files
}

/// Type of an event's message, which is in no response.
fn message_view(writer: &Writer<'_>) -> Option<File> {
    let schema = MessageView::SCHEMA;
    match (TypeName::of(Side::Response, schema), schema) {
        (Some(name), Schema::Object(object)) => Some(models::file(writer, &name, object)),
        _ => None,
    }
}

/// Returns the events whose payload is documented.
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

/// Returns the sealed interface, with a class for each type of event.
fn data(writer: &Writer<'_>) -> File {
    let mut imports = text::Imports::default();
    imports.add("kotlinx.serialization.json", "JsonElement");
    let mut classes = String::new();
    for event in typed(writer) {
        let mut doc = vec![format!("`{}`", event.name)];
        doc.extend(writer.doc(None, event.doc));
        let doc = text::kdoc(4, &[doc.join(": ")]);
        let (name, payload) = (names::camel(event.name), payload(event, &mut imports));
        classes +=
            &format!("{doc}    public data class {name}(val payload: {payload}) : EventData\n\n");
    }
    let body = format!(
        r#"/** The payload of a webhook event, by its type. */
public sealed interface EventData {{
{classes}    /**
     * An event of a type unknown to this version, or whose payload is not an object; and the `call.*`, whose payload is
     * not documented.
     *
     * @property type Type of the event.
     * @property json The raw payload.
     * @property problem The reason why the payload of a known type could not be decoded.
     */
    public data class Other(val type: String, val json: JsonElement, val problem: String? = null) : EventData {{
        /** Omits the payload, which may be private. */
        override fun toString(): String = "Other(type=$type, problem=$problem)"
    }}
}}
"#
    );
    File {
        package: format!("{}.webhook", names::PACKAGE),
        name: "EventData".to_owned(),
        imports,
        body,
    }
}

/// Returns the function from a type of event and its JSON payload to its class.
fn reader(writer: &Writer<'_>) -> File {
    let mut imports = text::Imports::default();
    let mut cases = String::new();
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
        cases += &text::assignment(
            4,
            &format!("\"{}\" ->", event.name),
            &format!("EventData.{}({read})", names::camel(event.name)),
        );
    }
    let body = format!(
        "/** Decodes the payload of an event of this type, or returns null if the type is unknown to this version. */
internal fun PayloadReader.read(type: String, isLegacy: Boolean): EventData? = when (type) {{
{cases}    else -> null
}}
"
    );
    File {
        package: format!("{}.webhook", names::PACKAGE),
        name: "ReadEventData".to_owned(),
        imports,
        body,
    }
}
