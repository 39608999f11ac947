//! What one call, or all calls of a client, do otherwise.

use crate::{arguments, errors};
use linq_core::exchange::{CallOptions, Config, check_default_header, parse_header_lines};
use pyo3::{
    prelude::*,
    types::{PyBool, PyBytes, PyDict, PyList, PyMapping, PyString, PyTuple},
};
use serde_json::value::RawValue;
use std::{collections::BTreeMap, time::Duration};

/// Deeper than any query is nested, so it holds itself.
const DEEPEST: usize = 100;

/// The extra arguments of a call, as they came from Python.
#[derive(FromPyObject)]
pub(crate) struct Extras<'py>(
    Option<Bound<'py, PyAny>>,
    Option<Bound<'py, PyAny>>,
    Option<Bound<'py, PyAny>>,
    Option<f64>,
    Option<u32>,
);

/// What the calls of a client do otherwise than core.
#[derive(Default)]
pub(crate) struct Defaults {
    /// Without headers and parameters, which a call can take out again.
    bare: CallOptions,
    headers: Vec<Header>,
    query: Vec<Parameter>,
    whole: CallOptions,
}

/// A header, or the name of one that is left out.
type Header = (String, Option<String>);
/// A parameter by the name that it was given under, and as what it is sent: as nothing, if it is left out.
type Parameter = (String, Vec<(String, String)>);

impl Defaults {
    /// With headers and query parameters of every call.
    pub(crate) fn new(
        bare: CallOptions,
        headers: &Bound<'_, PyAny>,
        query: &Bound<'_, PyAny>,
    ) -> PyResult<Self> {
        let py = headers.py();
        let (headers, query) = (read_headers(headers)?, read_query(query)?);
        for (name, value) in &headers {
            if let Some(value) = value {
                check_default_header(name, value)
                    .map_err(|invalid| errors::from_invalid(py, &invalid))?;
            }
        }
        let whole = add(py, bare.clone(), &headers, &query, &[])?;
        Ok(Self {
            bare,
            headers,
            query,
            whole,
        })
    }

    /// The options of one call.
    pub(crate) fn options(
        &self,
        py: Python<'_>,
        extras: Option<&Extras<'_>>,
    ) -> PyResult<CallOptions> {
        let Some(Extras(headers, query, body, timeout, retries)) = extras else {
            return Ok(self.whole.clone());
        };
        let mut options = if headers.is_none() && query.is_none() {
            self.whole.clone()
        } else {
            let headers = headers.as_ref().map(read_headers).transpose()?;
            let query = query.as_ref().map(read_query).transpose()?;
            let (headers, query) = (headers.unwrap_or_default(), query.unwrap_or_default());
            let mut all = others(&self.headers, &headers, str::eq_ignore_ascii_case);
            all.extend(headers);
            let defaults = others(&self.query, &query, str::eq);
            add(py, self.bare.clone(), &all, &defaults, &query)?
        };
        if let Some(body) = body {
            options = with_fields(options, body)?;
        }
        if let Some(timeout) = timeout {
            options = options.timeout(duration(py, "timeout", *timeout)?);
        }
        if let Some(retries) = retries {
            options = options.max_retries(*retries);
        }
        Ok(options)
    }
}

/// What the client has, except where the call says something else.
fn others<T: Clone>(
    own: &[(String, T)],
    said: &[(String, T)],
    is_same: impl Fn(&str, &str) -> bool,
) -> Vec<(String, T)> {
    let is_said = |name: &str| said.iter().any(|(other, _)| is_same(name, other));
    let own = own.iter().filter(|(name, _)| !is_said(name));
    own.cloned().collect()
}

/// Defaults give way to the call's own arguments, which give way to what was said on top of them.
fn add(
    py: Python<'_>,
    mut options: CallOptions,
    headers: &[Header],
    defaults: &[Parameter],
    query: &[Parameter],
) -> PyResult<CallOptions> {
    let refused = |invalid| errors::from_invalid(py, &invalid);
    for (name, value) in headers {
        if let Some(value) = value {
            options = options.header(name, value).map_err(refused)?;
        }
    }
    for (name, value) in defaults.iter().flat_map(|(_, sent)| sent) {
        options = options.default_query(name, value).map_err(refused)?;
    }
    for (name, value) in query.iter().flat_map(|(_, sent)| sent) {
        options = options.query(name, value).map_err(refused)?;
    }
    Ok(options)
}

