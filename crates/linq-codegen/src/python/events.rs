//! `types/_events/`: a class for each type of webhook event, in a module for each subject.

use super::{
    models::a_model,
    names, text,
    types::Scope,
    writer::{Module, Writer},
};
use crate::api::{Event, Side, TypeName};
use linq_core::{schema::HasSchema, webhook::MessageView};
use std::collections::BTreeSet;

const ENVELOPE: &str = r#"

class WebhookEnvelope(BaseModel):
    """Common fields of webhook events."""

    __slots__ = ()

    event_id: str
    """Identifier of the event, the same in every delivery: use it to detect duplicates."""

    created_at: datetime | None
    """Time of the event."""

    trace_id: str | None
    """Trace identifier of the request that caused the event."""

    partner_id: str | None
    """Identifier of your Linq account."""

    api_version: str | None
    """API version, such as `v3`."""

    webhook_version: str | None
    """Payload version, such as `2026-02-03`, by `?version=` in the subscription's URL."""

    def chat_id(self) -> str | None:
        """Returns the identifier of the event's chat; `None` if the event has no chat."""
        return _native.chat_id(self)

    def is_inbound(self) -> bool:
        """Returns whether this is an inbound message; false if the payload has no direction."""
        return _native.is_inbound(self)

    def may_auto_reply(self) -> bool:
        """Returns whether an automatic reply is appropriate: the event is an inbound message, delivered live, that is
        not an opt-out."""
        return _native.may_auto_reply(self)

    def secret_index(self) -> int | None:
        """Returns the index of the secret that the delivery was signed with, among those given as `key`; `None` if the
        signature was not verified. Shows when the old secret of a rotation is no longer in use."""
        return _native.secret_index(self)

    def warnings(self) -> list[DecodeWarning]:
        """Returns the values of the payload that do not match their types, at most 100. Attributes have them as plain
        JSON."""
        return [DecodeWarning(*warning) for warning in _native.warnings(self)]


class UnknownWebhookEvent(WebhookEnvelope):
    """An event of an unknown type, or whose data is not an object, kept verbatim.

    Select events by class (`isinstance`, `match`), since `event_type` may be a known type.
    """

    __slots__ = ()

    event_type: str
    """Type of the event. If the type is known, `problem` is the reason why the data cannot be decoded."""

    data: Any
    """Data of the event, verbatim."""

    @property
    def problem(self) -> str | None:
        """The reason why the data of a known type cannot be decoded; `None` if the type is unknown."""
        return _native.problem(self)
"#;

const MESSAGE: &str = r#"
    def message(self) -> MessageView:
        """Returns a view of the message that is the same for both payload versions."""
        view: MessageView = _native.message_view(self)
        return view
"#;

pub(super) fn modules(writer: &Writer<'_>) -> Vec<Module> {
    let subjects: BTreeSet<&str> = writer
        .api
        .events
        .iter()
        .map(|event| names::first(event.name))
        .collect();
    let mut modules = vec![envelope()];
    modules.extend(message_view(writer));
    modules.extend(subjects.iter().map(|subject| module(writer, subject)));
    modules.push(all(writer));
    modules
}

fn envelope() -> Module {
    let mut imports = text::Imports::default();
    imports.add("datetime", "datetime");
    imports.add("typing", "Any");
    imports.add("...", "_native");
    imports.add("..._decode_warning", "DecodeWarning");
    imports.add("..._base_model", "BaseModel");
    let (future, imports) = (text::FUTURE, imports.source(0));
    Module {
        name: "envelope".to_owned(),
        source: format!("{future}\n{imports}{ENVELOPE}"),
        exports: vec![
            "UnknownWebhookEvent".to_owned(),
            "WebhookEnvelope".to_owned(),
        ],
    }
}

