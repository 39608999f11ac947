//! The emulator process, for tests in other languages.

use crate::run::build;
use anyhow::{Context, Result};
use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

/// A process of the emulator on a free port, killed when dropped.
pub(crate) struct Emulator {
    process: Child,
    /// Base URL of its API.
    pub(crate) base_url: String,
}

impl Emulator {
    /// Builds and starts the emulator.
    pub(crate) fn start() -> Result<Self> {
        Self::start_with(&[])
    }

    /// Builds and starts the emulator with observed response shapes.
    pub(crate) fn start_observed() -> Result<Self> {
        Self::start_with(&["--observed-shapes"])
    }

    /// Builds and starts the emulator with these arguments.
    pub(crate) fn start_with(arguments: &[&str]) -> Result<Self> {
        let binary = build()?.join("linq-emulator");
        let mut process = Command::new(binary)
            .args(["--port", "0"])
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("could not start the emulator")?;
        let output = process.stdout.take().context("no output of the emulator")?;
        let mut base_url = String::new();
        BufReader::new(output).read_line(&mut base_url)?;
        Ok(Self {
            process,
            base_url: base_url.trim_end().to_owned(),
        })
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        // It may have exited already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
