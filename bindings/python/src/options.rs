//! Options of calls, as given in Python: headers, query parameters, body fields, timeouts.

use crate::{arguments, errors};
use linq_core::{
    exchange::{CallOptions, ExchangeConfig, check_default_header, parse_header_lines},
    rate_limit::{Limit, RateLimits},
};
use pyo3::{
    prelude::*,
    types::{PyBool, PyBytes, PyDict, PyList, PyMapping, PyString, PyTuple},
};
use serde_json::value::RawValue;
use std::{collections::BTreeMap, time::Duration};

/// Maximum depth of nesting of a query parameter.
const MAX_DEPTH: usize = 100;

/// Options of one call: headers, query, body, timeout in seconds, number of retries.
#[derive(FromPyObject)]
pub(crate) struct PyCallOptions<'py>(
    Option<Bound<'py, PyAny>>,
    Option<Bound<'py, PyAny>>,
    Option<Bound<'py, PyAny>>,
    Option<f64>,
    Option<u32>,
);

/// Client-side rate limits: messages of a line, seconds of their window, and whether the published limits apply.
#[derive(FromPyObject)]
pub(crate) struct PyRateLimits(Option<u32>, f64, bool);

impl PyRateLimits {
    pub(crate) fn read(&self, py: Python<'_>) -> PyResult<RateLimits> {
        let Self(messages_per_line, window, published) = *self;
        let window = duration(py, "rate_limits.window", window)?;
        let limits = if published {
            RateLimits::published()
        } else {
            RateLimits::none()
        };
        Ok(match messages_per_line {
            Some(max) => limits.limit(Limit::MessagesPerLine, max, window),
            None => limits,
        })
    }
}

/// Default options of a client's calls.
#[derive(Default)]
pub(crate) struct Defaults {
    /// Without headers and query parameters, which a call can remove.
    base: CallOptions,
    headers: Vec<Header>,
    query: Vec<Parameter>,
    merged: CallOptions,
    /// The options that are stored with a call.
    stored: CallOptions,
}

/// A header, or with `None` the name of one to leave out.
type Header = (String, Option<String>);
/// A query parameter under its given name, and the pairs to send: none if it is left out.
type Parameter = (String, Vec<(String, String)>);

impl Defaults {
    /// Creates options with headers and query parameters for every call. `stored` are those to store with a call.
    pub(crate) fn new(
        base: CallOptions,
        stored: CallOptions,
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
        let merged = add(py, base.clone(), &headers, &query, &[])?;
        Ok(Self {
            base,
            headers,
            query,
            merged,
            stored,
        })
    }

    /// Returns the options to store with a call: its own, and `stored`.
    pub(crate) fn options_to_store(
        &self,
        py: Python<'_>,
        options: Option<&PyCallOptions<'_>>,
    ) -> PyResult<CallOptions> {
        let stored = Self {
            base: self.stored.clone(),
            merged: self.stored.clone(),
            ..Self::default()
        };
        stored.options(py, options)
    }

    /// Returns the options of calls that were stored with options of their own, which override these.
    pub(crate) fn options_of_stored_calls(&self, py: Python<'_>) -> PyResult<CallOptions> {
        let mut options = self.base.clone();
        for (name, value) in &self.headers {
            if let Some(value) = value {
                options = options
                    .default_header(name, value)
                    .map_err(|invalid| errors::from_invalid(py, &invalid))?;
            }
        }
        add(py, options, &[], &self.query, &[])
    }

