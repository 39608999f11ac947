//! Conversion of JSON values to Python.

use super::{Model, class::Classes};
use jiff::tz::TimeZone;
use linq_core::{
    Timestamp,
    schema::{FieldSchema, Kind, Schema, check_identity, find},
};
use linq_json::{Value, View};
use pyo3::{
    IntoPyObjectExt,
    prelude::*,
    sync::PyOnceLock,
    types::{PyDateTime, PyDict, PyInt, PyList, PyString, PyTzInfo},
};
use std::time::SystemTime;

/// Returns the attribute of a field. A list, map or object that is documented as always present is empty where it is
/// absent or `null`; anything else is `None`.
pub(super) fn attribute<'py>(
    py: Python<'py>,
    field: &FieldSchema,
    object: Value<'_>,
) -> PyResult<Bound<'py, PyAny>> {
    if let Some(value) = present(field, object) {
        return read(py, field.schema, value);
    }
    match field.schema {
        _ if field.is_optional() => Ok(py.None().into_bound(py)),
        Schema::List(_) => Ok(PyList::empty(py).into_any()),
        Schema::Map(_) => Ok(PyDict::new(py).into_any()),
        Schema::Object(object) => {
            Model::wrap(py, Classes::all(py)?.of_model(object), View::empty_object())
        }
        _ => Ok(py.None().into_bound(py)),
    }
}

/// Returns the value of a field, if it is present and not `null`.
pub(super) fn present<'a>(field: &FieldSchema, object: Value<'a>) -> Option<Value<'a>> {
    find(&object, field).filter(|value| value.kind() != Kind::Null)
}

/// Returns a value of this type. A value that does not match it, or lacks its identifier, is plain Python data.
pub(crate) fn read<'py>(
    py: Python<'py>,
    schema: Schema,
    value: Value<'_>,
) -> PyResult<Bound<'py, PyAny>> {
    match (schema.not_null(), value.kind()) {
        (Schema::DateTime, Kind::String) => date_time(py, value),
        (Schema::Number, Kind::Number) => number(value).into_bound_py_any(py),
        (Schema::Object(object), Kind::Object) => {
            let class = Classes::all(py)?.of_model(object);
            if class.has_identity && check_identity(schema, &value).is_err() {
                tracing::warn!(target: "linq", kind = object.name, "object without its identifier, kept as plain JSON");
                return plain(py, value);
            }
            Model::wrap(py, class, value.to_view())
        }
        (Schema::Union(union), Kind::Object) => {
            let classes = Classes::all(py)?;
            let tag = value.field("type").and_then(Value::text);
            let member = tag.and_then(|tag| union.member(&tag));
            let class = member.map(|member| classes.of_model(member.object));
            Model::wrap(py, class.unwrap_or(classes.unknown_part), value.to_view())
        }
        (Schema::List(item), Kind::Array) => {
            let items = value.items().map(|value| read(py, *item, value));
            let items = items.collect::<PyResult<Vec<_>>>()?;
            Ok(PyList::new(py, items)?.into_any())
        }
        (Schema::Map(schema), Kind::Object) => {
            let map = PyDict::new(py);
            for (key, value) in value.fields() {
                map.set_item(key, read(py, *schema, value)?)?;
            }
            Ok(map.into_any())
        }
        _ => plain(py, value),
    }
}

/// Returns a value as `json.loads` does. Values that exceed Python's limits are returned as JSON text: those nested too
/// deeply for its stack, and integers with too many digits.
pub(crate) fn plain<'py>(py: Python<'py>, value: Value<'_>) -> PyResult<Bound<'py, PyAny>> {
    match value.kind() {
        Kind::Array | Kind::Object if value.is_too_deep() => Ok(as_text(py, value)),
        Kind::String => match value.text() {
            Some(text) => Ok(PyString::new(py, &text).into_any()),
            None => Ok(py.None().into_bound(py)),
        },
        Kind::Number => whole_or_float(py, value),
        Kind::Boolean => (value.json() == b"true").into_bound_py_any(py),
        Kind::Null => Ok(py.None().into_bound(py)),
        Kind::Array => {
            let items = PyList::empty(py);
            for item in value.items() {
                items.append(plain(py, item)?)?;
            }
            Ok(items.into_any())
        }
        Kind::Object => {
            let fields = PyDict::new(py);
            for (name, value) in value.fields() {
                fields.set_item(name, plain(py, value)?)?;
            }
            Ok(fields.into_any())
        }
    }
}

/// Returns a `datetime` in UTC, to the microsecond. Text that is not an RFC 3339 date-time is returned as text.
fn date_time<'py>(py: Python<'py>, value: Value<'_>) -> PyResult<Bound<'py, PyAny>> {
    let text = value.text().unwrap_or_default();
    let Ok(timestamp) = text.parse::<Timestamp>() else {
        return plain(py, value);
    };
    if text.ends_with('Z')
        && let Some(from_iso) = from_iso_format(py)
        && let Ok(at) = from_iso.call1((&*text,))
    {
        return Ok(at);
    }
    let Ok(timestamp) = jiff::Timestamp::try_from(SystemTime::from(timestamp)) else {
        return plain(py, value);
    };
    let utc = TimeZone::UTC.to_datetime(timestamp);
    let in_range = |number: i8| u8::try_from(number).unwrap_or_default();
    let created = PyDateTime::new(
        py,
        i32::from(utc.year()),
        in_range(utc.month()),
        in_range(utc.day()),
        in_range(utc.hour()),
        in_range(utc.minute()),
        in_range(utc.second()),
        u32::try_from(utc.subsec_nanosecond() / 1000).unwrap_or_default(),
        Some(&*PyTzInfo::utc(py)?),
    );
    // `datetime` supports the years 1 to 9999 only.
    created.map(Bound::into_any).or_else(|_| plain(py, value))
}

/// Imports the classes of dates.
pub(super) fn load(py: Python<'_>) -> PyResult<()> {
    from_iso_format(py);
    PyTzInfo::utc(py)?;
    Ok(())
}

/// Returns `datetime.fromisoformat` of Python 3.11 and later, which is twice as fast as the constructor.
fn from_iso_format(py: Python<'_>) -> Option<&Bound<'_, PyAny>> {
    static FROM_ISO_FORMAT: PyOnceLock<Option<Py<PyAny>>> = PyOnceLock::new();
    let found = FROM_ISO_FORMAT.get_or_init(py, || {
        let from_iso = py.get_type::<PyDateTime>().getattr("fromisoformat").ok()?;
        let takes_all = from_iso.call1(("2025-10-23T13:07:55.019123456Z",)).is_ok();
        takes_all.then(|| from_iso.unbind())
    });
    Some(found.as_ref()?.bind(py))
}

fn number(value: Value<'_>) -> Option<f64> {
    std::str::from_utf8(value.json()).ok()?.parse().ok()
}

fn whole_or_float<'py>(py: Python<'py>, value: Value<'_>) -> PyResult<Bound<'py, PyAny>> {
    let text = std::str::from_utf8(value.json()).unwrap_or_default();
    if let Ok(whole) = text.parse::<i64>() {
        return whole.into_bound_py_any(py);
    }
    if text
        .bytes()
        .all(|byte| byte == b'-' || byte.is_ascii_digit())
    {
        let read = py.get_type::<PyInt>().call1((text,));
        return read.or_else(|_| Ok(as_text(py, value)));
    }
    number(value).into_bound_py_any(py)
}

fn as_text<'py>(py: Python<'py>, value: Value<'_>) -> Bound<'py, PyAny> {
    PyString::new(py, &String::from_utf8_lossy(value.json())).into_any()
}
