//! From JSON to Python.

use super::{
    Model,
    class::{Class, Classes},
};
use crate::json::{Kind, Value};
use jiff::tz::TimeZone;
use linq_core::{
    Timestamp,
    describe::{Shape, UnionMember},
};
use pyo3::{
    IntoPyObjectExt, intern,
    prelude::*,
    sync::PyOnceLock,
    types::{PyDateTime, PyDict, PyInt, PyList, PyString, PyTzInfo},
};
use std::time::SystemTime;

/// What the values of a shape become. What is not of that shape comes as plain Python.
pub(crate) enum Reader {
    Plain,
    DateTime,
    Number,
    Model(&'static Class),
    /// An object of a union goes by its `type`.
    Member {
        by_tag: Vec<(&'static str, &'static Class)>,
        unknown: &'static Class,
    },
    List(Box<Self>),
    Map(Box<Self>),
}

impl Reader {
    pub(crate) fn of(shape: Shape, classes: &Classes) -> Self {
        let boxed = |inner: fn() -> Shape| Box::new(Self::of(inner(), classes));
        match shape {
            Shape::DateTime => Self::DateTime,
            Shape::Number => Self::Number,
            Shape::Object(info) => Self::Model(classes.of_model(info)),
            Shape::Union(union) => {
                let class = |member: &UnionMember| match (member.shape)() {
                    Shape::Object(info) => classes.of_model(info),
                    _ => classes.unknown_part,
                };
                let members = union.members.iter();
                Self::Member {
                    by_tag: members.map(|member| (member.tag, class(member))).collect(),
                    unknown: classes.unknown_part,
                }
            }
            Shape::List(item) | Shape::Page(item) => Self::List(boxed(item)),
            Shape::Map(value) => Self::Map(boxed(value)),
            Shape::Nullable(inner) => Self::of(inner(), classes),
            _ => Self::Plain,
        }
    }

    pub(crate) fn read<'py>(
        &self,
        py: Python<'py>,
        value: Value<'_>,
    ) -> PyResult<Bound<'py, PyAny>> {
        match (self, value.kind()) {
            (Self::DateTime, Kind::Text) => date_time(py, value),
            (Self::Number, Kind::Number) => number(value).into_bound_py_any(py),
            (Self::Model(class), Kind::Object) => Model::wrap(py, class, value.to_view()),
            (Self::Member { by_tag, unknown }, Kind::Object) => {
                let tag = value.field("type").and_then(Value::text);
                let known = tag.and_then(|tag| by_tag.iter().find(|(known, _)| *known == tag));
                let class = known.map_or(*unknown, |(_, class)| *class);
                Model::wrap(py, class, value.to_view())
            }
            (Self::List(item), Kind::Array) => {
                let items = value.items().map(|value| item.read(py, value));
                let items = items.collect::<PyResult<Vec<_>>>()?;
                Ok(PyList::new(py, items)?.into_any())
            }
            (Self::Map(reader), Kind::Object) => {
                let map = PyDict::new(py);
                for (key, value) in value.fields() {
                    map.set_item(key, reader.read(py, value)?)?;
                }
                Ok(map.into_any())
            }
            _ => plain(py, value),
        }
    }
}

/// Returns a value as `json.loads` has it. What Python cannot hold comes as its JSON text: what is nested
/// deeper than its stack allows, and whole numbers of more digits than it writes.
pub(crate) fn plain<'py>(py: Python<'py>, value: Value<'_>) -> PyResult<Bound<'py, PyAny>> {
    match value.kind() {
        Kind::Array | Kind::Object if value.is_too_deep() => Ok(as_text(py, value)),
        Kind::Text => match value.text() {
            Some(text) => Ok(PyString::new(py, &text).into_any()),
            None => Ok(py.None().into_bound(py)),
        },
        Kind::Number => whole_or_float(py, value),
        Kind::True => true.into_bound_py_any(py),
        Kind::False => false.into_bound_py_any(py),
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

/// Returns a date and time in UTC, to the microsecond. A text that is not an RFC 3339 date-time stays text.
fn date_time<'py>(py: Python<'py>, value: Value<'_>) -> PyResult<Bound<'py, PyAny>> {
    let text = value.text().unwrap_or_default();
    let Ok(timestamp) = text.parse::<Timestamp>() else {
        return plain(py, value);
    };
    if let Some(from_iso) = from_iso_format(py)
        && let Ok(at) = from_iso.call1((&*text,))
        && at.getattr(intern!(py, "tzinfo"))?.is(&*PyTzInfo::utc(py)?)
    {
        return Ok(at);
    }
    let Ok(timestamp) = jiff::Timestamp::try_from(SystemTime::from(timestamp)) else {
        return plain(py, value);
    };
    let utc = TimeZone::UTC.to_datetime(timestamp);
    let in_range = |number: i8| u8::try_from(number).unwrap_or_default();
    let made = PyDateTime::new(
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
    // Python has the years 1 to 9999 only.
    made.map(Bound::into_any).or_else(|_| plain(py, value))
}

/// `datetime.fromisoformat` of Python 3.11 and later, which takes half the time of passing the numbers.
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
