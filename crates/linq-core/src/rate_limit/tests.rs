//! Tests of the rate limiter, with simulated time.

use super::{Limit, RateLimitKey, RateLimiter, RateLimits};
use crate::{Handle, PhoneNumber};
use proptest::prelude::*;
use std::{
    collections::HashMap,
    str::FromStr,
    time::{Duration, Instant},
};

const WINDOW: Duration = Duration::from_secs(60);

fn start() -> Instant {
    #[allow(clippy::disallowed_methods)]
    Instant::now()
}

fn limiter(max: u32) -> RateLimiter {
    let rate_limits = RateLimits::none().limit(Limit::Messages, max, WINDOW);
    RateLimiter::new(rate_limits.margin(Duration::ZERO)).unwrap()
}

fn key(subject: &str) -> RateLimitKey {
    RateLimitKey::new(Limit::Messages, subject)
}

fn seconds(wait: Result<Duration, Duration>) -> u64 {
    wait.unwrap().as_secs()
}

#[test]
fn permits_beyond_the_limit_are_delayed_as_little_as_possible() {
    let (mut limiter, now) = (limiter(3), start());
    let keys = [key("a")];
    let mut permit = |at| {
        seconds(limiter.acquire(&keys, Duration::ZERO, None, now + Duration::from_secs(at))) + at
    };
    assert_eq!(
        [0, 10, 20, 30, 30, 30, 30].map(&mut permit),
        [0, 10, 20, 60, 70, 80, 120]
    );
}

#[test]
fn call_waits_for_all_of_its_keys_without_blocking_them() {
    let (mut limiter, now) = (limiter(1), start());
    let mut permit = |subjects: &[&str]| {
        let keys: Vec<_> = subjects.iter().map(|subject| key(subject)).collect();
        seconds(limiter.acquire(&keys, Duration::ZERO, None, now))
    };
    assert_eq!(permit(&["busy"]), 0);
    assert_eq!(permit(&["busy"]), 60);
    assert_eq!(permit(&["busy", "idle"]), 120);
    assert_eq!(permit(&["idle"]), 0);
    assert_eq!(permit(&["idle"]), 60);
    assert_eq!(permit(&["idle"]), 180);
}

#[test]
fn permit_after_the_deadline_is_not_acquired() {
    let (mut limiter, now) = (limiter(1), start());
    let mut permit = |left: u64| {
        let left = Some(Duration::from_secs(left));
        limiter.acquire(&[key("a")], Duration::ZERO, left, now)
    };
    assert_eq!(permit(1), Ok(Duration::ZERO));
    assert_eq!(permit(60), Err(WINDOW));
    assert_eq!(permit(61), Ok(WINDOW));
}

#[test]
fn permit_is_not_earlier_than_the_delay() {
    let (mut limiter, now) = (limiter(1), start());
    let mut permit = |delay| {
        let delay = Duration::from_secs(delay);
        seconds(limiter.acquire(&[key("a")], delay, None, now))
    };
    assert_eq!(permit(7), 7);
    assert_eq!(permit(8), 67);
}

#[test]
fn call_without_a_limit_is_not_delayed() {
    let rate_limits = RateLimits::published().unlimited(Limit::Messages);
    let (mut limiter, now) = (RateLimiter::new(rate_limits).unwrap(), start());
    for _ in 0..100 {
        let wait = limiter.acquire(&[key("a")], Duration::ZERO, None, now);
        assert_eq!(wait, Ok(Duration::ZERO));
    }
    assert_eq!(limiter.keys(), 0);
}

#[test]
fn message_to_500_recipients_is_paced_by_its_line() {
    let rate_limits = RateLimits::published().limit(Limit::MessagesPerLine, 60, WINDOW);
    let (mut limiter, start) = (RateLimiter::new(rate_limits).unwrap(), start());
    let from: PhoneNumber = "+12223334444".parse().unwrap();
    let to = |n| Handle::from_str(&format!("+1555{n:07}")).unwrap();
    let keys = |n| RateLimitKey::messages_to(Some(&from), &[to(n)]);
    // All at once, as from concurrent tasks.
    let permits: Vec<_> = (0..500)
        .map(|n| {
            limiter
                .acquire(&keys(n), Duration::ZERO, None, start)
                .unwrap()
        })
        .collect();
    assert_eq!(permits.last(), Some(&Duration::from_secs(8 * 61)));
    for window in permits.windows(61) {
        assert!(window[60] >= window[0] + WINDOW);
    }
    // Another line is not delayed.
    let other = "+13334445555".parse().unwrap();
    let keys = RateLimitKey::messages_to(Some(&other), &[to(0)]);
    assert_eq!(
        seconds(limiter.acquire(&keys, Duration::ZERO, None, start)),
        0
    );
}

