//! Conversion of models to dicts and JSON.

use super::Model;
use crate::errors;
use linq_core::schema::Kind;
use pyo3::{
    exceptions::PyValueError,
    prelude::*,
    sync::PyOnceLock,
    types::{PyDict, PyList},
};

/// Options of the conversion.
#[derive(Clone, Copy)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "they are arguments in Python"
)]
pub(super) struct Writer {
    /// True if values are those of JSON, such as text for dates.
    pub(super) as_json: bool,
    pub(super) api_names: bool,
    /// Leaves out fields that are `None` or `null`.
    pub(super) exclude_none: bool,
    /// Leaves out known fields that are absent.
    pub(super) exclude_unset: bool,
    /// Leaves out known fields that have their default, `None`.
    pub(super) exclude_defaults: bool,
}

impl Writer {
    /// Creates a writer of all fields that are present, under the API's names.
    pub(super) fn new(mode: &str) -> PyResult<Self> {
        let as_json = match mode {
            "json" => true,
            "python" => false,
            _ => {
                return Err(PyValueError::new_err(
                    "mode: must be \"python\" or \"json\"",
                ));
            }
        };
        Ok(Self {
            as_json,
            api_names: true,
            exclude_none: false,
            exclude_unset: true,
            exclude_defaults: false,
        })
    }

    /// Returns the fields that are present, in their order, and then those that are absent.
    pub(super) fn model<'py>(self, model: &Bound<'py, Model>) -> PyResult<Bound<'py, PyDict>> {
        let (py, this) = (model.py(), model.get());
        let written = PyDict::new(py);
        for (name, json) in this.value().fields() {
            let mut fields = this.class.fields.iter().enumerate();
            let field = fields.find(|(_, field)| field.name() == name || field.attribute == name);
            let value = match field {
                Some((index, _)) if json.kind() != Kind::Null => this.known(py, index)?,
                _ => super::plain(py, json)?,
            };
            let field = field.map(|(_, field)| field);
            if value.is_none() && self.excludes_none(field.is_some()) {
                continue;
            }
            let plain_text = field.filter(|_| self.as_json).and_then(|_| json.text());
            let value = match plain_text {
                Some(text) => text.into_pyobject(py)?.into_any(),
                None => self.value(&value)?,
            };
            match field {
                Some(field) if self.api_names => written.set_item(field.name(), value)?,
                Some(field) => written.set_item(field.attribute, value)?,
                None => written.set_item(name, value)?,
            }
        }
        if self.exclude_unset || self.excludes_none(true) {
            return Ok(written);
        }
        for field in &this.class.fields {
            let name = if self.api_names {
                field.name()
            } else {
                field.attribute
            };
            if !written.contains(name)? {
                written.set_item(name, py.None())?;
            }
        }
        Ok(written)
    }

    fn excludes_none(self, is_known: bool) -> bool {
        self.exclude_none || (self.exclude_defaults && is_known)
    }

    fn value<'py>(self, value: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        if let Ok(model) = value.cast::<Model>() {
            return self.model(model).map(Bound::into_any);
        }
        if let Ok(items) = value.cast::<PyList>() {
            let written = PyList::empty(value.py());
            for item in items {
                written.append(self.value(&item)?)?;
            }
            return Ok(written.into_any());
        }
        if let Ok(map) = value.cast::<PyDict>() {
            let written = PyDict::new(value.py());
            for (key, item) in map {
                written.set_item(key, self.value(&item)?)?;
            }
            return Ok(written.into_any());
        }
        Ok(value.clone())
    }
}

/// Returns all fields that are not `None`, for comparison.
pub(super) fn fields<'py>(model: &Bound<'py, Model>) -> PyResult<Bound<'py, PyDict>> {
    let fields = PyDict::new(model.py());
    for field in Model::present(model)? {
        fields.set_item(field.name, field.value)?;
    }
    Ok(fields)
}

/// Returns the JSON text of a model.
pub(super) fn to_json_text<'py>(
    model: &Bound<'py, Model>,
    indent: Option<usize>,
    writer: Writer,
) -> PyResult<Bound<'py, PyAny>> {
    let py = model.py();
    let written = writer.model(model)?;
    let options = PyDict::new(py);
    options.set_item("indent", indent)?;
    options.set_item("ensure_ascii", false)?;
    if indent.is_none() {
        options.set_item("separators", (",", ":"))?;
    }
    let dumps = DUMPS.import(py, "json", "dumps");
    let dumps = dumps.map_err(|error| errors::not_loaded(py, error))?;
    dumps.call((written,), Some(&options))
}

static DUMPS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

/// Imports `json.dumps`.
pub(crate) fn load(py: Python<'_>) -> PyResult<()> {
    DUMPS.import(py, "json", "dumps").map(drop)
}
