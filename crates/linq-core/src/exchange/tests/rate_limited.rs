//! Calls that wait for their turn.

use super::*;
use crate::{
    api::chats::CreateChat,
    rate_limit::{Limit, RateLimits},
};

const WINDOW: Duration = Duration::from_secs(60);

fn one_a_minute() -> Config {
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
    reply(202, &format!(r#"{{"chat_id":"c","message":{message}}}"#))
}

fn waits<E: Endpoint>(drive: &Drive<E>) -> Vec<u64> {
    drive
        .sent
        .iter()
        .map(|attempt| attempt.after.as_secs())
        .collect()
}

#[test]
fn clones_share_the_turns() {
    let (config, now) = (one_a_minute(), now());
    for expected in [0, 60, 120] {
        let mut drive = Drive::with(&config.clone(), send(), &CallOptions::default(), now);
        drive.run(QUICK, vec![accepted()]).unwrap();
        assert_eq!(waits(&drive), [expected]);
    }
    let other = SendMessage::new("other".into(), MessageContent::from("hi"));
    let mut drive = Drive::with(&config, other, &CallOptions::default(), now);
    drive.run(QUICK, vec![accepted()]).unwrap();
    assert_eq!(waits(&drive), [0]);
}

#[test]
fn a_new_chat_counts_for_each_recipient() {
    let (config, now) = (one_a_minute(), now());
    let create = |to: &[&str]| {
        let to = to.iter().map(|to| to.parse().unwrap()).collect();
        let from = "+12223334444".parse().unwrap();
        let create = CreateChat::new(from, MessageContent::from("hi"), to);
        let mut drive = Drive::with(&config, create, &CallOptions::default(), now);
        drive.run(QUICK, vec![refusal(403, 2006)]).unwrap_err();
        waits(&drive)
    };
    // The same recipient twice is one recipient.
    assert_eq!(create(&["+15556667777", "+15556667777"]), [0]);
    assert_eq!(create(&["+18889990000"]), [0]);
    assert_eq!(create(&["+18889990000", "+15556667777"]), [60]);
}

#[test]
fn a_turn_after_the_deadline_fails_at_once() {
    let (config, now) = (one_a_minute(), now());
    let options = CallOptions::default().deadline(Duration::from_secs(10));
    let mut drive = Drive::with(&config, send(), &options, now);
    drive.run(QUICK, vec![accepted()]).unwrap();
    let mut drive = Drive::with(&config, send(), &options, now);
    let error = drive.run(QUICK, vec![]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "not sent: rate limit allows the call in 60.0s, after its deadline in 10.0s"
    );
    assert!(!error.may_have_taken_effect());
    let Error::RateLimited(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.wait(), WINDOW);
    assert_eq!(error.time_left(), Duration::from_secs(10));
}

#[test]
fn a_repeat_takes_a_turn_of_its_own() {
    let (config, now) = (one_a_minute(), now());
    let mut drive = Drive::with(&config, send(), &CallOptions::default(), now);
    drive.run(QUICK, vec![lost(), accepted()]).unwrap();
    assert_eq!(waits(&drive), [0, 59]);

    let options = CallOptions::default().deadline(Duration::from_secs(10));
    let other = SendMessage::new("other".into(), MessageContent::from("hi"));
    let mut drive = Drive::with(&config, other, &options, now);
    let error = drive.run(QUICK, vec![refusal(500, 3006)]).unwrap_err();
    assert_eq!(error.code().map(ErrorCode::number), Some(3006));
}

#[test]
fn what_the_server_says_counts_for_all() {
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
        reply(429, &body)
    };
    let mut drive = Drive::with(&config, send(), &no_retry, now);
    drive.run(QUICK, vec![limited(40)]).unwrap_err();
    let other = SendMessage::new("other".into(), MessageContent::from("hi"));
    let mut other = Drive::with(&config, other, &no_retry, drive.now);
    other.run(QUICK, vec![accepted()]).unwrap();
    assert_eq!(waits(&other), [0]);
    let mut next = Drive::with(&config, send(), &no_retry, other.now);
    next.run(QUICK, vec![limited(3_600)]).unwrap_err();
    assert_eq!(waits(&next), [39]);
    // An hour is not waited for, and is no reason to let others wait.
    let mut after = Drive::with(&config, send(), &no_retry, next.now);
    after.run(QUICK, vec![accepted()]).unwrap();
    assert_eq!(waits(&after), [0]);
}