#[test]
fn permit_of_two_limits_uses_both_or_neither() {
    let rate_limits = RateLimits::none()
        .limit(Limit::Messages, 1, WINDOW)
        .limit(Limit::MessagesPerLine, 2, WINDOW * 2)
        .margin(Duration::ZERO);
    let (mut limiter, now) = (RateLimiter::new(rate_limits).unwrap(), start());
    let from = "+12223334444".parse().unwrap();
    let mut permit = |to: &str, left| {
        let keys = RateLimitKey::messages_to(Some(&from), &[to.parse().unwrap()]);
        let left = Some(Duration::from_secs(left));
        let wait = limiter.acquire(&keys, Duration::ZERO, left, now);
        wait.map_err(|wait| wait.as_secs())
            .map(|wait| wait.as_secs())
    };
    assert_eq!(permit("a@b.example", 1), Ok(0));
    assert_eq!(permit("a@b.example", 30), Err(60)); // of the pair, and does not use one of the line
    assert_eq!(permit("c@d.example", 1), Ok(0));
    assert_eq!(permit("e@f.example", 100), Err(120)); // of the line, and does not use one of the pair
    assert_eq!(permit("e@f.example", 999), Ok(120));
    assert_eq!(permit("e@f.example", 999), Ok(180));
}

#[test]
fn idle_keys_are_evicted() {
    let (mut limiter, mut now) = (limiter(30), start());
    for n in 0..100_000 {
        now += Duration::from_millis(100); // 600 keys in a window
        let wait = limiter.acquire(&[key(&n.to_string())], Duration::ZERO, None, now);
        assert_eq!(wait, Ok(Duration::ZERO));
        assert!(limiter.keys() <= 1_200, "{} keys", limiter.keys());
    }
}

#[test]
fn documented_limits_with_margin() {
    for (limit, max, expected) in [
        (Limit::Messages, 30, 61),
        (Limit::CapabilityChecks, 1, 11),
        (Limit::ContactCards, 3, 601),
        (Limit::ContactCardShares, 1, 301),
    ] {
        let (mut limiter, now) = (RateLimiter::new(RateLimits::published()).unwrap(), start());
        let mut permit = || {
            let key = [RateLimitKey::new(limit, "a")];
            seconds(limiter.acquire(&key, Duration::ZERO, None, now))
        };
        assert!((0..max).all(|_| permit() == 0), "{limit:?}");
        assert_eq!(permit(), expected, "{limit:?}");
    }
}

#[test]
fn zero_calls_and_windows_over_24_hours_are_invalid() {
    let day = Duration::from_secs(86_400);
    let none = RateLimits::none;
    for (rate_limits, expected) in [
        (
            none().limit(Limit::ContactCards, 0, day),
            "rate_limits.contact_cards: must allow at least one call",
        ),
        (
            none().limit(Limit::Messages, 1, Duration::MAX),
            "rate_limits.messages: the window must be at most 24 hours",
        ),
        (
            none().margin(Duration::MAX),
            "rate_limits.margin: must be at most 24 hours",
        ),
    ] {
        assert_eq!(
            RateLimiter::new(rate_limits).unwrap_err().to_string(),
            expected
        );
    }
    RateLimiter::new(none().limit(Limit::Messages, u32::MAX, day).margin(day)).unwrap();
}

#[test]
fn debug_output_omits_keys() {
    let mut limiter = limiter(1);
    let keys = RateLimitKey::messages_in(&"+12223334444".into());
    limiter
        .acquire(&keys, Duration::ZERO, None, start())
        .unwrap();
    let shown = format!("{limiter:?} {keys:?}");
    assert!(!shown.contains("+1"), "{shown}");
}

