//! The settings of a scenario, which follow from its seed.

use crate::{
    clock::{Time, chance, hours, minutes, pick, seconds},
    network::{Fault, Network},
    server::Expired,
};
use linq_core::{
    ApiKey,
    exchange::{BaseUrl, ExchangeConfig, RetryQuota},
    rate_limit::{Limit, RateLimits},
};
use linq_durable::RunOptions;
use std::time::Duration;

/// The lease of an upload.
const UPLOAD_LEASE: Duration = minutes(30);

/// The settings of a scenario. The durations are those of virtual time.
pub(crate) struct Scenario {
    /// True if nothing fails: entries must be sent at once, then.
    pub(crate) is_calm: bool,
    pub(crate) processes: usize,
    pub(crate) entries: usize,
    pub(crate) ordering_keys: usize,
    /// Until then, there are faults, and the application acts.
    pub(crate) faults_until: Time,
    /// Until then, everything must have been sent.
    pub(crate) drained_until: Time,
    pub(crate) run: Run,
    pub(crate) network: Network,
    pub(crate) lifetime: Duration,
    pub(crate) expired: Expired,
    /// Messages that another program of the account sent at the start.
    pub(crate) sent_by_others: usize,
    pub(crate) disturbances: Disturbances,
    pub(crate) application: Actions,
}

/// The options of the runs.
#[derive(Clone, Copy)]
pub(crate) struct Run {
    pub(crate) until_empty: bool,
    pub(crate) concurrency: usize,
    pub(crate) poll_interval: Duration,
    pub(crate) lease: Duration,
    pub(crate) key_lifetime: Duration,
    pub(crate) uncertain_after: Duration,
    pub(crate) failures_hold_back: bool,
    pub(crate) max_backoff: Duration,
    pub(crate) timeout: Duration,
    pub(crate) max_retries: u32,
    pub(crate) limits: Limits,
}

/// The rate limits of the clients.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limits {
    None,
    Published,
    /// Two messages a minute to each recipient.
    Two,
}

/// Disturbances of the processes. Probabilities are those of each event of a process.
#[derive(Clone, Copy)]
pub(crate) struct Disturbances {
    pub(crate) kill: f64,
    pub(crate) pause: f64,
    pub(crate) max_pause: Duration,
    pub(crate) stop: f64,
    pub(crate) store_failure: f64,
    /// Number of times that the clock is set.
    pub(crate) clock_jumps: u32,
    pub(crate) max_jump: Duration,
    /// Number of times that the API key is rejected for a while.
    pub(crate) unauthorized: u32,
}

/// What the application does, beside enqueueing: probabilities of each action.
#[derive(Clone, Copy)]
pub(crate) struct Actions {
    pub(crate) cancel: f64,
    pub(crate) replace: f64,
    pub(crate) retry: f64,
    pub(crate) delete: f64,
    pub(crate) enqueue_again: f64,
    /// Probability that a message is always rejected.
    pub(crate) rejected: f64,
    /// Probability that a message has a file.
    pub(crate) file: f64,
    /// Probability that the run of the application's process is woken.
    pub(crate) wakes: f64,
}

impl Run {
    /// Returns the time for which a retry after an attempt that may have taken effect is safe.
    pub(crate) fn retry_period(&self) -> Duration {
        self.key_lifetime.min(self.uncertain_after)
    }

    pub(crate) fn options(&self) -> RunOptions {
        let options = RunOptions::new()
            .concurrency(self.concurrency)
            .poll_interval(self.poll_interval)
            .lease(self.lease)
            .key_lifetime(self.key_lifetime)
            .uncertain_after(self.uncertain_after)
            .failures_hold_back(self.failures_hold_back)
            .max_backoff(self.max_backoff);
        if self.until_empty {
            options.until_empty()
        } else {
            options
        }
    }

    pub(crate) fn config(&self) -> ExchangeConfig {
        let key = ApiKey::new("sk_simulation").expect("a valid key");
        let config = ExchangeConfig::new(BaseUrl::default(), &key)
            .timeout(self.timeout)
            .max_retries(self.max_retries)
            .retry_quota(RetryQuota::unlimited());
        let limits = match self.limits {
            Limits::None => RateLimits::none(),
            Limits::Published => RateLimits::published(),
            Limits::Two => RateLimits::none().limit(Limit::Messages, 2, minutes(1)),
        };
        config.rate_limits(limits).expect("valid limits")
    }
}

