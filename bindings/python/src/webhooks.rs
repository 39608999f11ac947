//! Deliveries: whether they are Linq's, and what they say.

use crate::{
    errors, loading, logging,
    model::{Classes, Model, read},
    options::bytes_of,
};
use http::{HeaderMap, HeaderName, HeaderValue};
use linq_core::{
    id::EventId,
    schema::HasSchema,
    webhook::{self, Consent, Event, EventHead, EventType, MessageView, Verifier, WebhookSecret},
};
use linq_json::{Value, View};
use pyo3::{
    exceptions::PyValueError,
    prelude::*,
    types::{PyBytes, PyDict, PyMapping, PyString},
};
use serde::Serialize;
use std::time::{Duration, SystemTime};

/// The headers that signatures are made of; nothing else of a delivery's is looked at.
const HEADERS: [&str; 5] = [
    "webhook-id",
    "webhook-timestamp",
    "webhook-signature",
    "x-webhook-timestamp",
    "x-webhook-signature",
];

/// Checks a delivery and gives its event.
#[pyfunction]
#[pyo3(signature = (payload, headers, keys, tolerance = 300.0))]
pub(crate) fn unwrap<'py>(
    py: Python<'py>,
    payload: &Bound<'py, PyAny>,
    headers: &Bound<'py, PyAny>,
    keys: Vec<Bound<'py, PyAny>>,
    tolerance: f64,
) -> PyResult<Bound<'py, PyAny>> {
    let verifier = verifier(py, &keys, tolerance)?;
    let (body, headers) = (bytes_of("payload", payload)?, signed_headers(headers)?);
    let delivery = verifier.verify_signature(&headers, &body, SystemTime::now());
    let delivery = delivery.map_err(|error| errors::from_webhook(py, &error))?;
    event(py, body, delivery.delivery_id(&headers))
}

/// Checks the headers of a delivery, before its body is read.
#[pyfunction]
#[pyo3(signature = (headers, keys, tolerance = 300.0))]
pub(crate) fn check_headers(
    py: Python<'_>,
    headers: &Bound<'_, PyAny>,
    keys: Vec<Bound<'_, PyAny>>,
    tolerance: f64,
) -> PyResult<()> {
    let verifier = verifier(py, &keys, tolerance)?;
    let checked = verifier.check_headers(&signed_headers(headers)?, SystemTime::now());
    checked.map_err(|error| errors::from_webhook(py, &error))
}

/// Reads an event without checking who sent it.
#[pyfunction]
pub(crate) fn parse_unverified<'py>(
    py: Python<'py>,
    payload: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>> {
    event(py, bytes_of("payload", payload)?, None)
}

/// The headers that Linq would send with a body.
#[pyfunction]
#[pyo3(signature = (payload, key, id, at = None))]
pub(crate) fn sign<'py>(
    py: Python<'py>,
    payload: &Bound<'py, PyAny>,
    key: &Bound<'py, PyAny>,
    id: &str,
    at: Option<f64>,
) -> PyResult<Bound<'py, PyDict>> {
    let seconds = at.map(Duration::try_from_secs_f64).transpose();
    let seconds = seconds.map_err(|_| errors::invalid(py, "at", "it is a time after 1970"))?;
    let at = seconds.map_or_else(SystemTime::now, |since| SystemTime::UNIX_EPOCH + since);
    let signed = secret(py, "key", key)?.sign(id, at, &bytes_of("payload", payload)?);
    let headers = signed.map_err(|invalid| errors::from_invalid(py, &invalid))?;
    let made = PyDict::new(py);
    for (name, value) in errors::header_pairs(&headers) {
        made.set_item(name, value)?;
    }
    Ok(made)
}

/// Fails, naming the argument, if this is not a webhook secret.
#[pyfunction]
pub(crate) fn check_secret(py: Python<'_>, path: &str, key: &Bound<'_, PyAny>) -> PyResult<()> {
    secret(py, path, key)?;
    Ok(())
}

/// The message of an event, in whichever version of the payload it came.
#[pyfunction]
pub(crate) fn message_view<'py>(event: &Bound<'py, Model>) -> PyResult<Bound<'py, PyAny>> {
    let (py, event) = (event.py(), typed(event)?);
    let message = event.message();
    let message = message.ok_or_else(|| PyValueError::new_err("not an event of a message"))?;
    let view = Answered {
        text: &message.text(),
        is_inbound: message.is_inbound(),
        opts_out: Consent::of_event(&event) == Some(Consent::OptOut),
        message,
    };
    let json = serde_json::to_vec(&view).ok().and_then(View::read);
    let json = json.ok_or_else(|| PyValueError::new_err("the message cannot be written"))?;
    read(py, MessageView::SCHEMA, json.value())
}

/// A message with what core says of it.
#[derive(Serialize)]
struct Answered<'a> {
    #[serde(flatten)]
    message: MessageView<'a>,
    text: &'a str,
    is_inbound: bool,
    opts_out: bool,
}

/// The chat that an event is about.
#[pyfunction]
pub(crate) fn chat_id(event: &Bound<'_, Model>) -> Option<String> {
    let event = event.get().value();
    let event_type = event.field("event_type").and_then(Value::text)?;
    let id = webhook::chat_id(&EventType::from(&*event_type), &event.field("data")?)?;
    Some(id.to_string())
}

/// Whether an event is a message from the other side.
#[pyfunction]
pub(crate) fn is_inbound(event: &Bound<'_, Model>) -> PyResult<bool> {
    Ok(typed(event)?.is_inbound())
}

