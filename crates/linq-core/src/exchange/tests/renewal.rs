//! Another key in the middle of a call.

use super::*;

fn another_key() -> ApiKey {
    ApiKey::new("sk_renewed").unwrap()
}

fn unauthorized() -> Outcome {
    refusal(401, 2004)
}

#[test]
fn a_renewed_key_goes_on_under_the_same_idempotency_key() {
    let options = CallOptions::default().max_retries(1);
    let mut drive = Drive::new(send(), &options);
    let Step::Send(first) = drive.exchange.step(None, drive.now) else {
        panic!("over before it began")
    };
    let Step::Send(second) = drive.exchange.step(Some(lost()), drive.now) else {
        panic!("a keyed send is repeated")
    };
    // It is refused, and in place of the refusal comes another key: no retry is left for it.
    drive.exchange.reauthenticate(&another_key());
    let third = drive
        .exchange
        .retry_with_token(drive.now)
        .expect("there is time");
    assert_eq!(first.request.body(), second.request.body());
    assert_eq!(first.request.body(), third.request.body());
    assert_eq!(first.request.headers()["authorization"], "Bearer sk_secret");
    assert_eq!(
        third.request.headers()["authorization"],
        "Bearer sk_renewed"
    );
    assert!(third.request.headers()["authorization"].is_sensitive());
    let Step::Done(Err(Error::Api(error))) = drive.exchange.step(Some(unauthorized()), drive.now)
    else {
        panic!("a refused key is the end of it")
    };
    assert_eq!(error.attempts(), 3);
    assert!(error.may_have_taken_effect(), "the first reply was lost");
}

#[test]
fn a_renewal_takes_no_retry_and_none_is_needed_for_it() {
    for retries in [0, 1, u32::MAX] {
        let options = CallOptions::default().max_retries(retries);
        let mut drive = Drive::new(send(), &options);
        drive.exchange.step(None, drive.now);
        drive.exchange.reauthenticate(&another_key());
        assert!(drive.exchange.retry_with_token(drive.now).is_some());
        let next = drive.exchange.step(Some(lost()), drive.now);
        assert_eq!(matches!(next, Step::Send(_)), retries > 0, "{retries}");
    }
}

#[test]
fn the_deadline_goes_on_through_a_renewal() {
    let options = CallOptions::default().deadline(Duration::from_secs(10));
    let mut drive = Drive::new(send(), &options);
    drive.exchange.step(None, drive.now);
    drive.exchange.reauthenticate(&another_key());
    let later = drive.now + Duration::from_secs(7);
    let attempt = drive
        .exchange
        .retry_with_token(later)
        .expect("there is time");
    assert_eq!(attempt.timeout, Duration::from_secs(3));
    assert!(
        drive
            .exchange
            .retry_with_token(later + Duration::from_secs(3))
            .is_none()
    );
}
