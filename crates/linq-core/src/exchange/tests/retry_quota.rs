//! Tests of the retry quota that all calls of a client share.

use super::*;
use crate::rate_limit::{Limit, RateLimits};

/// Runs a call, and returns its number of attempts. Further outcomes than those of the attempts are not used.
fn attempts(config: &ExchangeConfig, outcomes: impl IntoIterator<Item = Outcome>) -> usize {
    #[allow(clippy::disallowed_methods)]
    let now = Instant::now();
    let mut driver = TestDriver::with(config, send(), &CallOptions::default(), now);
    let (mut outcomes, mut outcome) = (outcomes.into_iter(), None);
    let mut attempts = 0;
    while let Step::Send(attempt) = driver.exchange.step(outcome.take(), driver.now) {
        attempts += 1;
        driver.now += attempt.after + LATENCY;
        outcome = outcomes.next();
    }
    attempts
}

fn unavailable() -> Outcome {
    error_response(500, 3006)
}

fn accepted() -> Outcome {
    response(202, r#"{"chat_id":"c","message":{"id":"m"}}"#)
}

#[test]
fn clones_share_the_retry_quota() {
    let config = config().retry_quota(RetryQuota::new(15));
    let outage = || (0..3).map(|_| unavailable());
    assert_eq!(attempts(&config.clone(), outage()), 3);
    assert_eq!(attempts(&config.clone(), outage()), 2);
    assert_eq!(attempts(&config, outage()), 1);
    // Five successes without a retry allow one.
    for _ in 0..5 {
        assert_eq!(attempts(&config, [accepted()]), 1);
    }
    assert_eq!(attempts(&config, [unavailable(), accepted()]), 2);
    // That success has returned its tokens.
    assert_eq!(attempts(&config, [unavailable(), accepted()]), 2);
    assert_eq!(attempts(&config, outage()), 2);
}

#[test]
fn transport_error_takes_twice_the_tokens_of_an_error_response() {
    let config = config().retry_quota(RetryQuota::new(15));
    assert_eq!(attempts(&config, [response_lost(), response_lost()]), 2);
    assert_eq!(attempts(&config, [unavailable(), unavailable()]), 2);
    assert_eq!(attempts(&config, [unavailable()]), 1);
}

#[test]
fn requested_retries_take_tokens_too() {
    let with_header = |status, code, name: &'static str, value: &'static str| {
        let mut response = error_response(status, code).unwrap();
        let value = HeaderValue::from_static(value);
        response.headers_mut().insert(name, value);
        Ok(response)
    };
    for outcome in [
        || error_response(429, 1007),
        || unavailable(),
        || error_response(503, 4004),
    ] {
        let config = config().retry_quota(RetryQuota::new(4));
        assert_eq!(attempts(&config, [outcome()]), 1);
    }
    for (name, value) in [("retry-after", "1"), ("x-should-retry", "true")] {
        let config = config().retry_quota(RetryQuota::new(5));
        let outage = || (0..2).map(|_| with_header(429, 1007, name, value));
        assert_eq!(attempts(&config, outage()), 2);
        assert_eq!(attempts(&config, outage()), 1);
    }
}

#[test]
fn unlimited_quota_and_the_default() {
    let unlimited = config().retry_quota(RetryQuota::unlimited());
    let default = config();
    let outage = || (0..3).map(|_| unavailable());
    for call in 0..100 {
        assert_eq!(attempts(&unlimited, outage()), 3);
        let expected = if call < 50 { 3 } else { 1 };
        assert_eq!(attempts(&default, outage()), expected, "{call}");
    }
}

#[test]
fn retry_without_a_permit_takes_no_tokens() {
    let once = RateLimits::none().limit(Limit::Messages, 1, Duration::from_secs(60));
    let config = config()
        .retry_quota(RetryQuota::new(5))
        .rate_limits(once.margin(Duration::ZERO))
        .unwrap()
        .deadline(Duration::from_secs(10));
    assert_eq!(attempts(&config, [unavailable()]), 1);
    let config = config.deadline(Duration::from_secs(600));
    assert_eq!(attempts(&config, [unavailable(), accepted()]), 2);
}