    /// Returns the options of one call.
    pub(crate) fn options(
        &self,
        py: Python<'_>,
        options: Option<&PyCallOptions<'_>>,
    ) -> PyResult<CallOptions> {
        let Some(PyCallOptions(headers, query, body, timeout, retries)) = options else {
            return Ok(self.merged.clone());
        };
        let mut options = if headers.is_none() && query.is_none() {
            self.merged.clone()
        } else {
            let headers = headers.as_ref().map(read_headers).transpose()?;
            let query = query.as_ref().map(read_query).transpose()?;
            let (headers, query) = (headers.unwrap_or_default(), query.unwrap_or_default());
            let mut all = without_overridden(&self.headers, &headers, str::eq_ignore_ascii_case);
            all.extend(headers);
            let defaults = without_overridden(&self.query, &query, str::eq);
            add(py, self.base.clone(), &all, &defaults, &query)?
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

/// Returns the defaults that the call does not override.
fn without_overridden<T: Clone>(
    own: &[(String, T)],
    overrides: &[(String, T)],
    is_same: impl Fn(&str, &str) -> bool,
) -> Vec<(String, T)> {
    let is_overridden = |name: &str| overrides.iter().any(|(other, _)| is_same(name, other));
    let own = own.iter().filter(|(name, _)| !is_overridden(name));
    own.cloned().collect()
}

/// Adds headers, default query parameters, which the call's arguments replace, and query parameters that replace the
/// call's arguments.
fn add(
    py: Python<'_>,
    mut options: CallOptions,
    headers: &[Header],
    defaults: &[Parameter],
    query: &[Parameter],
) -> PyResult<CallOptions> {
    let invalid_argument = |invalid| errors::from_invalid(py, &invalid);
    for (name, value) in headers {
        if let Some(value) = value {
            options = options.header(name, value).map_err(invalid_argument)?;
        }
    }
    for (name, value) in defaults.iter().flat_map(|(_, sent)| sent) {
        options = options
            .default_query(name, value)
            .map_err(invalid_argument)?;
    }
    for (name, value) in query.iter().flat_map(|(_, sent)| sent) {
        options = options.query(name, value).map_err(invalid_argument)?;
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
            "must be a mapping of field names to values",
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
                let reason = "cannot be omitted: it contains the API key";
                return Err(errors::invalid(py, &path(), reason));
            }
            return Ok((name, None));
        }
        let text = if let Ok(bytes) = value.cast::<PyBytes>() {
            String::from_utf8_lossy(bytes.as_bytes()).into_owned()
        } else if let Ok(text) = value.cast::<PyString>() {
            text.to_string_lossy().into_owned()
        } else {
            return Err(errors::invalid(py, &path(), "must be str or bytes"));
        };
        Ok((name, Some(text)))
    };
    pairs("headers", headers)?.into_iter().map(read).collect()
}

/// Parses the headers in `LINQ_API_V3_CUSTOM_HEADERS`: lines of `Name: value`.
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
            let reason = "must be a mapping of names to values";
            return Err(errors::invalid(py, what, reason));
        }
    };
    let read = |pair: Bound<'py, PyAny>| {
        let (name, value): (Bound<'py, PyAny>, Bound<'py, PyAny>) = pair.extract()?;
        let name = name
            .extract()
            .map_err(|_| errors::invalid(py, what, "names must be str"))?;
        Ok((name, value))
    };
    items.into_iter().map(read).collect()
}

/// Writes a query parameter as the official client does: lists are joined by commas, keys of a mapping are in brackets,
/// and empty text is left out.
fn write_parameter(
    name: String,
    value: &Bound<'_, PyAny>,
    depth: usize,
    sent: &mut Vec<(String, String)>,
) -> PyResult<()> {
    let py = value.py();
    let invalid_argument = |reason| errors::invalid(py, &format!("query[{name:?}]"), reason);
    if arguments::is_omitted(value)? {
        return Ok(());
    }
    if let Ok(mapping) = value.cast::<PyMapping>() {
        if depth > MAX_DEPTH {
            return Err(invalid_argument("nested too deeply"));
        }
        for item in mapping.items()? {
            let (key, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = item.extract()?;
            let name = format!(
                "{name}[{}]",
                plain_text(&key)?.ok_or_else(|| invalid_argument(LONE_SURROGATE))?
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
                return Err(invalid_argument("lists must not contain lists or mappings"));
            }
            items.push(plain_text(&item)?.ok_or_else(|| invalid_argument(LONE_SURROGATE))?);
        }
        sent.push((name, items.join(",")));
        return Ok(());
    }
    let text = plain_text(value)?.ok_or_else(|| invalid_argument(LONE_SURROGATE))?;
    if !text.is_empty() {
        sent.push((name, text));
    }
    Ok(())
}

const LONE_SURROGATE: &str = "contains a lone surrogate";

fn is_list(value: &Bound<'_, PyAny>) -> bool {
    value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>()
}

/// Returns the text of a value; `None` if it has lone surrogates.
fn plain_text(value: &Bound<'_, PyAny>) -> PyResult<Option<String>> {
    if let Ok(truth) = value.cast::<PyBool>() {
        return Ok(Some(truth.is_true().to_string()));
    }
    if value.is_none() {
        return Ok(Some(String::new()));
    }
    Ok(value.str()?.to_str().ok().map(str::to_owned))
}

/// Converts seconds, of which `inf` means no limit.
pub(crate) fn duration(py: Python<'_>, name: &str, seconds: f64) -> PyResult<Duration> {
    if seconds.is_infinite() && seconds > 0.0 {
        return Ok(ExchangeConfig::MAX_TIMEOUT);
    }
    Duration::try_from_secs_f64(seconds)
        .map(|duration| duration.min(ExchangeConfig::MAX_TIMEOUT))
        .map_err(|_| errors::invalid(py, name, "must be a non-negative number of seconds"))
}

/// Returns the bytes of `str` or `bytes`.
pub(crate) fn bytes_of(name: &str, value: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    let bytes = match value.cast::<PyString>() {
        Ok(text) => text.to_str().ok().map(|text| text.as_bytes().to_vec()),
        Err(_) => value.extract().ok(),
    };
    bytes.ok_or_else(|| errors::invalid(value.py(), name, "must be str or bytes"))
}
