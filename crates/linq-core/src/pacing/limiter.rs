use super::{Pacing, PacingKey, log::Log};
use crate::error::InvalidArgument;
use std::{
    collections::HashMap,
    fmt,
    time::{Duration, Instant},
};

/// Hands out turns, with the time as an argument.
///
/// In any stretch of time as long as a limit's window, it hands out no more turns than the limit
/// allows. (Bucket algorithms, which crates for this implement, allow up to twice as many: a full
/// bucket, and what flows into it meanwhile. They also tell a caller that it is too early instead of
/// giving it a turn.)
///
/// Its memory is bounded by what matters: the turns of the last window and those still to come. Keys
/// that have been idle for a window are forgotten.
///
/// ```
/// use linq_core::pacing::{Limit, Limiter, Pacing, PacingKey};
/// use std::time::{Duration, Instant};
///
/// let two_a_second = Pacing::none()
///     .limit(Limit::Messages, 2, Duration::from_secs(1))
///     .margin(Duration::ZERO);
/// let mut limiter = Limiter::new(two_a_second)?;
/// let key = [PacingKey::new(Limit::Messages, "chat")];
/// let now = Instant::now();
/// let waits = [(); 3].map(|()| limiter.take_turn(&key, Duration::ZERO, None, now).unwrap());
/// assert_eq!(waits, [0, 0, 1].map(Duration::from_secs));
/// # Ok::<(), linq_core::error::InvalidArgument>(())
/// ```
pub struct Limiter {
    pacing: Pacing,
    logs: HashMap<PacingKey, Log>,
    /// The latest moment heard of: threads may come with theirs in another order.
    now: Option<Instant>,
    /// How many keys there may be before idle ones are looked for.
    sweep_at: usize,
}

impl Limiter {
    const FIRST_SWEEP: usize = 64;

    /// A limiter that has seen nothing yet. A limit of no call at all, or one of more than 24 hours,
    /// is refused.
    pub fn new(pacing: Pacing) -> Result<Self, InvalidArgument> {
        pacing.check()?;
        Ok(Self {
            pacing,
            logs: HashMap::new(),
            now: None,
            sweep_at: Self::FIRST_SWEEP,
        })
    }

    /// Takes the next turn that all `keys` (each given once) allow, not before `pause` is over, and
    /// gives the time until then.
    ///
    /// If that is as long as `time_left` or longer, no turn is taken, and the time is the error.
    pub fn take_turn(
        &mut self,
        keys: &[PacingKey],
        pause: Duration,
        time_left: Option<Duration>,
        now: Instant,
    ) -> Result<Duration, Duration> {
        let latest = self.now.map_or(now, |latest| latest.max(now));
        self.now = Some(latest);
        let Some(after_pause) = now.checked_add(pause) else {
            return Err(pause);
        };
        let turn = self.next_turn(keys, after_pause.max(latest));
        let wait = turn - now;
        if wait > pause && time_left.is_some_and(|left| wait >= left) {
            return Err(wait);
        }
        for key in keys {
            if let Some(rate) = self.pacing.rate(key.limit()) {
                let log = self.logs.entry(key.clone()).or_default();
                log.note(turn, latest, rate);
            }
        }
        self.forget_idle_keys(latest);
        Ok(wait)
    }

    /// Gives out no turn of any of `keys` before `wait` is over, as a server has asked for. Turns that
    /// were given out already are kept.
    pub fn hold(&mut self, keys: &[PacingKey], wait: Duration, now: Instant) {
        let Some(until) = now.checked_add(wait) else {
            return;
        };
        for key in keys {
            if self.pacing.rate(key.limit()).is_some() {
                self.logs.entry(key.clone()).or_default().hold(until);
            }
        }
    }

    fn next_turn(&self, keys: &[PacingKey], from: Instant) -> Instant {
        let mut turn = from;
        loop {
            let later = keys.iter().fold(turn, |turn, key| {
                match (self.logs.get(key), self.pacing.rate(key.limit())) {
                    (Some(log), Some(rate)) => log.first_free(turn, rate),
                    _ => turn,
                }
            });
            if later == turn {
                return turn;
            }
            turn = later;
        }
    }

    fn forget_idle_keys(&mut self, now: Instant) {
        if self.logs.len() < self.sweep_at {
            return;
        }
        let pacing = &self.pacing;
        self.logs.retain(|key, log| {
            pacing
                .rate(key.limit())
                .is_some_and(|rate| !log.is_idle(now, rate))
        });
        // Twice what is left: so looking costs little for each key, and idle ones are half at most.
        self.sweep_at = Self::FIRST_SWEEP.max(2 * self.logs.len());
    }

    /// How many keys it remembers.
    #[must_use]
    pub fn keys(&self) -> usize {
        self.logs.len()
    }
}

/// Without the keys: they may be phone numbers.
impl fmt::Debug for Limiter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Limiter")
            .field("pacing", &self.pacing)
            .field("keys", &self.keys())
            .finish_non_exhaustive()
    }
}
