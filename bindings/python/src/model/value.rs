//! From JSON to Python.

use super::{
    Model,
    class::{Classes, Value},
};
use crate::document::{Kind, View};
use jiff::tz::TimeZone;
use linq_core::{
    describe::{Describe, Shape, UnionInfo},
    webhook::{LegacyMessageEvent, MessageEventData},
};
use pyo3::{
    IntoPyObjectExt,
    prelude::*,
    types::{PyDateTime, PyDict, PyList, PyString, PyTzInfo},
};

/// A field's value. What is not of the expected shape comes as plain Python.
pub(crate) fn field_value<'py>(
    py: Python<'py>,
    view: &View,
    value: Value,
) -> PyResult<Bound<'py, PyAny>> {
    match value {
        Value::Shaped(shape) => shaped(py, view, shape),
        Value::MessageData => shaped(py, view, message_data(view)),
    }
}

/// A value of a shape that is known.
pub(crate) fn shaped<'py>(
    py: Python<'py>,
    view: &View,
    shape: Shape,
) -> PyResult<Bound<'py, PyAny>> {
    match (shape, view.kind()) {
        (Shape::DateTime, Kind::Text) => date_time(py, view),
        (Shape::Number, Kind::Number) => number(view).into_bound_py_any(py),
        (Shape::Object(info), Kind::Object) => {
            Model::wrap(py, Classes::all(py)?.of_model(info), view.clone())
        }
        (Shape::Union(union), Kind::Object) => member(py, view, union),
        (Shape::List(item) | Shape::Page(item), Kind::Array) => {
            let item = item();
            let items = PyList::empty(py);
            for view in view.items() {
                items.append(shaped(py, &view, item)?)?;
            }
            Ok(items.into_any())
        }
        (Shape::Map(value), Kind::Object) => {
            let value = value();
            let map = PyDict::new(py);
            for (key, view) in view.fields() {
                map.set_item(key, shaped(py, &view, value)?)?;
            }
            Ok(map.into_any())
        }
        (Shape::Nullable(inner), _) => shaped(py, view, inner()),
        _ => plain(py, view),
    }
}

/// A value as `json.loads` has it.
pub(crate) fn plain<'py>(py: Python<'py>, view: &View) -> PyResult<Bound<'py, PyAny>> {
    match view.kind() {
        Kind::Text => match view.text() {
            Some(text) => Ok(PyString::new(py, &text).into_any()),
            None => Ok(py.None().into_bound(py)),
        },
        Kind::Number => whole_or_float(py, view),
        Kind::True => true.into_bound_py_any(py),
        Kind::False => false.into_bound_py_any(py),
        Kind::Null => Ok(py.None().into_bound(py)),
        Kind::Array => {
            let items = PyList::empty(py);
            for item in view.items() {
                items.append(plain(py, &item)?)?;
            }
            Ok(items.into_any())
        }
        Kind::Object => {
            let fields = PyDict::new(py);
            for (name, value) in view.fields() {
                fields.set_item(name, plain(py, &value)?)?;
            }
            Ok(fields.into_any())
        }
    }
}

/// An object of a union goes by its `type`.
fn member<'py>(py: Python<'py>, view: &View, union: &UnionInfo) -> PyResult<Bound<'py, PyAny>> {
    let classes = Classes::all(py)?;
    let tag = view.field("type");
    let tag = tag.as_ref().and_then(View::text);
    let known = tag.and_then(|tag| union.members.iter().find(|member| member.tag == tag));
    let class = match known.map(|member| (member.shape)()) {
        Some(Shape::Object(info)) => classes.of_model(info),
        _ => classes.unknown_part,
    };
    Model::wrap(py, class, view.clone())
}

/// Only the older version has a handle or a chat's identifier at its top.
fn message_data(view: &View) -> Shape {
    let is_legacy = view.field("chat").is_none()
        && ["chat_id", "from", "message", "message_id"]
            .iter()
            .any(|name| view.field(name).is_some());
    if is_legacy {
        LegacyMessageEvent::SHAPE
    } else {
        MessageEventData::SHAPE
    }
}

/// A moment, in UTC. One that is no RFC 3339 stays text.
fn date_time<'py>(py: Python<'py>, view: &View) -> PyResult<Bound<'py, PyAny>> {
    let moment = view
        .text()
        .and_then(|text| text.parse::<jiff::Timestamp>().ok());
    let Some(moment) = moment else {
        return plain(py, view);
    };
    let utc = TimeZone::UTC.to_datetime(moment);
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
    // Python knows the years 1 to 9999 only.
    made.map(Bound::into_any).or_else(|_| plain(py, view))
}

fn number(view: &View) -> Option<f64> {
    std::str::from_utf8(view.json()).ok()?.parse().ok()
}

fn whole_or_float<'py>(py: Python<'py>, view: &View) -> PyResult<Bound<'py, PyAny>> {
    let text = std::str::from_utf8(view.json()).unwrap_or_default();
    if let Ok(whole) = text.parse::<i64>() {
        return whole.into_bound_py_any(py);
    }
    if text
        .bytes()
        .all(|byte| byte == b'-' || byte.is_ascii_digit())
    {
        return py.get_type::<pyo3::types::PyInt>().call1((text,));
    }
    number(view).into_bound_py_any(py)
}
