//! Tests of `may_have_taken_effect`.

use super::*;

/// Returns whether a status means that the request was not executed.
fn is_rejection(status: u16) -> bool {
    let unclear = [408, 460, 499];
    [301, 302, 307, 308, 503].contains(&status)
        || ((400..500).contains(&status) && !unclear.contains(&status))
}

#[test]
fn effect_of_every_status() {
    let no_retries = CallOptions::default().max_retries(0);
    for status in (100..=999).filter(|status| !(200..300).contains(status)) {
        let effect_of = |error: Error| error.may_have_taken_effect();
        let share = ShareContactCard::new(CHAT.into());
        let error = TestDriver::new(share, &no_retries).run(LATENCY, vec![response(status, "")]);
        assert_eq!(
            effect_of(error.unwrap_err()),
            !is_rejection(status),
            "{status}"
        );
        let read = RetrieveChat::new(CHAT.into());
        let error = TestDriver::new(read, &no_retries).run(LATENCY, vec![response(status, "")]);
        assert!(!effect_of(error.unwrap_err()), "{status}");
    }
}

#[test]
fn informational_and_unknown_statuses_are_not_retried() {
    for status in (100..200).chain(300..400).chain(600..=999) {
        let mut driver = TestDriver::new(send(), &CallOptions::default());
        let error = driver.run(LATENCY, vec![response(status, "")]).unwrap_err();
        assert_eq!(error.as_api().unwrap().attempts(), 1, "{status}");
    }
}
