//! What one call, or all calls of a client, do otherwise.

use crate::{arguments, errors};
use linq_core::exchange::CallOptions;
use pyo3::{
    exceptions::PyTypeError,
    prelude::*,
    types::{PyBool, PyDict, PyList, PyMapping, PyString, PyTuple},
};
use serde_json::{Map, Value};
use std::time::Duration;

/// What stands for no limit: longer than any program runs.
const FOR_EVER: Duration = Duration::from_secs(10 * 365 * 24 * 60 * 60);

/// The extra arguments of a call, as they came from Python.
#[derive(FromPyObject)]
pub(crate) struct Extras<'py>(
    Option<Bound<'py, PyAny>>,
    Option<Bound<'py, PyAny>>,
    Option<Bound<'py, PyAny>>,
    Option<f64>,
);

impl Extras<'_> {
    /// Headers, query parameters, fields of the body, and the time for an attempt in seconds.
    pub(crate) fn add_to(&self, mut options: CallOptions, py: Python<'_>) -> PyResult<CallOptions> {
        let Self(headers, query, body, timeout) = self;
        if let Some(headers) = headers {
            options = with_headers(options, headers)?;
        }
        if let Some(query) = query {
            options = with_query(options, query)?;
        }
        if let Some(body) = body {
            let json = arguments::json(body)?;
            let Ok(fields) = serde_json::from_slice::<Map<String, Value>>(&json) else {
                return Err(errors::invalid(
                    py,
                    "extra_body",
                    "it is a mapping of fields",
                ));
            };
            for (name, value) in fields {
                let set = options.body_field(&name, value);
                options = set.map_err(|invalid| errors::from_invalid(py, &invalid))?;
            }
        }
        if let Some(timeout) = timeout {
            options = options.timeout(duration(py, "timeout", *timeout)?);
        }
        Ok(options)
    }
}

/// Headers from a mapping; what is `None` or `omit` is left out.
pub(crate) fn with_headers(
    mut options: CallOptions,
    headers: &Bound<'_, PyAny>,
) -> PyResult<CallOptions> {
    let py = headers.py();
    for pair in pairs(headers)? {
        let (name, value) = pair?;
        if let Ok(value) = value.cast::<PyString>() {
            let set = options.header(name.to_str()?, value.to_str()?);
            options = set.map_err(|invalid| errors::from_invalid(py, &invalid))?;
        }
    }
    Ok(options)
}

/// Query parameters from a mapping; what is `None` or `omit` is left out.
pub(crate) fn with_query(
    mut options: CallOptions,
    query: &Bound<'_, PyAny>,
) -> PyResult<CallOptions> {
    let py = query.py();
    for pair in pairs(query)? {
        let (name, value) = pair?;
        if let Some(value) = query_text(&value)? {
            let set = options.query(name.to_str()?, value);
            options = set.map_err(|invalid| errors::from_invalid(py, &invalid))?;
        }
    }
    Ok(options)
}

fn pairs<'py>(
    mapping: &Bound<'py, PyAny>,
) -> PyResult<impl Iterator<Item = PyResult<(Bound<'py, PyString>, Bound<'py, PyAny>)>>> {
    let items = match mapping.cast::<PyDict>() {
        Ok(fields) => fields.items(),
        Err(_) => mapping.cast::<PyMapping>()?.items()?,
    };
    Ok(items.into_iter().map(|pair| pair.extract()))
}

/// A value as a query has it: lists are joined by commas.
fn query_text(value: &Bound<'_, PyAny>) -> PyResult<Option<String>> {
    if let Ok(truth) = value.cast::<PyBool>() {
        return Ok(Some(truth.is_true().to_string()));
    }
    if value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() {
        let items = value.try_iter()?.map(|item| query_text(&item?));
        let items = items.collect::<PyResult<Vec<_>>>()?;
        return Ok(Some(
            items.into_iter().flatten().collect::<Vec<_>>().join(","),
        ));
    }
    if value.is_none() || arguments::is_omitted(value)? {
        return Ok(None);
    }
    value.str()?.extract().map(Some)
}

/// Seconds, of which `inf` is no limit.
pub(crate) fn duration(py: Python<'_>, name: &str, seconds: f64) -> PyResult<Duration> {
    if seconds.is_infinite() && seconds > 0.0 {
        return Ok(FOR_EVER);
    }
    Duration::try_from_secs_f64(seconds)
        .map(|duration| duration.min(FOR_EVER))
        .map_err(|_| errors::invalid(py, name, "it is a number of seconds, from 0 on"))
}

/// A text or its bytes.
pub(crate) fn bytes_of(value: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    match value.cast::<PyString>() {
        Ok(text) => Ok(text.to_str()?.as_bytes().to_vec()),
        Err(_) => value
            .extract()
            .map_err(|_| PyTypeError::new_err("it is str or bytes")),
    }
}
