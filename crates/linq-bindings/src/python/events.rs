//! `types/_events/`: a class for each type of webhook event, in modules by what they are about.

use super::{Module, Writer, names, text, types::Place};
use crate::api::Event;
use std::{collections::BTreeSet, fmt::Write};

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


class UnknownWebhookEvent(WebhookEnvelope):
    """An event of a type that this version does not know, or whose data it does not understand: all of it is kept.

    So `event_type` alone does not tell what an event has: `isinstance` or `match` by class does.
    """

    __slots__ = ()

    event_type: str
    """What it is about, which may be a type that has a class of its own: then its data is not what that says."""

    data: Any
    """What happened, as it came."""
"#;

const MESSAGE: &str = r#"
    def message(self) -> MessageView:
        """The message, in whichever version of the payload it came."""
        from ..._webhooks import MessageView

        return MessageView(self)
"#;

pub(super) fn modules(writer: &Writer<'_>) -> Vec<Module> {
    let subjects: BTreeSet<&str> = writer
        .api
        .events
        .iter()
        .map(|event| names::first(event.name))
        .collect();
    let mut modules = vec![envelope()];
    modules.extend(subjects.iter().map(|subject| module(writer, subject)));
    modules.push(all(writer));
    modules
}

fn envelope() -> Module {
    let mut imports = text::Imports::default();
    imports.add("datetime", "datetime");
    imports.add("typing", "Any");
    imports.add("..._native", "Model");
    let (header, imports) = (text::HEADER, imports.source(0));
    Module {
        name: "envelope".to_owned(),
        source: format!("{header}\nfrom __future__ import annotations\n\n{imports}{ENVELOPE}"),
        exports: vec![
            "UnknownWebhookEvent".to_owned(),
            "WebhookEnvelope".to_owned(),
        ],
    }
}

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
            views = "\nif TYPE_CHECKING:\n    from ..._webhooks import MessageView\n";
        }
    }
    exports.sort();
    let (header, imports) = (text::HEADER, imports.source(0));
    Module {
        name: subject.to_owned(),
        source: format!(
            "{header}\nfrom __future__ import annotations\n\n{imports}{views}{classes}"
        ),
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
    let _ = write!(
        class,
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
    let _ = write!(class, "\n    data: {data}\n    \"\"\"{doc}\"\"\"\n");
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
    let (header, imports) = (text::HEADER, imports.source(0));
    Module {
        name: "unwrap".to_owned(),
        source: format!(
            "{header}\nfrom __future__ import annotations\n\n{imports}\n{union}\"\"\"Any webhook event.\"\"\"\n"
        ),
        exports: vec!["UnwrapWebhookEvent".to_owned()],
    }
}
