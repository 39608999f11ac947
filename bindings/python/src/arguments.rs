//! Serialization of Python values to JSON; errors name the path of the value.

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

/// Maximum depth of nesting; far deeper than any argument of the API.
const MAX_DEPTH: usize = 100;

/// Returns the JSON of a call's arguments. Values that are `omit` are left out.
pub(crate) fn json(value: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    let mut json = Vec::with_capacity(256);
    write(&mut json, value, &Path::TOP)?;
    Ok(json)
}

/// Returns the JSON of one argument, whose name begins the paths of errors.
pub(crate) fn json_of(name: &str, value: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    let mut json = Vec::with_capacity(256);
    write(&mut json, value, &Path::TOP.to(Step::Field(name)))?;
    Ok(json)
}

/// Path of a value in the arguments.
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

    fn invalid(&self, py: Python<'_>, reason: &str) -> PyErr {
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
    if path.depth > MAX_DEPTH {
        return Err(path.invalid(value.py(), "nested too deeply"));
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
        return write_other(json, value, path);
    }
    Ok(())
}

fn write_text(json: &mut Vec<u8>, text: &Bound<'_, PyString>, path: &Path<'_>) -> PyResult<()> {
    let py = text.py();
    let unicode = text
        .to_str()
        .map_err(|error| invalid_text(py, error, path))?;
    write_json(json, unicode, path, py)
}

fn invalid_text(py: Python<'_>, error: PyErr, path: &Path<'_>) -> PyErr {
    if error.is_instance_of::<PyUnicodeEncodeError>(py) {
        let reason = "contains a lone surrogate";
        return path.invalid(py, reason);
    }
    error
}

fn write_json(
    json: &mut Vec<u8>,
    value: impl serde::Serialize,
    path: &Path<'_>,
    py: Python<'_>,
) -> PyResult<()> {
    serde_json::to_writer(json, &value).map_err(|error| path.invalid(py, &error.to_string()))
}

fn write_dict(json: &mut Vec<u8>, fields: &Bound<'_, PyDict>, path: &Path<'_>) -> PyResult<()> {
    let py = fields.py();
    json.push(b'{');
    let mut is_first = true;
    // A union's tag comes first, so that it is read in one pass.
    let tag = fields.get_item(pyo3::intern!(py, "type"))?;
    if let Some(tag) = &tag {
        write_field(json, &mut is_first, "type", tag, path)?;
    }
    for (name, value) in fields {
        let Ok(name) = name.cast::<PyString>() else {
            return Err(path.invalid(py, "keys must be str"));
        };
        let name = name
            .to_str()
            .map_err(|error| invalid_text(py, error, path))?;
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
    if PythonClasses::of(value.py())?.is_omitted(value)? {
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

/// Writes values of less common types.
fn write_other(json: &mut Vec<u8>, value: &Bound<'_, PyAny>, path: &Path<'_>) -> PyResult<()> {
    let py = value.py();
    let classes = PythonClasses::of(py)?;
    if value.is_instance(classes.enumeration.bind(py))? {
        return write(json, &value.getattr("value")?, path);
    }
    if value.is_instance_of::<PyInt>() {
        // A subclass may override `__repr__`.
        let digits = py.get_type::<PyInt>().call_method1("__repr__", (value,))?;
        json.extend_from_slice(digits.extract::<String>()?.as_bytes());
        return Ok(());
    }
    if let Ok(number) = value.cast::<PyFloat>() {
        if !number.value().is_finite() {
            return Err(path.invalid(py, "not a finite number"));
        }
        return write_json(json, number.value(), path, py);
    }
    if let Ok(date_time) = value.cast::<PyDateTime>() {
        if date_time.call_method0("utcoffset")?.is_none() {
            return Err(path.invalid(py, "must have a time zone"));
        }
        return write(json, &date_time.call_method0("isoformat")?, path);
    }
    if value.is_instance(classes.text_like.bind(py))? {
        return write(json, value.str()?.as_any(), path);
    }
    if value.is_instance_of::<PyBytes>() || value.is_instance_of::<PyByteArray>() {
        return Err(path.invalid(py, "must be str, not bytes"));
    }
    if let Some(fields) = to_dict(value)? {
        return write(json, &fields, path);
    }
    if let Ok(items) = PyIterator::from_object(value) {
        return write_items(json, items, path);
    }
    let kind = value.get_type().name()?;
    let reason = format!("values of type `{kind}` cannot be serialized as JSON");
    Err(path.invalid(py, &reason))
}

/// Returns a mapping, a pydantic model or a dataclass as a dict; `None` for other types.
fn to_dict<'py>(value: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
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

/// Python classes, which are imported once.
struct PythonClasses {
    enumeration: Py<PyAny>,
    /// Classes whose values are sent as their `str()`.
    text_like: Py<PyAny>,
    omitted: Py<PyAny>,
}

impl PythonClasses {
    fn of(py: Python<'_>) -> PyResult<&'static Self> {
        static CLASSES: PyOnceLock<PythonClasses> = PyOnceLock::new();
        let classes = CLASSES.get_or_try_init(py, || {
            let class = |module: &str, name: &str| py.import(module)?.getattr(name);
            let options = py.import("linq_client._options")?;
            let omitted = (options.getattr("Omit")?, options.getattr("NotGiven")?);
            let text_like = (
                class("uuid", "UUID")?,
                class("decimal", "Decimal")?,
                class("datetime", "date")?,
            );
            py.get_type::<PyDateTime>(); // pyo3 panics if this import fails later
            Ok(Self {
                enumeration: class("enum", "Enum")?.unbind(),
                text_like: text_like.into_pyobject(py)?.into_any().unbind(),
                omitted: omitted.into_pyobject(py)?.into_any().unbind(),
            })
        });
        classes.map_err(|error| errors::not_loaded(py, error))
    }

    fn is_omitted(&self, value: &Bound<'_, PyAny>) -> PyResult<bool> {
        let is_common = value.is_exact_instance_of::<PyString>()
            || value.is_exact_instance_of::<PyDict>()
            || value.is_exact_instance_of::<PyList>();
        Ok(!is_common && value.is_instance(self.omitted.bind(value.py()))?)
    }
}

/// Returns whether a value is `omit` or `not_given`.
pub(crate) fn is_omitted(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    PythonClasses::of(value.py())?.is_omitted(value)
}