impl Scenario {
    pub(crate) fn new(rng: &mut fastrand::Rng) -> Self {
        let is_calm = chance(rng, 0.1);
        let entries = match rng.u32(..100) {
            0..70 => rng.usize(1..=4),
            70..97 => rng.usize(4..=10),
            _ => rng.usize(10..=40),
        };
        let is_large = entries > 10;
        let lease = seconds(pick(rng, &[2, 10, 20, 120]));
        let network = Self::network(rng, is_calm, lease);
        let disturbances = Self::disturbances(rng, is_calm, lease);
        let faults_until = pick(rng, &[minutes(1), minutes(5), minutes(10), minutes(30)]);
        let max_backoff = pick(rng, &[seconds(1), seconds(10), minutes(5)]);
        let application = Self::actions(rng, is_calm);
        let disturbed = disturbances.max_jump * disturbances.clock_jumps;
        let mut waits = Self::longest_wait(&network) + max_backoff + lease * 3 + network.max_delay;
        if application.file > 0.0 {
            waits += UPLOAD_LEASE;
        }
        let entries_each = |time: Duration| time * u32::try_from(entries).unwrap_or(u32::MAX);
        let drained_until = if is_calm {
            faults_until + entries_each(seconds(3)) + seconds(10)
        } else {
            let pauses = disturbances.max_pause;
            faults_until + waits + disturbed + pauses + entries_each(seconds(70)) + minutes(10)
        };
        // So that polls are a small part of the events.
        let poll_interval = pick(rng, &[seconds(1), seconds(10), minutes(1)]);
        let poll_interval = poll_interval.max(drained_until / 200);
        let (key_lifetime, uncertain_after) = pick(
            rng,
            &[
                (hours(24), hours(24)),
                (hours(24), hours(24)),
                (minutes(5), hours(24)),
                (seconds(30), hours(24)),
                (hours(24), minutes(3)),
                (hours(24), Duration::ZERO),
            ],
        );
        let expired = pick(rng, &[Expired::Forgotten, Expired::NotFound]);
        // The server may forget a key only after the last retry has arrived, which was sent within the key's lifetime.
        let slack = network.max_delay + disturbed + disturbances.max_pause * 10 + seconds(10);
        let lifetime = match expired {
            Expired::Forgotten => key_lifetime + slack,
            Expired::NotFound => pick(rng, &[minutes(1), minutes(5), hours(48)]),
        };
        Self {
            is_calm,
            processes: if is_calm { 1 } else { rng.usize(1..=3) },
            entries,
            ordering_keys: rng.usize(1..=if is_large { 5 } else { 3 }),
            faults_until,
            drained_until: if is_calm {
                drained_until
            } else {
                drained_until + poll_interval * 3
            },
            run: Run {
                until_empty: !is_calm && rng.bool(),
                concurrency: pick(rng, &[1, 2, 8]),
                poll_interval: if is_calm { hours(1) } else { poll_interval },
                lease,
                key_lifetime,
                uncertain_after,
                failures_hold_back: chance(rng, 0.3),
                max_backoff,
                timeout: pick(rng, &[seconds(5), seconds(60)]),
                max_retries: rng.u32(0..=2),
                limits: match rng.u32(..8) {
                    0..4 => Limits::None,
                    4 if !is_calm => Limits::Two,
                    _ => Limits::Published,
                },
            },
            network,
            lifetime,
            expired,
            sent_by_others: match rng.u32(..4) {
                0 if !is_calm => rng.usize(27..=30),
                _ => 0,
            },
            disturbances,
            application,
        }
    }

    fn network(rng: &mut fastrand::Rng, is_calm: bool, lease: Duration) -> Network {
        const SHORT: &[Option<&str>] = &[None, Some("0"), Some("1"), Some("30"), Some("90")];
        const LONG: &[Option<&str>] = &[None, Some("7200"), Some("99999999999999999999")];
        let kinds = match rng.u32(..4) {
            _ if is_calm => 0,
            0 => 1,
            1 => 2,
            _ => rng.usize(3..=Fault::ALL.len()),
        };
        Network {
            latency: Duration::from_millis(pick(rng, &[20, 200])),
            probability: pick(rng, &[0.2, 0.5, 0.8]),
            faults: rng.choose_multiple(Fault::ALL, kinds),
            max_delay: pick(rng, &[seconds(10), lease * 2]),
            retry_after: if chance(rng, 0.1) { LONG } else { SHORT },
        }
    }

    fn longest_wait(network: &Network) -> Duration {
        let sends = |fault: &Fault| {
            matches!(
                fault,
                Fault::RateLimited
                    | Fault::Unavailable
                    | Fault::UnavailableAfterwards
                    | Fault::Internal
                    | Fault::InternalAfterwards
            )
        };
        if !network.faults.iter().any(sends) {
            return minutes(2);
        }
        let longest = network.retry_after.iter().flatten();
        let longest = longest.map(|text| text.parse().unwrap_or(u64::MAX)).max();
        seconds(longest.unwrap_or(0)).min(hours(24)) + minutes(2)
    }

    fn disturbances(rng: &mut fastrand::Rng, is_calm: bool, lease: Duration) -> Disturbances {
        let mut sometimes = |probability: f64| {
            let is_on = !is_calm && chance(rng, 0.4);
            if is_on { probability } else { 0.0 }
        };
        let (kill, pause) = (sometimes(0.05), sometimes(0.04));
        let (stop, store_failure) = (sometimes(0.01), sometimes(0.04));
        let mut count = |max: u32| {
            let is_on = !is_calm && chance(rng, 0.2);
            if is_on { rng.u32(1..=max) } else { 0 }
        };
        Disturbances {
            kill,
            pause,
            stop,
            store_failure,
            clock_jumps: count(3),
            unauthorized: count(2),
            max_pause: if pause > 0.0 {
                pick(rng, &[lease, lease * 2, lease * 5])
            } else {
                Duration::ZERO
            },
            max_jump: pick(rng, &[seconds(5), lease * 2, hours(1)]),
        }
    }

    fn actions(rng: &mut fastrand::Rng, is_calm: bool) -> Actions {
        let mut sometimes = |probability: f64| {
            if rng.bool() { probability } else { 0.0 }
        };
        Actions {
            cancel: sometimes(0.15),
            replace: sometimes(0.15),
            retry: sometimes(0.15),
            delete: sometimes(0.05),
            enqueue_again: sometimes(0.1),
            rejected: sometimes(0.2),
            file: if is_calm { 0.0 } else { sometimes(0.2) },
            wakes: 1.0 - sometimes(0.7),
        }
    }
}