/// Returns the module of the message view, which is not part of a response.
fn message_view(writer: &Writer<'_>) -> Option<Module> {
    let (schema, mut imports) = (MessageView::SCHEMA, text::Imports::default());
    let name = TypeName::of(Side::Response, schema)?;
    let scope = Scope {
        root: "...",
        module: Some(("_events", "message_view")),
    };
    imports.add("..._base_model", "BaseModel");
    let class = a_model(writer, scope, &name, schema.as_object()?, &mut imports);
    let (future, imports) = (text::FUTURE, imports.source(0));
    Some(Module {
        name: "message_view".to_owned(),
        source: format!("{future}\n{imports}{class}{DERIVED_FIELDS}"),
        exports: vec!["MessageView".to_owned()],
    })
}

const DERIVED_FIELDS: &str = r#"
    text: str
    """Text of the text parts, joined by line breaks; empty if there are none."""

    is_inbound: bool
    """True if the message is inbound; false if the payload has no direction."""

    opts_out: bool
    """True if the message is one of the documented opt-out keywords. Messages in groups do not opt out."""
"#;

fn module(writer: &Writer<'_>, subject: &str) -> Module {
    let mut imports = text::Imports::default();
    imports.add("typing", "Literal");
    imports.add(".envelope", "WebhookEnvelope");
    let mut classes = String::new();
    let mut exports = Vec::new();
    for event in writer
        .api
        .events
        .iter()
        .filter(|event| names::first(event.name) == subject)
    {
        classes += &class(writer, event, &mut imports);
        exports.push(names::event_class(event.name));
        if event.payloads.len() > 1 {
            imports.add("...", "_native");
            imports.add(".message_view", "MessageView");
        }
    }
    exports.sort();
    let (future, imports) = (text::FUTURE, imports.source(0));
    Module {
        name: subject.to_owned(),
        source: format!("{future}\n{imports}{classes}"),
        exports,
    }
}

fn class(writer: &Writer<'_>, event: &Event, imports: &mut text::Imports) -> String {
    let scope = Scope {
        root: "...",
        module: Some(("_events", "")),
    };
    let mut doc = writer.doc(None, event.doc);
    if let Some(first) = doc.first_mut() {
        *first = format!("`{}`: {first}", event.name);
    }
    let name = names::event_class(event.name);
    let mut class = format!(
        "\n\nclass {name}(WebhookEnvelope):\n{}",
        text::docstring(4, &doc)
    );
    class += &format!(
        "\n    __slots__ = ()\n\n    event_type: Literal[\"{}\"]\n    \"\"\"Type of the event.\"\"\"\n",
        event.name
    );
    let payloads: Vec<String> = event
        .payloads
        .iter()
        .map(|payload| writer.named(payload, scope, imports))
        .collect();
    let (data, doc) = match payloads.len() {
        0 => {
            imports.add("typing", "Any");
            (
                "Any".to_owned(),
                "Data of the event, verbatim: its schema is not published.",
            )
        }
        1 => (payloads.join(" | "), "Data of the event."),
        _ => (
            payloads.join(" | "),
            "Data of the event; the class depends on the payload version. `message()` is a view of both.",
        ),
    };
    class += &format!("\n    data: {data}\n    \"\"\"{doc}\"\"\"\n");
    if payloads.len() > 1 {
        class += MESSAGE;
    }
    class
}

/// Returns the module of the union of all events.
fn all(writer: &Writer<'_>) -> Module {
    let mut imports = text::Imports::default();
    imports.add("typing", "TypeAlias");
    imports.add("typing", "Union");
    imports.add(".envelope", "UnknownWebhookEvent");
    let mut classes = Vec::new();
    for event in &writer.api.events {
        let class = names::event_class(event.name);
        imports.add(&format!(".{}", names::first(event.name)), &class);
        classes.push(class);
    }
    classes.push("UnknownWebhookEvent".to_owned());
    let union = text::listed(0, "UnwrapWebhookEvent: TypeAlias = Union[", &classes, "]");
    let (future, imports) = (text::FUTURE, imports.source(0));
    Module {
        name: "unwrap".to_owned(),
        source: format!("{future}\n{imports}\n{union}\"\"\"Any webhook event.\"\"\"\n"),
        exports: vec!["UnwrapWebhookEvent".to_owned()],
    }
}
