//! From models back to dicts and JSON.

use super::Model;
use crate::errors;
use linq_core::schema::Kind;
use pyo3::{
    exceptions::PyValueError,
    prelude::*,
    sync::PyOnceLock,
    types::{PyDict, PyList},
};

/// What is to be written, and how.
#[derive(Clone, Copy)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "they are arguments in Python"
)]
pub(super) struct Writer {
    /// As JSON has it, and not as Python does.
    pub(super) as_json: bool,
    pub(super) api_names: bool,
    /// Without what is `None`, said or not.
    pub(super) exclude_none: bool,
    /// Without the known fields that were left out.
    pub(super) exclude_unset: bool,
    /// Without the known fields that are what they are by default, which is `None`.
    pub(super) exclude_defaults: bool,
}

impl Writer {
    /// With everything that came, by the API's names.
    pub(super) fn new(mode: &str) -> PyResult<Self> {
        let as_json = match mode {
            "json" => true,
            "python" => false,
            _ => return Err(PyValueError::new_err("mode: it is \"python\" or \"json\"")),
        };
        Ok(Self {
            as_json,
            api_names: true,
            exclude_none: false,
            exclude_unset: true,
            exclude_defaults: false,
        })
    }

    /// The fields that came, in the order in which they came, and behind them those that did not.
    pub(super) fn model<'py>(self, model: &Bound<'py, Model>) -> PyResult<Bound<'py, PyDict>> {
        let (py, this) = (model.py(), model.get());
        let written = PyDict::new(py);
        for (name, json) in this.value().fields() {
            let mut fields = this.class.fields.iter().enumerate();
            let field = fields.find(|(_, field)| field.name() == name);
            let value = match field {
                Some((index, _)) if json.kind() != Kind::Null => this.known(py, index)?,
                _ => super::plain(py, json)?,
            };
            let field = field.map(|(_, field)| field);
            if value.is_none() && self.leaves_out_none(field.is_some()) {
                continue;
            }
            let plain_text = field.filter(|_| self.as_json).and_then(|_| json.text());
            let value = match plain_text {
                Some(text) => text.into_pyobject(py)?.into_any(),
                None => self.value(&value)?,
            };
            match field.filter(|_| !self.api_names) {
                Some(field) => written.set_item(field.attribute, value)?,
                None => written.set_item(name, value)?,
            }
        }
        if self.exclude_unset || self.leaves_out_none(true) {
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

    fn leaves_out_none(self, is_known: bool) -> bool {
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

/// All fields that are not `None`, for comparing.
pub(super) fn fields<'py>(model: &Bound<'py, Model>) -> PyResult<Bound<'py, PyDict>> {
    let fields = PyDict::new(model.py());
    for field in Model::present(model)? {
        fields.set_item(field.name, field.value)?;
    }
    Ok(fields)
}

/// JSON text.
pub(super) fn text_of<'py>(
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

/// Loads what writes JSON.
pub(crate) fn load(py: Python<'_>) -> PyResult<()> {
    DUMPS.import(py, "json", "dumps").map(drop)
}
