//! Configuration and start of an emulator.

use std::io;
use std::net::IpAddr;
use std::time::Duration;

use crate::config::EmulatorConfig;
use crate::emulator::Emulator;
use crate::fault::{Fault, InitialFaults, WebhookFault};
use crate::network::parse_host;
use crate::retry_schedule::RetrySchedule;
use crate::secret::Secret;
use crate::state::{ControlError, handle};

/// A builder of an [`Emulator`], created by [`Emulator::builder`].
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Builder {
    config: EmulatorConfig,
    faults: InitialFaults,
    chose_lines: bool,
}

impl Builder {
    /// Sets the seed of the RNG, which makes ids, secrets, dates and the probability of faults reproducible: two
    /// emulators with the same seed return the same responses to the same calls. Dates then start at 2026-01-01 and
    /// advance by one second each time the clock is read. Without a seed, ids are random and dates are those of the
    /// real clock.
    pub fn seed(mut self, seed: u64) -> Self {
        self.config.seed = Some(seed);
        self
    }

    /// Sets the port of the API; 0, the default, selects a free one.
    pub fn port(mut self, port: u16) -> Self {
        self.config.port = port;
        self
    }

    /// Sets the port for uploads and downloads; 0, the default, selects a free one.
    pub fn storage_port(mut self, port: u16) -> Self {
        self.config.storage_port = port;
        self
    }

    /// Sets the IP address to listen on; 127.0.0.1 by default. `0.0.0.0` makes the API available to other machines, for
    /// containers: control endpoints and webhooks stay on loopback without [`Builder::remote_control`] and
    /// [`Builder::webhook_host`].
    pub fn host(mut self, address: IpAddr) -> Self {
        self.config.network.address = address;
        self
    }

    /// Sets the host name or IP address in the URLs for clients: those of [`Emulator::base_url`], uploads and downloads.
    /// By default, the address of [`Builder::host`], or that of loopback for all addresses (`0.0.0.0`, `::`).
    pub fn public_host(mut self, host: impl Into<String>) -> Self {
        self.config.network.public_host = Some(host.into());
        self
    }

    /// Makes the control endpoints available to other machines, off by default. Their header `Host` must be an IP address,
    /// `localhost` or the host of [`Builder::public_host`].
    pub fn remote_control(mut self, remote_control: bool) -> Self {
        self.config.network.remote_control = remote_control;
        self
    }

    /// Allows webhooks over plain HTTP to this host name or IP address, besides loopback. May be called several times.
    pub fn webhook_host(mut self, host: impl Into<String>) -> Self {
        self.config.network.webhook_hosts.push(host.into());
        self
    }

    /// Adds a fault of calls from the start, which a reset restores; see [`Emulator::add_fault`].
    pub fn fault(mut self, fault: Fault) -> Self {
        self.faults.calls.push(fault);
        self
    }

    /// Adds a fault of webhook deliveries from the start, which a reset restores; see [`Emulator::add_webhook_fault`].
    pub fn webhook_fault(mut self, fault: WebhookFault) -> Self {
        self.faults.webhooks.push(fault);
        self
    }

    /// Sets the only bearer token that is accepted. By default every non-empty token is.
    pub fn api_key(mut self, key: impl Into<String>) -> Self {
        self.config.api_key = Some(Secret::new(key.into()));
        self
    }

    /// Adds a line (E.164) of the account. The first call replaces the default lines `+12223334444`, `+12223334445` and
    /// `+12223334446`.
    pub fn phone_number(mut self, number: impl Into<String>) -> Self {
        if !self.chose_lines {
            self.config.lines.clear();
            self.chose_lines = true;
        }
        let number = number.into();
        if !self.config.lines.contains(&number) {
            self.config.lines.push(number);
        }
        self
    }

    /// Enables the real rate limits, off by default: 30 messages in 60 seconds from a line to a recipient, one contact
    /// card shared in 5 minutes per chat, 3 changes of a line's contact card in 10 minutes, one capability check in 10
    /// seconds. They use the real clock.
    pub fn enforce_limits(mut self, enforce: bool) -> Self {
        self.config.enforce_limits = enforce;
        self
    }

