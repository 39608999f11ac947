//! Deliveries: whether they are Linq's, and what they say.

use crate::{
    errors,
    json::View,
    model::{Classes, Model},
    options::bytes_of,
};
use http::{HeaderMap, HeaderName, HeaderValue};
use linq_core::webhook::{Consent, Event, EventData, Verifier, WebhookSecret};
use pyo3::{
    prelude::*,
    types::{PyBytes, PyDict, PyMapping, PyString},
};
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
    let tolerance = Duration::try_from_secs_f64(tolerance)
        .map_err(|_| errors::invalid(py, "tolerance", "it is a number of seconds, from 0 on"))?;
    let verifier = verifier(py, &keys)?.tolerance(tolerance);
    let (body, headers) = (bytes_of("payload", payload)?, signed_headers(headers)?);
    let checked = verifier.verify(&headers, &body, SystemTime::now());
    checked.map_err(|error| errors::from_webhook(py, &error))?;
    event(py, body)
}

/// Reads an event without checking who sent it.
#[pyfunction]
pub(crate) fn parse_unverified<'py>(
    py: Python<'py>,
    payload: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>> {
    event(py, bytes_of("payload", payload)?)
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

/// Whether a message that consists of nothing but this text opts out of messages.
#[pyfunction]
pub(crate) fn is_opt_out(text: &str) -> bool {
    Consent::of_text(text) == Consent::OptOut
}

fn event(py: Python<'_>, body: Vec<u8>) -> PyResult<Bound<'_, PyAny>> {
    let event = Event::parse_unverified(body);
    let event = event.map_err(|error| errors::from_webhook(py, &error))?;
    let classes = Classes::all(py)?;
    let class = match &event.data {
        EventData::Other(other) if other.problem().is_some() => classes.unknown_event,
        data => classes.of_event(event.event_type.as_str()).of_data(data),
    };
    let view = View::read(event.raw().clone());
    let view = view.ok_or_else(|| errors::unreadable_webhook(py, "the event is too long"))?;
    Model::wrap(py, class, view)
}

fn verifier(py: Python<'_>, keys: &[Bound<'_, PyAny>]) -> PyResult<Verifier> {
    let mut keys = keys.iter();
    let first = keys
        .next()
        .ok_or_else(|| errors::invalid(py, "key", "it is missing"))?;
    let mut verifier = Verifier::new(secret(py, "key", first)?);
    for key in keys {
        verifier = verifier.also(secret(py, "key", key)?);
    }
    Ok(verifier)
}

/// A text as the API gave it; or the bytes that it decodes to, as the official client takes them.
fn secret(py: Python<'_>, path: &str, key: &Bound<'_, PyAny>) -> PyResult<WebhookSecret> {
    let secret = match key.cast::<PyBytes>() {
        Ok(bytes) if is_text(bytes.as_bytes()) => {
            WebhookSecret::new(String::from_utf8_lossy(bytes.as_bytes()))
        }
        Ok(bytes) => {
            let base64 = py.import("base64")?.call_method1("b64encode", (bytes,))?;
            let base64 = base64.call_method1("decode", ("ascii",))?;
            WebhookSecret::new(base64.extract::<String>()?)
        }
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