fn with_fields(mut options: CallOptions, body: &Bound<'_, PyAny>) -> PyResult<CallOptions> {
    let py = body.py();
    let json = arguments::json_of("extra_body", body)?;
    let Ok(fields) = serde_json::from_slice::<BTreeMap<String, Box<RawValue>>>(&json) else {
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
    Ok(options)
}

fn read_headers(headers: &Bound<'_, PyAny>) -> PyResult<Vec<Header>> {
    let py = headers.py();
    let read = |(name, value): (String, Bound<'_, PyAny>)| {
        let path = || format!("headers[{name:?}]");
        if arguments::is_omitted(&value)? {
            if name.eq_ignore_ascii_case("authorization") {
                let reason = "it carries the key, which every call has";
                return Err(errors::invalid(py, &path(), reason));
            }
            return Ok((name, None));
        }
        let text = if let Ok(bytes) = value.cast::<PyBytes>() {
            String::from_utf8_lossy(bytes.as_bytes()).into_owned()
        } else if let Ok(text) = value.cast::<PyString>() {
            text.to_string_lossy().into_owned()
        } else {
            return Err(errors::invalid(py, &path(), "its value is str or bytes"));
        };
        Ok((name, Some(text)))
    };
    pairs("headers", headers)?.into_iter().map(read).collect()
}

/// The headers in `LINQ_API_V3_CUSTOM_HEADERS`: lines of `Name: value`.
#[pyfunction]
pub(crate) fn custom_headers(py: Python<'_>, lines: &str) -> PyResult<Vec<(String, String)>> {
    let headers = parse_header_lines(lines, "LINQ_API_V3_CUSTOM_HEADERS")
        .map_err(|invalid| errors::from_invalid(py, &invalid))?;
    let headers = headers.into_iter().collect();
    let pairs = errors::header_pairs(&headers).into_iter();
    Ok(pairs
        .map(|(name, value)| (name.to_owned(), value))
        .collect())
}

fn read_query(query: &Bound<'_, PyAny>) -> PyResult<Vec<Parameter>> {
    let pairs = pairs("query", query)?.into_iter();
    let read = |(name, value): (String, Bound<'_, PyAny>)| {
        let mut sent = Vec::new();
        write_parameter(name.clone(), &value, 0, &mut sent)?;
        Ok((name, sent))
    };
    pairs.map(read).collect()
}

fn pairs<'py>(
    what: &str,
    mapping: &Bound<'py, PyAny>,
) -> PyResult<Vec<(String, Bound<'py, PyAny>)>> {
    let py = mapping.py();
    let items = match (mapping.cast::<PyDict>(), mapping.cast::<PyMapping>()) {
        (Ok(fields), _) => fields.items(),
        (_, Ok(mapping)) => mapping.items()?,
        _ => {
            let reason = "it is a mapping of names to values";
            return Err(errors::invalid(py, what, reason));
        }
    };
    let read = |pair: Bound<'py, PyAny>| {
        let (name, value): (Bound<'py, PyAny>, Bound<'py, PyAny>) = pair.extract()?;
        let name = name
            .extract()
            .map_err(|_| errors::invalid(py, what, "the names in it are text"))?;
        Ok((name, value))
    };
    items.into_iter().map(read).collect()
}

/// A parameter as the official client has it: lists are joined by commas, what is within a mapping is in
/// brackets, and nothing is left of an empty text.
fn write_parameter(
    name: String,
    value: &Bound<'_, PyAny>,
    depth: usize,
    sent: &mut Vec<(String, String)>,
) -> PyResult<()> {
    let py = value.py();
    let refused = |reason| errors::invalid(py, &format!("query[{name:?}]"), reason);
    if arguments::is_omitted(value)? {
        return Ok(());
    }
    if let Ok(mapping) = value.cast::<PyMapping>() {
        if depth > DEEPEST {
            return Err(refused("it holds itself"));
        }
        for item in mapping.items()? {
            let (key, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = item.extract()?;
            let name = format!(
                "{name}[{}]",
                plain_text(&key)?.ok_or_else(|| refused(NO_TEXT))?
            );
            write_parameter(name, &value, depth + 1, sent)?;
        }
        return Ok(());
    }
    if is_list(value) {
        let mut items = Vec::new();
        for item in value.try_iter()? {
            let item = item?;
            if item.is_none() || arguments::is_omitted(&item)? {
                continue;
            }
            if is_list(&item) || item.cast::<PyMapping>().is_ok() {
                return Err(refused("a list in a query holds plain values"));
            }
            items.push(plain_text(&item)?.ok_or_else(|| refused(NO_TEXT))?);
        }
        sent.push((name, items.join(",")));
        return Ok(());
    }
    let text = plain_text(value)?.ok_or_else(|| refused(NO_TEXT))?;
    if !text.is_empty() {
        sent.push((name, text));
    }
    Ok(())
}

const NO_TEXT: &str = "it holds half of a surrogate pair, which is no character";

fn is_list(value: &Bound<'_, PyAny>) -> bool {
    value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>()
}

/// `None` if it is no text that could be sent.
fn plain_text(value: &Bound<'_, PyAny>) -> PyResult<Option<String>> {
    if let Ok(truth) = value.cast::<PyBool>() {
        return Ok(Some(truth.is_true().to_string()));
    }
    if value.is_none() {
        return Ok(Some(String::new()));
    }
    Ok(value.str()?.to_str().ok().map(str::to_owned))
}

/// Seconds, of which `inf` is no limit.
pub(crate) fn duration(py: Python<'_>, name: &str, seconds: f64) -> PyResult<Duration> {
    if seconds.is_infinite() && seconds > 0.0 {
        return Ok(Config::MAX_TIMEOUT);
    }
    Duration::try_from_secs_f64(seconds)
        .map(|duration| duration.min(Config::MAX_TIMEOUT))
        .map_err(|_| errors::invalid(py, name, "it is a number of seconds, from 0 on"))
}

/// A text or its bytes.
pub(crate) fn bytes_of(name: &str, value: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    let bytes = match value.cast::<PyString>() {
        Ok(text) => text.to_str().ok().map(|text| text.as_bytes().to_vec()),
        Err(_) => value.extract().ok(),
    };
    bytes.ok_or_else(|| errors::invalid(value.py(), name, "it is str or bytes"))
}