/// Whether an automatic answer to an event is in order.
#[pyfunction]
pub(crate) fn may_auto_reply(event: &Bound<'_, Model>) -> PyResult<bool> {
    Ok(typed(event)?.may_auto_reply())
}

/// Why the payload of an event of a known type is not understood.
#[pyfunction]
pub(crate) fn problem(event: &Bound<'_, Model>) -> PyResult<Option<String>> {
    let head = EventHead::read(Some(&event.get().value()), None);
    let head = head.map_err(|error| errors::from_webhook(event.py(), &error))?;
    Ok(head.problem())
}

/// The values of an event that do not fit: where they are, and what is wrong with them.
#[pyfunction]
pub(crate) fn warnings(event: &Bound<'_, Model>) -> PyResult<Vec<(String, String)>> {
    Ok(errors::warning_pairs(typed(event)?.warnings()))
}

/// Reads an event into core's types.
fn typed(event: &Bound<'_, Model>) -> PyResult<Event> {
    let json = event.get().value().json().to_vec();
    // One that the caller made may lack the identifier, on which nothing here depends.
    let read = Event::parse_unverified_with_id(json, "");
    read.map_err(|error| errors::from_webhook(event.py(), &error))
}

fn event(
    py: Python<'_>,
    body: Vec<u8>,
    delivery_id: Option<EventId>,
) -> PyResult<Bound<'_, PyAny>> {
    let view = View::read(body);
    let head = EventHead::read(view.as_ref().map(View::value).as_ref(), delivery_id);
    let head = head.map_err(|error| errors::from_webhook(py, &error))?;
    let view = view.map(|view| with_id(view, head.event_id.as_str()));
    let view = view.ok_or_else(|| PyValueError::new_err("not JSON"))?;
    loading::once(py)?;
    let classes = Classes::all(py)?;
    let class = if head.problem().is_some() {
        logging::refresh(py)?;
        head.log_problem();
        classes.unknown_event
    } else {
        let class = classes.of_event(head.event_type.as_str());
        class.of_event(view.value())
    };
    Model::wrap(py, class, view)
}

/// The event with this identifier, which the body may lack.
fn with_id(view: View, event_id: &str) -> View {
    let event = view.value();
    if event.field("event_id").and_then(Value::text).as_deref() == Some(event_id) {
        return view;
    }
    // It has a field, `event_type`. The last of several fields of one name counts.
    let mut json = event.json()[..event.json().len() - 1].to_vec();
    json.extend_from_slice(b",\"event_id\":");
    json.extend_from_slice(serde_json::Value::from(event_id).to_string().as_bytes());
    json.push(b'}');
    View::read(json).unwrap_or(view)
}

fn verifier(py: Python<'_>, keys: &[Bound<'_, PyAny>], tolerance: f64) -> PyResult<Verifier> {
    let tolerance = Duration::try_from_secs_f64(tolerance).map_err(|_| {
        errors::invalid(
            py,
            "tolerance",
            "must be a number of seconds that is not negative",
        )
    })?;
    let mut keys = keys.iter();
    let first = keys
        .next()
        .ok_or_else(|| errors::invalid(py, "key", "it is missing"))?;
    let mut verifier = Verifier::new(secret(py, "key", first)?).tolerance(tolerance);
    for key in keys {
        verifier = verifier.with_secret(secret(py, "key", key)?);
    }
    Ok(verifier)
}

/// A text as the API gave it; or the bytes that it decodes to, as the official client takes them.
fn secret(py: Python<'_>, path: &str, key: &Bound<'_, PyAny>) -> PyResult<WebhookSecret> {
    let secret = match key.cast::<PyBytes>() {
        Ok(bytes) if is_text(bytes.as_bytes()) => {
            WebhookSecret::new(String::from_utf8_lossy(bytes.as_bytes()))
        }
        Ok(bytes) => WebhookSecret::from_key(bytes.as_bytes()),
        Err(_) => match key.cast::<PyString>().map(|key| key.to_str()) {
            Ok(Ok(text)) => WebhookSecret::new(text),
            _ => return Err(errors::invalid(py, path, "must be str or bytes")),
        },
    };
    secret.map_err(|problem| errors::invalid(py, path, &problem.to_string()))
}

/// Whether bytes are a secret as the API writes it.
fn is_text(key: &[u8]) -> bool {
    key.strip_prefix(b"v1,")
        .unwrap_or(key)
        .starts_with(b"whsec_")
}

fn signed_headers(headers: &Bound<'_, PyAny>) -> PyResult<HeaderMap> {
    let mut signed = HeaderMap::new();
    let items = match headers.cast::<PyDict>() {
        Ok(headers) => headers.items().into_any(),
        Err(_) => match headers.cast::<PyMapping>() {
            Ok(headers) => headers.items()?.into_any(),
            // Headers of frameworks that are no mappings have it too; others are pairs themselves.
            Err(_) if headers.hasattr("items")? => headers.call_method0("items")?,
            Err(_) => headers.clone(),
        },
    };
    let py = headers.py();
    let refused = |_| errors::invalid(py, "headers", "it is a mapping of names to values");
    for pair in items.try_iter().map_err(refused)? {
        let (name, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) =
            pair?.extract().map_err(refused)?;
        let name = bytes_of("headers", &name)?;
        let Some(known) = HEADERS
            .iter()
            .find(|known| known.as_bytes().eq_ignore_ascii_case(&name))
        else {
            continue;
        };
        if let Ok(value) = HeaderValue::from_bytes(&bytes_of("headers", &value)?) {
            signed.append(HeaderName::from_static(known), value);
        }
    }
    Ok(signed)
}
