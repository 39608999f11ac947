//! Webhooks: verifying deliveries and reading their events.

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

/// The headers of a signature, the only ones that are read.
const HEADERS: [&str; 5] = [
    "webhook-id",
    "webhook-timestamp",
    "webhook-signature",
    "x-webhook-timestamp",
    "x-webhook-signature",
];

/// Verifies a delivery and returns its event.
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
    let (body, headers) = (bytes_of("payload", payload)?, signature_headers(headers)?);
    let delivery = verifier.verify_signature(&headers, &body, SystemTime::now());
    let delivery = delivery.map_err(|error| errors::from_webhook(py, &error))?;
    let event = event(py, body, delivery.delivery_id(&headers))?;
    if let Ok(event) = event.cast::<Model>() {
        let _ = event.get().secret_index().set(delivery.secret_index);
    }
    Ok(event)
}

/// Checks the signature headers of a delivery, before its body is read.
#[pyfunction]
#[pyo3(signature = (headers, keys, tolerance = 300.0))]
pub(crate) fn check_headers(
    py: Python<'_>,
    headers: &Bound<'_, PyAny>,
    keys: Vec<Bound<'_, PyAny>>,
    tolerance: f64,
) -> PyResult<()> {
    let verifier = verifier(py, &keys, tolerance)?;
    let checked = verifier.check_headers(&signature_headers(headers)?, SystemTime::now());
    checked.map_err(|error| errors::from_webhook(py, &error))
}

/// Reads an event without verifying its signature.
#[pyfunction]
pub(crate) fn parse_unverified<'py>(
    py: Python<'py>,
    payload: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>> {
    event(py, bytes_of("payload", payload)?, None)
}

/// Returns the signature headers that Linq would send with a body.
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
    let seconds =
        seconds.map_err(|_| errors::invalid(py, "timestamp", "must not be before 1970"))?;
    let at = seconds.map_or_else(SystemTime::now, |since| SystemTime::UNIX_EPOCH + since);
    let signed = secret(py, "key", key)?.sign(id, at, &bytes_of("payload", payload)?);
    let headers = signed.map_err(|invalid| errors::from_invalid(py, &invalid))?;
    let pairs = PyDict::new(py);
    for (name, value) in errors::header_pairs(&headers) {
        pairs.set_item(name, value)?;
    }
    Ok(pairs)
}

/// Checks that an argument is a webhook secret.
#[pyfunction]
pub(crate) fn check_secret(py: Python<'_>, path: &str, key: &Bound<'_, PyAny>) -> PyResult<()> {
    secret(py, path, key)?;
    Ok(())
}

/// Returns the message of an event, from either version of the payload.
#[pyfunction]
pub(crate) fn message_view<'py>(event: &Bound<'py, Model>) -> PyResult<Bound<'py, PyAny>> {
    let (py, event) = (event.py(), decode(event)?);
    let message = event.message();
    let message = message.ok_or_else(|| PyValueError::new_err("not a message event"))?;
    let view = MessageViewFields {
        text: &message.text(),
        is_inbound: message.is_inbound(),
        opts_out: Consent::of_event(&event) == Some(Consent::OptOut),
        message,
    };
    let json = serde_json::to_vec(&view).ok().and_then(View::read);
    let json = json.ok_or_else(|| PyValueError::new_err("the message cannot be serialized"))?;
    read(py, MessageView::SCHEMA, json.value())
}

/// The fields of a message, with those that core derives.
#[derive(Serialize)]
struct MessageViewFields<'a> {
    #[serde(flatten)]
    message: MessageView<'a>,
    text: &'a str,
    is_inbound: bool,
    opts_out: bool,
}

/// Returns the chat of an event.
#[pyfunction]
pub(crate) fn chat_id(event: &Bound<'_, Model>) -> Option<String> {
    let event = event.get().value();
    let event_type = event.field("event_type").and_then(Value::text)?;
    let id = webhook::chat_id(&EventType::from(&*event_type), &event.field("data")?)?;
    Some(id.to_string())
}

/// Returns whether an event is an inbound message.
#[pyfunction]
pub(crate) fn is_inbound(event: &Bound<'_, Model>) -> PyResult<bool> {
    Ok(decode(event)?.is_inbound())
}

/// Returns whether an automatic reply to an event is appropriate.
#[pyfunction]
pub(crate) fn may_auto_reply(event: &Bound<'_, Model>) -> PyResult<bool> {
    Ok(decode(event)?.may_auto_reply())
}

