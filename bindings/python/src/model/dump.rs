//! The methods that give dicts and JSON, under the names of the official client and of pydantic, with the
//! defaults of either.

#![allow(
    clippy::fn_params_excessive_bools,
    unused_variables,
    reason = "arguments that others take; nothing here warns"
)]

use super::{
    Model,
    write::{Writer, text_of},
};
use pyo3::{prelude::*, types::PyDict};

#[pymethods]
impl Model {
    /// The fields with the API's names, in dicts and lists: with `datetime`s, or with
    /// `mode="json"` as JSON has them.
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

    /// As [`to_dict`], but as pydantic does it: with Python's names, and with the fields that were left
    /// out.
    #[pyo3(signature = (*, mode = "python", by_alias = None, exclude_none = false, exclude_unset = false, exclude_defaults = false, warnings = true))]
    fn model_dump<'py>(
        slf: &Bound<'py, Self>,
        mode: &str,
        by_alias: Option<bool>,
        exclude_none: bool,
        exclude_unset: bool,
        exclude_defaults: bool,
        warnings: bool,
    ) -> PyResult<Bound<'py, PyDict>> {
        let writer = Writer {
            api_names: by_alias.unwrap_or(false),
            exclude_none,
            exclude_unset,
            exclude_defaults,
            ..Writer::new(mode)?
        };
        writer.model(slf)
    }

    /// The object as JSON text, indented by so many spaces; in one line if `indent` is `None`.
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
        text_of(slf, indent, writer)
    }

    /// As [`to_json`], but as pydantic does it: with Python's names, and with the fields that were left
    /// out.
    #[pyo3(signature = (*, indent = None, by_alias = None, exclude_none = false, exclude_unset = false, exclude_defaults = false, warnings = true))]
    fn model_dump_json<'py>(
        slf: &Bound<'py, Self>,
        indent: Option<usize>,
        by_alias: Option<bool>,
        exclude_none: bool,
        exclude_unset: bool,
        exclude_defaults: bool,
        warnings: bool,
    ) -> PyResult<Bound<'py, PyAny>> {
        let writer = Writer {
            api_names: by_alias.unwrap_or(false),
            exclude_none,
            exclude_unset,
            exclude_defaults,
            ..Writer::new("json")?
        };
        text_of(slf, indent, writer)
    }
}
