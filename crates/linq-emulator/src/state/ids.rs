//! Ids, secrets, randomness and time, reproducible with a seed.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::secret::{Key, Secret};

/// A random stream. Each purpose has its own, so that the others do not depend on how often it is used.
#[derive(Debug)]
pub(crate) struct Ids(fastrand::Rng);

impl Ids {
    pub(crate) fn new(seed: Option<u64>, purpose: u64) -> Self {
        Self(match seed {
            Some(seed) => {
                fastrand::Rng::with_seed(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ purpose)
            }
            None => fastrand::Rng::new(),
        })
    }

    pub(crate) fn uuid(&mut self) -> Uuid {
        let mut bytes = [0; 16];
        self.0.fill(&mut bytes);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }

    /// Returns a webhook signing secret: `whsec_` and 32 bytes in base64.
    pub(crate) fn signing_secret(&mut self) -> Secret {
        let mut bytes = [0; 32];
        self.0.fill(&mut bytes);
        Secret::new(format!("whsec_{}", STANDARD.encode(bytes)))
    }

    /// Returns a key for signing URLs.
    pub(crate) fn signing_key(&mut self) -> Key {
        let mut bytes = [0; 32];
        self.0.fill(&mut bytes);
        Key(bytes)
    }

    /// Returns true with the given probability.
    pub(crate) fn chance(&mut self, probability: f64) -> bool {
        self.0.f64() < probability
    }
}

/// The clock of the dates in responses and events.
#[derive(Debug)]
pub(crate) struct Clock {
    last: Timestamp,
    seeded: bool,
    /// Time by which it was advanced.
    ahead: SignedDuration,
}

impl Clock {
    /// 2026-01-01T00:00:00Z
    const START_SECOND: i64 = 1_767_225_600;

    pub(crate) fn new(seeded: bool) -> Self {
        let start = if seeded { Self::START_SECOND } else { 0 };
        Self {
            last: Timestamp::from_second(start).unwrap_or_default(),
            seeded,
            ahead: SignedDuration::ZERO,
        }
    }

    /// Advances the clock.
    pub(crate) fn advance(&mut self, time: SignedDuration) {
        if self.seeded {
            self.last = self.last.saturating_add(time).unwrap_or(self.last);
        } else {
            self.ahead = self.ahead.saturating_add(time);
        }
    }

    /// Returns the time in whole milliseconds, never earlier than before.
    pub(crate) fn now(&mut self) -> Timestamp {
        self.last = if self.seeded {
            self.last
                .saturating_add(SignedDuration::from_secs(1))
                .unwrap_or(self.last)
        } else {
            let real = Timestamp::now();
            let now = real.saturating_add(self.ahead).unwrap_or(real);
            Timestamp::from_millisecond(now.as_millisecond())
                .unwrap_or(now)
                .max(self.last)
        };
        self.last
    }
}