/// Returns the index of the secret that the delivery of an event was signed with.
#[pyfunction]
pub(crate) fn secret_index(event: &Bound<'_, Model>) -> Option<usize> {
    event.get().secret_index().get().copied()
}

/// Returns why the payload of an event of a known type cannot be read.
#[pyfunction]
pub(crate) fn problem(event: &Bound<'_, Model>) -> PyResult<Option<String>> {
    let head = EventHead::read(Some(&event.get().value()), None);
    let head = head.map_err(|error| errors::from_webhook(event.py(), &error))?;
    Ok(head.problem())
}

/// Returns the values of an event that do not match the schema, as pairs of path and problem.
#[pyfunction]
pub(crate) fn warnings(event: &Bound<'_, Model>) -> PyResult<Vec<(String, String)>> {
    Ok(errors::warning_pairs(decode(event)?.warnings()))
}

/// Decodes an event into core's types.
fn decode(event: &Bound<'_, Model>) -> PyResult<Event> {
    let json = event.get().value().json().to_vec();
    // An event that the caller constructed may lack the id, which is not needed here.
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
    let view = view.map(|view| with_event_id(view, head.event_id.as_str()));
    let view = view.ok_or_else(|| PyValueError::new_err("not JSON"))?;
    loading::ensure_loaded(py)?;
    let classes = Classes::all(py)?;
    let class = if head.problem().is_some() {
        logging::update_level(py)?;
        head.log_problem();
        classes.unknown_event
    } else {
        let class = classes.of_event(head.event_type.as_str());
        class.of_event(view.value())
    };
    Model::wrap(py, class, view)
}

/// Returns the event with this id, which the body may lack.
fn with_event_id(view: View, event_id: &str) -> View {
    let event = view.value();
    if event.field("event_id").and_then(Value::text).as_deref() == Some(event_id) {
        return view;
    }
    // The object is not empty: it has `event_type`. The last of several fields of one name counts.
    let mut json = event.json()[..event.json().len() - 1].to_vec();
    json.extend_from_slice(b",\"event_id\":");
    json.extend_from_slice(serde_json::Value::from(event_id).to_string().as_bytes());
    json.push(b'}');
    View::read(json).unwrap_or(view)
}

fn verifier(py: Python<'_>, keys: &[Bound<'_, PyAny>], tolerance: f64) -> PyResult<Verifier> {
    let tolerance = Duration::try_from_secs_f64(tolerance).map_err(|_| {
        errors::invalid(py, "tolerance", "must be a non-negative number of seconds")
    })?;
    let mut keys = keys.iter();
    let first = keys
        .next()
        .ok_or_else(|| errors::invalid(py, "key", "must not be empty"))?;
    let mut verifier = Verifier::new(secret(py, "key", first)?).tolerance(tolerance);
    for key in keys {
        verifier = verifier.with_secret(secret(py, "key", key)?);
    }
    Ok(verifier)
}

/// Returns a secret, given as text as the API shows it, or as the decoded bytes, as the official client takes it.
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

/// Returns whether bytes are a secret in its text form.
fn is_text(key: &[u8]) -> bool {
    key.strip_prefix(b"v1,")
        .unwrap_or(key)
        .starts_with(b"whsec_")
}

fn signature_headers(headers: &Bound<'_, PyAny>) -> PyResult<HeaderMap> {
    let mut signed = HeaderMap::new();
    let items = match headers.cast::<PyDict>() {
        Ok(headers) => headers.items().into_any(),
        Err(_) => match headers.cast::<PyMapping>() {
            Ok(headers) => headers.items()?.into_any(),
            // Header classes of frameworks have `items` without being mappings; otherwise they are pairs.
            Err(_) if headers.hasattr("items")? => headers.call_method0("items")?,
            Err(_) => headers.clone(),
        },
    };
    let py = headers.py();
    let not_a_mapping = |_| errors::invalid(py, "headers", "must be a mapping of names to values");
    for pair in items.try_iter().map_err(not_a_mapping)? {
        let (name, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) =
            pair?.extract().map_err(not_a_mapping)?;
        let name = bytes_of("headers", &name)?;
        let Some(known) = HEADERS
            .iter()
            .find(|known| known.as_bytes().eq_ignore_ascii_case(&name))
        else {
            continue;
        };
        let path = format!("headers[{known:?}]");
        if let Ok(value) = HeaderValue::from_bytes(&bytes_of(&path, &value)?) {
            signed.append(HeaderName::from_static(known), value);
        }
    }
    Ok(signed)
}
