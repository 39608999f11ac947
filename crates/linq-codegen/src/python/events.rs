//! `types/_events/`: a class for each type of webhook event, in modules by what they are about.

use super::{
    models::a_model,
    names, text,
    types::Place,
    writer::{Module, Writer},
};
use crate::api::{Event, Side, TypeName};
use linq_core::{schema::HasSchema, webhook::MessageView};
use std::collections::BTreeSet;

const ENVELOPE: &str = r#"

class WebhookEnvelope(Model):
    """What every webhook event has besides its type and its data."""

    __slots__ = ()

    event_id: str
    """The same on every delivery of this event: go by it to pass over repeats."""

    created_at: datetime | None
    """When the event came into being."""

    trace_id: str | None
    """Ties the event to the call that caused it."""

    partner_id: str | None
    """Your account with Linq."""

    api_version: str | None
    """The version of the API, such as `v3`."""

    webhook_version: str | None
    """The version of the payload, such as `2026-02-03`: what the subscription's URL asked for with `?version=`."""

    def chat_id(self) -> str | None:
        """Returns the chat that the event is about, of any type of event that has one."""
        return _native.chat_id(self)

    def is_inbound(self) -> bool:
        """Returns whether this is a message from the other side; false also where the payload does not say."""
        return _native.is_inbound(self)

    def may_auto_reply(self) -> bool:
        """Returns whether an automatic answer is in order: to an inbound message that was delivered live and does not
        opt out."""
        return _native.may_auto_reply(self)

    def warnings(self) -> list[DecodeWarning]:
        """Returns the values of the payload that do not fit their types, at most 100: attributes have them as plain
        JSON."""
        return [DecodeWarning(*warning) for warning in _native.warnings(self)]


class UnknownWebhookEvent(WebhookEnvelope):
    """An event of a type that this version does not know, or whose data is not an object: all of it is kept.

    So `event_type` alone does not tell what an event has: `isinstance` or `match` by class does.
    """

    __slots__ = ()

    event_type: str
    """What it is about, which may be a type that has a class of its own: then its data is not what that says."""

    data: Any
    """What happened, verbatim."""

    @property
    def problem(self) -> str | None:
        """Why the data of a known type is not understood; `None` if the type is not known."""
        return _native.problem(self)
"#;

const MESSAGE: &str = r#"
    def message(self) -> MessageView:
        """The message, in whichever version of the payload it came."""
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
    imports.add("..._native", "Model");
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

/// The message of an event, which no response has.
fn message_view(writer: &Writer<'_>) -> Option<Module> {
    let (schema, mut imports) = (MessageView::SCHEMA, text::Imports::default());
    let name = TypeName::of(Side::Response, schema)?;
    let place = Place {
        root: "...",
        module: Some(("_events", "message_view")),
    };
    imports.add("..._native", "Model");
    let class = a_model(writer, place, &name, schema.as_object()?, &mut imports);
    let (future, imports) = (text::FUTURE, imports.source(0));
    Some(Module {
        name: "message_view".to_owned(),
        source: format!("{future}\n{imports}{class}{ANSWERS}"),
        exports: vec!["MessageView".to_owned()],
    })
}

const ANSWERS: &str = r#"
    text: str
    """The texts of its parts, one a line; empty if there are none."""

    is_inbound: bool
    """Whether it came from the other side; false also where the payload does not say."""

    opts_out: bool
    """Whether its sender wants no more messages: the documented words, in a message of their own. Nobody opts out of a
    group."""
"#;

fn module(writer: &Writer<'_>, subject: &str) -> Module {
    let mut imports = text::Imports::default();
    imports.add("typing", "Literal");
    imports.add(".envelope", "WebhookEnvelope");
    let mut classes = String::new();
    let mut exports = Vec::new();
    let mut views = "";
    for event in writer
        .api
        .events
        .iter()
        .filter(|event| names::first(event.name) == subject)
    {
        classes += &class(writer, event, &mut imports);
        exports.push(names::event_class(event.name));
        if event.payloads.len() > 1 {
            imports.add("typing", "TYPE_CHECKING");
            imports.add("...", "_native");
            views = "\nif TYPE_CHECKING:\n    from .message_view import MessageView\n";
        }
    }
    exports.sort();
    let (future, imports) = (text::FUTURE, imports.source(0));
    Module {
        name: subject.to_owned(),
        source: format!("{future}\n{imports}{views}{classes}"),
        exports,
    }
}

fn class(writer: &Writer<'_>, event: &Event, imports: &mut text::Imports) -> String {
    let place = Place {
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
        "\n    __slots__ = ()\n\n    event_type: Literal[\"{}\"]\n    \"\"\"What it is about.\"\"\"\n",
        event.name
    );
    let payloads: Vec<String> = event
        .payloads
        .iter()
        .map(|payload| writer.named(payload, place, imports))
        .collect();
    let (data, doc) = match payloads.len() {
        0 => {
            imports.add("typing", "Any");
            (
                "Any".to_owned(),
                "What happened, as it came: its form is not published.",
            )
        }
        1 => (payloads.join(" | "), "What happened."),
        _ => (
            payloads.join(" | "),
            "What happened: the version of the payload decides the class. `message()` reads both.",
        ),
    };
    class += &format!("\n    data: {data}\n    \"\"\"{doc}\"\"\"\n");
    if payloads.len() > 1 {
        class += MESSAGE;
    }
    class
}

/// The union of all events.
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
