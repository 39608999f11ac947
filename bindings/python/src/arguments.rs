//! From Python to JSON, with the path of what cannot go there.

use crate::{errors, model::Model};
use pyo3::{
    exceptions::PyUnicodeEncodeError,
    prelude::*,
    sync::PyOnceLock,
    types::{
        PyBool, PyByteArray, PyBytes, PyDateTime, PyDict, PyFloat, PyInt, PyIterator, PyList,
        PyMapping, PyString, PyTuple, PyType,
    },
};
use std::fmt;

/// Deeper than anything the API takes, so it holds itself.
const DEEPEST: usize = 100;

/// The arguments of a call. What is `omit` is left out.
pub(crate) fn json(value: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    let mut json = Vec::with_capacity(256);
    write(&mut json, value, &Path::TOP)?;
    Ok(json)
}

/// A value that is an argument itself, whose name begins the paths.
pub(crate) fn json_of(name: &str, value: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    let mut json = Vec::with_capacity(256);
    write(&mut json, value, &Path::TOP.to(Step::Field(name)))?;
    Ok(json)
}

/// Where in the arguments a value is.
struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    step: Step<'a>,
    depth: usize,
}

enum Step<'a> {
    Top,
    Field(&'a str),
    Item(usize),
}

impl<'a> Path<'a> {
    const TOP: Path<'static> = Path {
        parent: None,
        step: Step::Top,
        depth: 0,
    };

    fn to(&'a self, step: Step<'a>) -> Self {
        Path {
            parent: Some(self),
            step,
            depth: self.depth + 1,
        }
    }

    fn refuse(&self, py: Python<'_>, reason: &str) -> PyErr {
        errors::invalid(py, &self.to_string(), reason)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
        }
        match self.step {
            Step::Top => Ok(()),
            Step::Field(name) if self.depth == 1 => f.write_str(name),
            Step::Field(name) => write!(f, ".{name}"),
            Step::Item(index) => write!(f, "[{index}]"),
        }
    }
}

fn write(json: &mut Vec<u8>, value: &Bound<'_, PyAny>, path: &Path<'_>) -> PyResult<()> {
    if path.depth > DEEPEST {
        return Err(path.refuse(value.py(), "it holds itself"));
    }
    if let Ok(text) = value.cast::<PyString>() {
        return write_text(json, text, path);
    }
    if value.is_none() {
        json.extend_from_slice(b"null");
    } else if let Ok(truth) = value.cast::<PyBool>() {
        json.extend_from_slice(if truth.is_true() { b"true" } else { b"false" });
    } else if let Ok(fields) = value.cast::<PyDict>() {
        write_dict(json, fields, path)?;
    } else if let Ok(items) = value.cast::<PyList>() {
        write_items(json, items.iter().map(Ok), path)?;
    } else if let Ok(items) = value.cast::<PyTuple>() {
        write_items(json, items.iter().map(Ok), path)?;
    } else if let Ok(model) = value.cast::<Model>() {
        json.extend_from_slice(model.get().value().json());
    } else {
        return write_rarer(json, value, path);
    }
    Ok(())
}

fn write_text(json: &mut Vec<u8>, text: &Bound<'_, PyString>, path: &Path<'_>) -> PyResult<()> {
    let py = text.py();
    let unicode = text.to_str().map_err(|error| no_text(py, error, path))?;
    write_json(json, unicode, path, py)
}

fn no_text(py: Python<'_>, error: PyErr, path: &Path<'_>) -> PyErr {
    if error.is_instance_of::<PyUnicodeEncodeError>(py) {
        let reason = "it holds half of a surrogate pair, which is no character";
        return path.refuse(py, reason);
    }
    error
}

fn write_json(
    json: &mut Vec<u8>,
    value: impl serde::Serialize,
    path: &Path<'_>,
    py: Python<'_>,
) -> PyResult<()> {
    serde_json::to_writer(json, &value).map_err(|error| path.refuse(py, &error.to_string()))
}

fn write_dict(json: &mut Vec<u8>, fields: &Bound<'_, PyDict>, path: &Path<'_>) -> PyResult<()> {
    let py = fields.py();
    json.push(b'{');
    let mut is_first = true;
    // Objects that are told apart by their type are read best if they begin with it.
    let tag = fields.get_item(pyo3::intern!(py, "type"))?;
    if let Some(tag) = &tag {
        write_field(json, &mut is_first, "type", tag, path)?;
    }
    for (name, value) in fields {
        let Ok(name) = name.cast::<PyString>() else {
            return Err(path.refuse(py, "the names of fields are text"));
        };
        let name = name.to_str().map_err(|error| no_text(py, error, path))?;
        if name != "type" || tag.is_none() {
            write_field(json, &mut is_first, name, &value, path)?;
        }
    }
    json.push(b'}');
    Ok(())
}

fn write_field(
    json: &mut Vec<u8>,
    is_first: &mut bool,
    name: &str,
    value: &Bound<'_, PyAny>,
    path: &Path<'_>,
) -> PyResult<()> {
    if Rare::of(value.py())?.is_omitted(value)? {
        return Ok(());
    }
    if !std::mem::take(is_first) {
        json.push(b',');
    }
    write_json(json, name, path, value.py())?;
    json.push(b':');
    write(json, value, &path.to(Step::Field(name)))
}