/// Calls: milliseconds since the previous one, minimum delay in milliseconds, subjects of its keys.
fn calls() -> impl Strategy<Value = Vec<(u64, u64, Vec<u8>)>> {
    let call = (
        prop_oneof![3 => Just(0_u64), 1 => 0..90_000_u64],
        prop_oneof![3 => Just(0_u64), 1 => 0..30_000_u64],
        proptest::collection::btree_set(0..4_u8, 1..4),
    );
    let call = call.prop_map(|(gap, delay, keys)| (gap, delay, keys.into_iter().collect()));
    proptest::collection::vec(call, 1..120)
}

proptest! {
    #[test]
    fn no_window_has_more_permits_than_the_limit(calls in calls(), max in 1..6_u32) {
        let (mut limiter, mut now) = (limiter(max), start());
        let mut permits: HashMap<u8, Vec<Instant>> = HashMap::new();
        for (gap, delay, subjects) in calls {
            now += Duration::from_millis(gap);
            let keys: Vec<_> = subjects.iter().map(|n| key(&n.to_string())).collect();
            let delay = Duration::from_millis(delay);
            let wait = limiter.acquire(&keys, delay, None, now).unwrap();
            prop_assert!(wait >= delay);
            for subject in subjects {
                permits.entry(subject).or_default().push(now + wait);
            }
        }
        for mut permits in permits.into_values() {
            permits.sort_unstable();
            for run in permits.windows(max as usize + 1) {
                prop_assert!(run[max as usize] - run[0] >= WINDOW);
            }
        }
    }

    /// Messages of two lines to five recipients: milliseconds since the previous one, line, recipient.
    #[test]
    fn no_window_of_a_line_or_pair_has_more_permits_than_its_limit(
        messages in proptest::collection::vec((0..20_000_u64, 0..2_usize, 0..5_usize), 1..120),
        of_pair in 1..4_u32,
        of_line in 1..8_u32,
    ) {
        let limits = [(Limit::Messages, of_pair, WINDOW), (Limit::MessagesPerLine, of_line, WINDOW / 2)];
        let none = RateLimits::none().margin(Duration::ZERO);
        let rate_limits = limits.iter().fold(none, |all, &(limit, max, window)| all.limit(limit, max, window));
        let (mut limiter, mut now) = (RateLimiter::new(rate_limits).unwrap(), start());
        let mut permits: HashMap<RateLimitKey, Vec<Instant>> = HashMap::new();
        for (gap, line, recipient) in messages {
            now += Duration::from_millis(gap);
            let from = format!("+1222333444{line}").parse().unwrap();
            let to = format!("+1555666777{recipient}").parse().unwrap();
            let keys = RateLimitKey::messages_to(Some(&from), &[to]);
            let wait = limiter.acquire(&keys, Duration::ZERO, None, now).unwrap();
            for key in keys {
                permits.entry(key).or_default().push(now + wait);
            }
        }
        for (key, mut permits) in permits {
            permits.sort_unstable();
            let (_, max, window) = *limits.iter().find(|(limit, ..)| *limit == key.limit()).unwrap();
            for run in permits.windows(max as usize + 1) {
                prop_assert!(run[max as usize] - run[0] >= window);
            }
        }
    }

    /// After n permits, the next is at most n windows away.
    #[test]
    fn delay_is_bounded(calls in calls(), max in 1..6_u32) {
        let (mut limiter, mut now) = (limiter(max), start());
        for (n, (gap, _, subjects)) in (1_u32..).zip(calls) {
            now += Duration::from_millis(gap);
            let keys: Vec<_> = subjects.iter().map(|n| key(&n.to_string())).collect();
            let wait = limiter.acquire(&keys, Duration::ZERO, None, now).unwrap();
            prop_assert!(wait <= WINDOW * n);
        }
    }

    /// Threads read the clock before they lock the limiter.
    #[test]
    fn out_of_order_instants(instants in proptest::collection::vec(0..200_000_u64, 2..60)) {
        let (mut limiter, start) = (limiter(2), start());
        let mut permits: Vec<_> = instants.iter().map(|at| {
            let now = start + Duration::from_millis(*at);
            now + limiter.acquire(&[key("a")], Duration::ZERO, None, now).unwrap()
        }).collect();
        permits.sort_unstable();
        for run in permits.windows(3) {
            prop_assert!(run[2] - run[0] >= WINDOW);
        }
    }
}
