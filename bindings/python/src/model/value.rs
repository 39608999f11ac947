//! From JSON to Python.

use super::{
    Model,
    class::{Class, Classes},
};
use crate::document::{Kind, View};
use jiff::tz::TimeZone;
use linq_core::describe::{Shape, UnionMember};
use pyo3::{
    IntoPyObjectExt,
    prelude::*,
    sync::PyOnceLock,
    types::{PyDateTime, PyDict, PyInt, PyList, PyString, PyTzInfo},
};

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

    pub(crate) fn read<'py>(&self, py: Python<'py>, view: &View) -> PyResult<Bound<'py, PyAny>> {
        match (self, view.kind()) {
            (Self::DateTime, Kind::Text) => date_time(py, view),
            (Self::Number, Kind::Number) => number(view).into_bound_py_any(py),
            (Self::Model(class), Kind::Object) => Model::wrap(py, class, view.clone()),
            (Self::Member { by_tag, unknown }, Kind::Object) => {
                let tag = view.known_field("type");
                let tag = tag.as_ref().and_then(View::text);
                let known = tag.and_then(|tag| by_tag.iter().find(|(known, _)| *known == tag));
                let class = known.map_or(*unknown, |(_, class)| *class);
                Model::wrap(py, class, view.clone())
            }
            (Self::List(item), Kind::Array) => {
                let items = view.items().map(|view| item.read(py, &view));
                let items = items.collect::<PyResult<Vec<_>>>()?;
                Ok(PyList::new(py, items)?.into_any())
            }
            (Self::Map(value), Kind::Object) => {
                let map = PyDict::new(py);
                for (key, view) in view.fields() {
                    map.set_item(key, value.read(py, &view)?)?;
                }
                Ok(map.into_any())
            }
            _ => plain(py, view),
        }
    }
}

/// A value as `json.loads` has it. What Python cannot hold comes as its JSON text: what is nested deeper
/// than its stack goes, and whole numbers of more digits than it writes.
pub(crate) fn plain<'py>(py: Python<'py>, view: &View) -> PyResult<Bound<'py, PyAny>> {
    match view.kind() {
        Kind::Array | Kind::Object if view.is_too_deep() => Ok(as_text(py, view)),
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

/// A moment, in UTC. One that is no RFC 3339 stays text.
fn date_time<'py>(py: Python<'py>, view: &View) -> PyResult<Bound<'py, PyAny>> {
    let Some(text) = view.text() else {
        return plain(py, view);
    };
    if view.is_utc()
        && let Some(from_iso) = from_iso_format(py)
        && let Ok(moment) = from_iso.call1((&*text,))
    {
        return Ok(moment);
    }
    let Ok(moment) = text.parse::<jiff::Timestamp>() else {
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

/// `datetime.fromisoformat`, from Python 3.11 on, which takes what the API writes: twice as quick as to
/// give it the numbers.
fn from_iso_format(py: Python<'_>) -> Option<&Bound<'_, PyAny>> {
    static FROM_ISO_FORMAT: PyOnceLock<Option<Py<PyAny>>> = PyOnceLock::new();
    let found = FROM_ISO_FORMAT.get_or_init(py, || {
        let from_iso = py.get_type::<PyDateTime>().getattr("fromisoformat").ok()?;
        let takes_all = from_iso.call1(("2025-10-23T13:07:55.019123456Z",)).is_ok();
        takes_all.then(|| from_iso.unbind())
    });
    Some(found.as_ref()?.bind(py))
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
