//! Tests of calls with client-side rate limits.

use super::*;
use crate::{
    api::chats::CreateChat,
    rate_limit::{Limit, RateLimits},
};

const WINDOW: Duration = Duration::from_secs(60);

fn one_per_minute() -> ExchangeConfig {
    let rate_limits = RateLimits::none().limit(Limit::Messages, 1, WINDOW);
    config()
        .rate_limits(rate_limits.margin(Duration::ZERO))
        .unwrap()
}

fn now() -> Instant {
    #[allow(clippy::disallowed_methods)]
    Instant::now()
}

fn accepted() -> Outcome {
    let message = r#"{"id":"m","created_at":"2026-10-09T12:34:56Z","delivery_status":"pending","is_read":false,"sent_at":"2026-10-09T12:34:56Z","parts":[]}"#;
    response(202, &format!(r#"{{"chat_id":"c","message":{message}}}"#))
}

fn delays<E: Endpoint>(driver: &TestDriver<E>) -> Vec<u64> {
    driver
        .sent
        .iter()
        .map(|attempt| attempt.after.as_secs())
        .collect()
}

#[test]
fn clones_share_rate_limits() {
    let (config, now) = (one_per_minute(), now());
    for expected in [0, 60, 120] {
        let mut driver = TestDriver::with(&config.clone(), send(), &CallOptions::default(), now);
        driver.run(LATENCY, vec![accepted()]).unwrap();
        assert_eq!(delays(&driver), [expected]);
    }
    let other = SendMessage::new("other".into(), MessageContent::from("hi"));
    let mut driver = TestDriver::with(&config, other, &CallOptions::default(), now);
    driver.run(LATENCY, vec![accepted()]).unwrap();
    assert_eq!(delays(&driver), [0]);
}

#[test]
fn new_chat_counts_once_per_recipient() {
    let (config, now) = (one_per_minute(), now());
    let create = |to: &[&str]| {
        let to = to.iter().map(|to| to.parse().unwrap()).collect();
        let from = "+12223334444".parse().unwrap();
        let create = CreateChat::new(from, MessageContent::from("hi"), to);
        let mut driver = TestDriver::with(&config, create, &CallOptions::default(), now);
        driver
            .run(LATENCY, vec![error_response(403, 2006)])
            .unwrap_err();
        delays(&driver)
    };
    // Duplicate recipients count once.
    assert_eq!(create(&["+15556667777", "+15556667777"]), [0]);
    assert_eq!(create(&["+18889990000"]), [0]);
    assert_eq!(create(&["+18889990000", "+15556667777"]), [60]);
}

#[test]
fn messages_of_a_line_count_together() {
    let rate_limits = RateLimits::none().limit(Limit::MessagesPerLine, 1, WINDOW);
    let rate_limits = rate_limits.margin(Duration::ZERO);
    let (config, now) = (config().rate_limits(rate_limits).unwrap(), now());
    let line = |line: &str| CallOptions::default().rate_limit_line(line.parse().unwrap());
    let create = |from: &str, to: &str| {
        let to = vec![to.parse().unwrap()];
        let create = CreateChat::new(from.parse().unwrap(), MessageContent::from("hi"), to);
        let options = line("+19998887777"); // its own line takes precedence
        let mut driver = TestDriver::with(&config, create, &options, now);
        driver
            .run(LATENCY, vec![error_response(403, 2006)])
            .unwrap_err();
        delays(&driver)
    };
    let send = |chat: &str, options: CallOptions| {
        let send = SendMessage::new(chat.into(), MessageContent::from("hi"));
        let mut driver = TestDriver::with(&config, send, &options, now);
        driver.run(LATENCY, vec![accepted()]).unwrap();
        delays(&driver)
    };
    assert_eq!(create("+12223334444", "+15556667777"), [0]);
    assert_eq!(create("+12223334444", "+18889990000"), [60]);
    assert_eq!(create("+13334445555", "+18889990000"), [0]);
    assert_eq!(send("a", line("+12223334444")), [120]);
    assert_eq!(send("b", line("+13334445555")), [60]);
    // Without a name, all messages count for one further line.
    assert_eq!(send("a", CallOptions::default()), [0]);
    assert_eq!(send("b", CallOptions::default()), [60]);
}

#[test]
fn permit_after_the_deadline_fails_at_once() {
    let (config, now) = (one_per_minute(), now());
    let options = CallOptions::default().deadline(Duration::from_secs(10));
    let mut driver = TestDriver::with(&config, send(), &options, now);
    driver.run(LATENCY, vec![accepted()]).unwrap();
    let mut driver = TestDriver::with(&config, send(), &options, now);
    let error = driver.run(LATENCY, vec![]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "not sent: the rate limit allows the call in 60.0s, but its deadline is in 10.0s"
    );
    assert!(!error.may_have_taken_effect());
    let Error::RateLimited(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.wait(), WINDOW);
    assert_eq!(error.time_left(), Duration::from_secs(10));
}

#[test]
fn retry_acquires_its_own_permit() {
    let (config, now) = (one_per_minute(), now());
    let mut driver = TestDriver::with(&config, send(), &CallOptions::default(), now);
    driver
        .run(LATENCY, vec![response_lost(), accepted()])
        .unwrap();
    assert_eq!(delays(&driver), [0, 59]);

    let options = CallOptions::default().deadline(Duration::from_secs(10));
    let other = SendMessage::new("other".into(), MessageContent::from("hi"));
    let mut driver = TestDriver::with(&config, other, &options, now);
    let error = driver
        .run(LATENCY, vec![error_response(500, 3006)])
        .unwrap_err();
    assert_eq!(error.code().map(ErrorCode::number), Some(3006));
}

#[test]
fn retry_after_of_429_delays_other_calls() {
    let rate_limits = RateLimits::none().limit(Limit::Messages, 30, WINDOW);
    let config = config()
        .rate_limits(rate_limits.margin(Duration::ZERO))
        .unwrap();
    let now = now();
    let no_retry = CallOptions::default().max_retries(0);
    let limited = |seconds: u32| {
        let body = format!(
            r#"{{"error":{{"status":429,"code":1007,"message":"no","retry_after":{seconds}}}}}"#
        );
        response(429, &body)
    };
    let mut driver = TestDriver::with(&config, send(), &no_retry, now);
    driver.run(LATENCY, vec![limited(40)]).unwrap_err();
    let other = SendMessage::new("other".into(), MessageContent::from("hi"));
    let mut other = TestDriver::with(&config, other, &no_retry, driver.now);
    other.run(LATENCY, vec![accepted()]).unwrap();
    assert_eq!(delays(&other), [0]);
    let mut next = TestDriver::with(&config, send(), &no_retry, other.now);
    next.run(LATENCY, vec![limited(3_600)]).unwrap_err();
    assert_eq!(delays(&next), [39]);
    // A delay of an hour fails the call, and does not delay others.
    let mut after = TestDriver::with(&config, send(), &no_retry, next.now);
    after.run(LATENCY, vec![accepted()]).unwrap();
    assert_eq!(delays(&after), [0]);
}
