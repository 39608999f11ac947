//! How an emulator is configured and started.

use std::io;
use std::time::Duration;

use crate::emulator::Emulator;
use crate::secret::Secret;
use crate::settings::Settings;
use crate::world::handle;

/// Options of an [`Emulator`] that is not yet running; made by [`Emulator::builder`].
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Builder {
    settings: Settings,
    chose_lines: bool,
}

impl Builder {
    /// Makes ids, secrets, dates and the dice of faults repeatable: two emulators with one seed
    /// answer equal calls equally. Dates then start at 2026-01-01 and move one second a reading.
    /// Without a seed, ids are random and dates are those of the real clock.
    pub fn seed(mut self, seed: u64) -> Self {
        self.settings.seed = Some(seed);
        self
    }

    /// The port on 127.0.0.1; 0, the default, lets the system choose a free one.
    pub fn port(mut self, port: u16) -> Self {
        self.settings.port = port;
        self
    }

    /// The port on 127.0.0.1 that files are uploaded to and downloaded from; 0, the default, lets
    /// the system choose a free one.
    pub fn storage_port(mut self, port: u16) -> Self {
        self.settings.storage_port = port;
        self
    }

    /// The only bearer token that is accepted. By default any that is not empty is.
    pub fn api_key(mut self, key: impl Into<String>) -> Self {
        self.settings.api_key = Some(Secret::new(key.into()));
        self
    }

    /// A line (E.164) that the account owns; may be called several times. The first call replaces
    /// the default lines `+12223334444`, `+12223334445` and `+12223334446`.
    pub fn phone_number(mut self, number: impl Into<String>) -> Self {
        if !self.chose_lines {
            self.settings.lines.clear();
            self.chose_lines = true;
        }
        let number = number.into();
        if !self.settings.lines.contains(&number) {
            self.settings.lines.push(number);
        }
        self
    }

    /// Turns the real limits on, off by default: 30 messages in 60 seconds from a line to a
    /// recipient, one sharing of the contact card in 5 minutes a chat, 3 changes of a line's contact
    /// card in 10 minutes, one capability check in 10 seconds. They follow the real clock.
    pub fn enforce_limits(mut self, enforce: bool) -> Self {
        self.settings.enforce_limits = enforce;
        self
    }

    /// The pauses between the tries of one webhook delivery: n pauses make up to n + 1 tries. The
    /// default doubles from 50 ms to 1.6 s, the real one to half an hour.
    pub fn retry_schedule(mut self, pauses: Vec<Duration>) -> Self {
        self.settings.retry_schedule = pauses;
        self
    }

    /// Sends responses and events in the shapes that servers have been seen to send, next to the
    /// documented ones: with fields left out, null or under other names. Off by default, unless the
    /// environment variable `LINQ_EMULATOR_AS_SEEN` has a number, that of the shape to begin at; the
    /// README lists the shapes.
    pub fn as_seen(mut self, as_seen: bool) -> Self {
        self.settings.as_seen = as_seen;
        self
    }

    /// The shape that each place begins at, counted from 0, the default, and over again: for suites
    /// that start many emulators, which would all begin with the same one.
    pub fn as_seen_from(mut self, variant: usize) -> Self {
        self.settings.as_seen_from = variant;
        self
    }

    /// Starts the server on a thread and a runtime of its own, so that blocking and async code may
    /// both call this.
    ///
    /// Fails when a phone number is not E.164, when the port is taken or when the system gives no
    /// thread.
    pub fn start(self) -> Result<Emulator, StartError> {
        if let Some(number) = self
            .settings
            .lines
            .iter()
            .find(|line| !handle::is_phone_number(line))
        {
            return Err(StartError::PhoneNumber(number.clone()));
        }
        Ok(Emulator::start(self.settings)?)
    }
}

impl Emulator {
    /// Options, to be ended with [`Builder::start`].
    pub fn builder() -> Builder {
        Builder::default()
    }
}

/// Why an emulator did not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// A phone number given to [`Builder::phone_number`] is not E.164.
    #[error("phone_number: `{0}` is not a phone number in E.164 format")]
    PhoneNumber(String),
    /// The port could not be listened on, or the server's thread could not be made.
    #[error("the emulator could not start: {0}")]
    Io(#[from] io::Error),
}
