//! Construction of models from a program's own values.

use crate::{
    arguments,
    model::{Class, Model, class_of},
};
use pyo3::{
    prelude::*,
    types::{PyDict, PyString, PyType},
};

#[pymethods]
impl Model {
    #[new]
    #[classmethod]
    #[pyo3(signature = (**fields))]
    fn new(cls: &Bound<'_, PyType>, fields: Option<&Bound<'_, PyDict>>) -> PyResult<Self> {
        if let Some(model) = Self::take_pending(cls) {
            return Ok(model);
        }
        let class = class_of(cls)?;
        Self::from_text(class, json(cls.py(), class, fields)?)
    }

    /// Returns a model of the fields in a dict, which have the API's names.
    #[classmethod]
    fn from_dict<'py>(
        cls: &Bound<'py, PyType>,
        fields: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let class = class_of(cls)?;
        Self::read(cls, class, arguments::json(fields)?)
    }
}

/// Returns the JSON of a model's fields, which have Python names.
fn json(py: Python<'_>, class: &Class, fields: Option<&Bound<'_, PyDict>>) -> PyResult<Vec<u8>> {
    let renamed = PyDict::new(py);
    if let Some(tag) = class.tag {
        renamed.set_item("type", tag)?;
    }
    for (name, value) in fields.into_iter().flatten() {
        let name = name.cast_into::<PyString>()?;
        match class.field(&name.to_string_lossy()) {
            Some(field) => renamed.set_item(field.name(), value)?,
            None => renamed.set_item(name, value)?,
        }
    }
    arguments::json(&renamed)
}
