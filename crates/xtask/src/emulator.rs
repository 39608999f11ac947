//! The emulator, for tests that are not in Rust.

use crate::run::build;
use anyhow::{Context, Result};
use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

/// The emulator's binary, on a port of its own choice; stopped when dropped.
pub(crate) struct Emulator {
    process: Child,
    /// Where it is.
    pub(crate) base_url: String,
}

impl Emulator {
    /// Builds it, and starts it.
    pub(crate) fn start() -> Result<Self> {
        Self::start_with(&[])
    }

    /// The same, sending the shapes that servers have been seen to send.
    pub(crate) fn start_observed() -> Result<Self> {
        Self::start_with(&["--as-seen"])
    }

    fn start_with(arguments: &[&str]) -> Result<Self> {
        let binary = build()?.join("linq-emulator");
        let mut process = Command::new(binary)
            .args(["--port", "0"])
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("the emulator")?;
        let output = process.stdout.take().context("the emulator's output")?;
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
        // It may have ended by itself already, which the script has then noticed.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