    /// Enables the limits of a sandbox account, off by default: a send is rejected with 403 and code 2008 until each
    /// recipient has sent a message to the line, in any chat, and the 101st message of a day (UTC) with 429 and code 1007.
    /// The day is that of the clock of dates, which [`Emulator::advance_clock`] advances.
    pub fn sandbox(mut self, sandbox: bool) -> Self {
        self.config.sandbox = sandbox;
        self
    }

    /// Sets the delays between the attempts of a webhook delivery: n delays allow n + 1 attempts. The default doubles
    /// from 50 ms to 1.6 s; [`Builder::documented_retries`] is as slow as the real service.
    /// [`Emulator::advance_clock`] shortens the delays.
    pub fn retry_schedule(mut self, delays: Vec<Duration>) -> Self {
        self.config.retry_schedule = RetrySchedule::custom(delays);
        self
    }

    /// Retries webhook deliveries as documented, instead of within three seconds: 10 times in about half an hour, with
    /// delays that double from 1.75 s. [`Emulator::advance_clock`] makes the retries due, and [`Emulator::settle`] does not
    /// wait for those that are not. Replaces [`Builder::retry_schedule`].
    pub fn documented_retries(mut self, documented: bool) -> Self {
        self.config.retry_schedule = RetrySchedule::of(documented);
        self
    }

    /// Enables observed shapes of responses and events, in rotation with the documented ones: with fields left out,
    /// null or renamed, as servers send them. Off by default, unless the environment variable
    /// `LINQ_EMULATOR_OBSERVED_SHAPES` is set to the number of the first shape; the README lists the shapes.
    pub fn observed_shapes(mut self, observed_shapes: bool) -> Self {
        self.config.observed_shapes = observed_shapes;
        self
    }

    /// Sets the index of the first shape of each rotation, modulo the number of its shapes; 0 by default. For test
    /// suites that start many emulators, which would all begin with the same shape otherwise.
    pub fn observed_shapes_from(mut self, variant: usize) -> Self {
        self.config.observed_shapes_from = variant;
        self
    }

    /// Starts the server on its own thread and runtime, so that both blocking and async code may call this.
    ///
    /// # Errors
    ///
    /// If a phone number is not E.164, a host or a fault is invalid, the port is in use, or the thread cannot be spawned.
    pub fn start(mut self) -> Result<Emulator, StartError> {
        if let Some(number) = self
            .config
            .lines
            .iter()
            .find(|line| !handle::is_phone_number(line))
        {
            return Err(StartError::PhoneNumber(number.clone()));
        }
        let network = &mut self.config.network;
        for host in network
            .public_host
            .iter_mut()
            .chain(&mut network.webhook_hosts)
        {
            let parsed = parse_host(host).ok_or_else(|| StartError::Host(host.clone()))?;
            *host = parsed.to_string();
        }
        self.faults.check()?;
        Ok(Emulator::start(self.config, self.faults)?)
    }
}

impl Emulator {
    /// Returns a builder, to be finished by [`Builder::start`].
    pub fn builder() -> Builder {
        Builder::default()
    }
}

/// Error of [`Builder::start`].
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// A phone number of [`Builder::phone_number`] is not E.164.
    #[error("phone_number: `{0}` is not a phone number in E.164 format")]
    PhoneNumber(String),
    /// A host of [`Builder::public_host`] or [`Builder::webhook_host`] is not a host name or an IP address.
    #[error("host: `{0}` is not a host name or an IP address")]
    Host(String),
    /// A fault of [`Builder::fault`] or [`Builder::webhook_fault`] is invalid.
    #[error("fault: {0}")]
    Fault(#[from] ControlError),
    /// The port could not be bound, or the server's thread could not be spawned.
    #[error("the emulator could not start: {0}")]
    Io(#[from] io::Error),
}
