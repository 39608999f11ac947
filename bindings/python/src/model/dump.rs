//! Serialization methods of models, with the names and defaults of the official client.

#![allow(
    clippy::fn_params_excessive_bools,
    unused_variables,
    reason = "arguments for compatibility; nothing here warns"
)]

use super::{
    Model,
    write::{Writer, to_json_text},
};
use pyo3::{prelude::*, types::PyDict};

#[pymethods]
impl Model {
    /// Returns the fields under the API's names, as dicts and lists. Dates are `datetime`, or with `mode="json"` text.
    #[pyo3(signature = (*, mode = "python", use_api_names = true, exclude_none = false, exclude_unset = true, exclude_defaults = false, warnings = true))]
    fn to_dict<'py>(
        slf: &Bound<'py, Self>,
        mode: &str,
        use_api_names: bool,
        exclude_none: bool,
        exclude_unset: bool,
        exclude_defaults: bool,
        warnings: bool,
    ) -> PyResult<Bound<'py, PyDict>> {
        let writer = Writer {
            api_names: use_api_names,
            exclude_none,
            exclude_unset,
            exclude_defaults,
            ..Writer::new(mode)?
        };
        writer.model(slf)
    }

    /// Returns the object as JSON text, indented by `indent` spaces, or on one line if that is `None`.
    #[pyo3(
        signature = (*, indent = Some(2), use_api_names = true, exclude_none = false, exclude_unset = true, exclude_defaults = false, warnings = true),
        text_signature = "($self, *, indent=2, use_api_names=True, exclude_none=False, exclude_unset=True, exclude_defaults=False, warnings=True)"
    )]
    fn to_json<'py>(
        slf: &Bound<'py, Self>,
        indent: Option<usize>,
        use_api_names: bool,
        exclude_none: bool,
        exclude_unset: bool,
        exclude_defaults: bool,
        warnings: bool,
    ) -> PyResult<Bound<'py, PyAny>> {
        let writer = Writer {
            api_names: use_api_names,
            exclude_none,
            exclude_unset,
            exclude_defaults,
            ..Writer::new("json")?
        };
        to_json_text(slf, indent, writer)
    }
}
