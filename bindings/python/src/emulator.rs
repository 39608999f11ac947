//! The emulator of the API, on loopback in this process.

use pyo3::{exceptions::PyRuntimeError, prelude::*};
use std::{
    ffi::OsString,
    sync::{Mutex, PoisonError},
};

/// Runs the command line of the emulator's binary, and returns its exit status.
#[pyfunction]
pub(crate) fn emulator_command_line(py: Python<'_>, arguments: Vec<OsString>) -> u8 {
    py.detach(|| linq_emulator::command_line(arguments))
}

/// A running emulator. It runs until `stop()`, or until the process ends.
#[pyclass(frozen, module = "linq_client._native")]
pub(crate) struct Emulator {
    running: Mutex<Option<linq_emulator::Emulator>>,
    base_url: String,
    control_url: String,
    storage_url: String,
    phone_numbers: Vec<String>,
}

#[pymethods]
impl Emulator {
    #[new]
    #[pyo3(signature = (*, port = 0, storage_port = 0, seed = None, api_key = None, phone_numbers = Vec::new(), enforce_limits = false, observed_shapes = false, sandbox = false, documented_retries = false))]
    #[allow(
        clippy::fn_params_excessive_bools,
        clippy::too_many_arguments,
        reason = "keyword arguments in Python"
    )]
    fn new(
        py: Python<'_>,
        port: u16,
        storage_port: u16,
        seed: Option<u64>,
        api_key: Option<String>,
        phone_numbers: Vec<String>,
        enforce_limits: bool,
        observed_shapes: bool,
        sandbox: bool,
        documented_retries: bool,
    ) -> PyResult<Self> {
        let mut builder = linq_emulator::Emulator::builder()
            .port(port)
            .storage_port(storage_port)
            .enforce_limits(enforce_limits)
            .observed_shapes(observed_shapes)
            .sandbox(sandbox)
            .documented_retries(documented_retries);
        if let Some(seed) = seed {
            builder = builder.seed(seed);
        }
        if let Some(api_key) = api_key {
            builder = builder.api_key(api_key);
        }
        for number in phone_numbers {
            builder = builder.phone_number(number);
        }
        let emulator = py.detach(|| builder.start());
        let emulator = emulator.map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
        Ok(Self {
            base_url: emulator.base_url(),
            control_url: emulator.control_url(),
            storage_url: emulator.storage_url(),
            phone_numbers: emulator.phone_numbers(),
            running: Mutex::new(Some(emulator)),
        })
    }

    #[getter]
    fn base_url(&self) -> &str {
        &self.base_url
    }

    #[getter]
    fn control_url(&self) -> &str {
        &self.control_url
    }

    #[getter]
    fn storage_url(&self) -> &str {
        &self.storage_url
    }

    #[getter]
    fn phone_numbers(&self) -> Vec<String> {
        self.phone_numbers.clone()
    }

    /// Stops the emulator; idempotent.
    fn stop(&self, py: Python<'_>) {
        let running = self
            .running
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        py.detach(|| drop(running));
    }
}
