//! Configuration of an emulator, and the base path.

use std::{
    env,
    sync::atomic::{AtomicUsize, Ordering},
};

use crate::network::Network;
use crate::retry_schedule::RetrySchedule;
use crate::secret::Secret;

/// Path of `LINQ_API_V3_BASE_URL`.
pub(crate) const BASE_PATH: &str = "/api/partner";

/// Default lines, the first one from Linq's examples.
pub(crate) const DEFAULT_LINES: [&str; 3] = ["+12223334444", "+12223334445", "+12223334446"];

#[derive(Clone, Debug)]
pub(crate) struct EmulatorConfig {
    pub(crate) network: Network,
    pub(crate) port: u16,
    pub(crate) storage_port: u16,
    pub(crate) seed: Option<u64>,
    pub(crate) api_key: Option<Secret>,
    pub(crate) lines: Vec<String>,
    pub(crate) enforce_limits: bool,
    pub(crate) sandbox: bool,
    pub(crate) retry_schedule: RetrySchedule,
    pub(crate) observed_shapes: bool,
    /// First variant of each rotation.
    pub(crate) observed_shapes_from: usize,
}

impl Default for EmulatorConfig {
    fn default() -> Self {
        let from_environment = observed_shapes_from_environment();
        Self {
            network: Network::default(),
            port: 0,
            storage_port: 0,
            seed: None,
            api_key: None,
            lines: DEFAULT_LINES.map(str::to_owned).to_vec(),
            enforce_limits: false,
            sandbox: false,
            retry_schedule: RetrySchedule::default(),
            observed_shapes: from_environment.is_some(),
            observed_shapes_from: from_environment.unwrap_or(0),
        }
    }
}

/// Environment variable that enables observed shapes by default, for whole test suites.
const OBSERVED_SHAPES: &str = "LINQ_EMULATOR_OBSERVED_SHAPES";

/// Returns the first shape: the number of the variable, plus one for each earlier emulator of this process.
fn observed_shapes_from_environment() -> Option<usize> {
    static STARTED: AtomicUsize = AtomicUsize::new(0);
    let first: usize = env::var(OBSERVED_SHAPES).ok()?.parse().ok()?;
    Some(first + STARTED.fetch_add(1, Ordering::Relaxed))
}