fn write_items<'py>(
    json: &mut Vec<u8>,
    items: impl Iterator<Item = PyResult<Bound<'py, PyAny>>>,
    path: &Path<'_>,
) -> PyResult<()> {
    json.push(b'[');
    for (index, item) in items.enumerate() {
        if index > 0 {
            json.push(b',');
        }
        write(json, &item?, &path.to(Step::Item(index)))?;
    }
    json.push(b']');
    Ok(())
}

/// What is neither a text, a list nor a dict.
fn write_rarer(json: &mut Vec<u8>, value: &Bound<'_, PyAny>, path: &Path<'_>) -> PyResult<()> {
    let py = value.py();
    let rare = Rare::of(py)?;
    if value.is_instance(rare.enumeration.bind(py))? {
        return write(json, &value.getattr("value")?, path);
    }
    if value.is_instance_of::<PyInt>() {
        // The number of a subclass may show itself otherwise.
        let digits = py.get_type::<PyInt>().call_method1("__repr__", (value,))?;
        json.extend_from_slice(digits.extract::<String>()?.as_bytes());
        return Ok(());
    }
    if let Ok(number) = value.cast::<PyFloat>() {
        if !number.value().is_finite() {
            return Err(path.refuse(py, "it is no number that JSON has"));
        }
        return write_json(json, number.value(), path, py);
    }
    if let Ok(moment) = value.cast::<PyDateTime>() {
        if moment.call_method0("utcoffset")?.is_none() {
            return Err(path.refuse(py, "a date-time needs its time zone"));
        }
        return write(json, &moment.call_method0("isoformat")?, path);
    }
    if value.is_instance(rare.text_like.bind(py))? {
        return write(json, value.str()?.as_any(), path);
    }
    if value.is_instance_of::<PyBytes>() || value.is_instance_of::<PyByteArray>() {
        return Err(path.refuse(py, "bytes are no text: decode them"));
    }
    if let Some(fields) = as_fields(value)? {
        return write(json, &fields, path);
    }
    if let Ok(items) = PyIterator::from_object(value) {
        return write_items(json, items, path);
    }
    let kind = value.get_type().name()?;
    Err(path.refuse(py, &format!("it is a {kind}, which is not written as JSON")))
}

/// The dict form of a mapping, a pydantic model or a dataclass.
fn as_fields<'py>(value: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
    let py = value.py();
    if let Ok(mapping) = value.cast::<PyMapping>() {
        let fields = PyDict::new(py);
        fields.update(mapping)?;
        return Ok(Some(fields.into_any()));
    }
    if value.is_instance_of::<PyType>() {
        return Ok(None);
    }
    if value.hasattr("model_dump")? {
        let options = PyDict::new(py);
        options.set_item("exclude_unset", true)?;
        options.set_item("by_alias", true)?;
        return value
            .call_method("model_dump", (), Some(&options))
            .map(Some);
    }
    if value.hasattr("__dataclass_fields__")? {
        let fields = PyDict::new(py);
        for name in value.getattr("__dataclass_fields__")?.try_iter()? {
            let name = name?.cast_into::<PyString>()?;
            fields.set_item(&name, value.getattr(&name)?)?;
        }
        return Ok(Some(fields.into_any()));
    }
    Ok(None)
}

/// Classes of Python that are looked up once.
struct Rare {
    enumeration: Py<PyAny>,
    /// Those whose text is what travels.
    text_like: Py<PyAny>,
    omitted: Py<PyAny>,
}

impl Rare {
    fn of(py: Python<'_>) -> PyResult<&'static Self> {
        static RARE: PyOnceLock<Rare> = PyOnceLock::new();
        let rare = RARE.get_or_try_init(py, || {
            let class = |module: &str, name: &str| py.import(module)?.getattr(name);
            let options = py.import("linq_client._options")?;
            let omitted = (options.getattr("Omit")?, options.getattr("NotGiven")?);
            let text_like = (
                class("uuid", "UUID")?,
                class("decimal", "Decimal")?,
                class("datetime", "date")?,
            );
            py.get_type::<PyDateTime>(); // later it would panic if that cannot be imported
            Ok(Self {
                enumeration: class("enum", "Enum")?.unbind(),
                text_like: text_like.into_pyobject(py)?.into_any().unbind(),
                omitted: omitted.into_pyobject(py)?.into_any().unbind(),
            })
        });
        rare.map_err(|error| errors::not_loaded(py, error))
    }

    fn is_omitted(&self, value: &Bound<'_, PyAny>) -> PyResult<bool> {
        let is_common = value.is_exact_instance_of::<PyString>()
            || value.is_exact_instance_of::<PyDict>()
            || value.is_exact_instance_of::<PyList>();
        Ok(!is_common && value.is_instance(self.omitted.bind(value.py()))?)
    }
}

/// Whether it stands for nothing at all.
pub(crate) fn is_omitted(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    Rare::of(value.py())?.is_omitted(value)
}
