//! From JSON to Python.

use super::{Model, class::Classes};
use crate::document::{Kind, View};
use jiff::tz::TimeZone;
use linq_core::describe::{Shape, UnionInfo};
use pyo3::{
    IntoPyObjectExt,
    prelude::*,
    types::{PyDateTime, PyDict, PyInt, PyList, PyString, PyTzInfo},
};

/// A value of a shape that is known. What is not of that shape comes as plain Python.
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

/// A value as `json.loads` has it. What Python cannot hold comes as its JSON text: what is nested deeper
/// than its stack goes, and whole numbers of more digits than it writes.
pub(crate) fn plain<'py>(py: Python<'py>, view: &View) -> PyResult<Bound<'py, PyAny>> {
    if view.is_too_deep() {
        return Ok(as_text(py, view));
    }
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
        let read = py.get_type::<PyInt>().call1((text,));
        return read.or_else(|_| Ok(as_text(py, view)));
    }
    number(view).into_bound_py_any(py)
}

fn as_text<'py>(py: Python<'py>, view: &View) -> Bound<'py, PyAny> {
    PyString::new(py, &String::from_utf8_lossy(view.json())).into_any()
}
