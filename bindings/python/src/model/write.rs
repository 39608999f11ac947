//! From models back to dicts and JSON.

use super::Model;
use crate::document::View;
use pyo3::{
    exceptions::PyValueError,
    prelude::*,
    types::{PyDict, PyList},
};

/// What is to be written, and how.
#[derive(Clone, Copy)]
pub(super) struct Writer {
    as_json: bool,
    api_names: bool,
    exclude_none: bool,
}

impl Writer {
    pub(super) fn new(mode: &str, api_names: bool, exclude_none: bool) -> PyResult<Self> {
        let as_json = match mode {
            "json" => true,
            "python" => false,
            _ => return Err(PyValueError::new_err("mode: it is \"python\" or \"json\"")),
        };
        Ok(Self {
            as_json,
            api_names,
            exclude_none,
        })
    }

    /// The fields that came, in the order in which they came.
    pub(super) fn model<'py>(self, model: &Bound<'py, Model>) -> PyResult<Bound<'py, PyDict>> {
        let this = model.get();
        let written = PyDict::new(model.py());
        for (name, view) in this.view.fields() {
            let field = this.class.fields.iter().find(|field| field.wire == name);
            let value = match field {
                Some(field) => model.getattr(field.attribute)?,
                None => super::plain(model.py(), &view)?,
            };
            if value.is_none() && self.exclude_none {
                continue;
            }
            let plain_text = field.filter(|_| self.as_json).and_then(|_| text(&view));
            let value = match plain_text {
                Some(text) => text.into_pyobject(model.py())?.into_any(),
                None => self.value(&value)?,
            };
            match field.filter(|_| !self.api_names) {
                Some(field) => written.set_item(field.attribute, value)?,
                None => written.set_item(name, value)?,
            }
        }
        Ok(written)
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

/// JSON text. Without wishes it is what came.
pub(super) fn text_of<'py>(
    model: &Bound<'py, Model>,
    indent: Option<usize>,
    api_names: bool,
    exclude_none: bool,
) -> PyResult<Bound<'py, PyAny>> {
    let py = model.py();
    let written = Writer::new("json", api_names, exclude_none)?.model(model)?;
    let options = PyDict::new(py);
    options.set_item("indent", indent)?;
    options.set_item("ensure_ascii", false)?;
    if indent.is_none() {
        options.set_item("separators", (",", ":"))?;
    }
    py.import("json")?
        .call_method("dumps", (written,), Some(&options))
}

fn text(view: &View) -> Option<String> {
    view.text().map(std::borrow::Cow::into_owned)
}
