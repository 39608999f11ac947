//! Tests of token renewal during a call.

use super::*;

fn another_key() -> ApiKey {
    ApiKey::new("sk_renewed").unwrap()
}

fn unauthorized() -> Outcome {
    error_response(401, 2004)
}

#[test]
fn token_renewal_keeps_the_idempotency_key() {
    let options = CallOptions::default().max_retries(1);
    let mut driver = TestDriver::new(send(), &options);
    let Step::Send(first) = driver.exchange.step(None, driver.now) else {
        panic!("expected an attempt")
    };
    let Step::Send(second) = driver.exchange.step(Some(response_lost()), driver.now) else {
        panic!("expected a retry")
    };
    // The retry gets a 401, and the token is renewed although no retry is left.
    driver.exchange.reauthenticate(&another_key());
    let third = driver
        .exchange
        .retry_with_token(driver.now)
        .expect("time is left");
    assert_eq!(first.request.body(), second.request.body());
    assert_eq!(first.request.body(), third.request.body());
    assert_eq!(first.request.headers()["authorization"], "Bearer sk_secret");
    assert_eq!(
        third.request.headers()["authorization"],
        "Bearer sk_renewed"
    );
    assert!(third.request.headers()["authorization"].is_sensitive());
    let Step::Done(Err(Error::Api(error))) = driver.exchange.step(Some(unauthorized()), driver.now)
    else {
        panic!("expected an error response")
    };
    assert_eq!(error.attempts(), 3);
    assert!(error.may_have_taken_effect(), "the first response was lost");
}

#[test]
fn token_renewal_does_not_count_as_a_retry() {
    for retries in [0, 1, u32::MAX] {
        let options = CallOptions::default().max_retries(retries);
        let mut driver = TestDriver::new(send(), &options);
        driver.exchange.step(None, driver.now);
        driver.exchange.reauthenticate(&another_key());
        assert!(driver.exchange.retry_with_token(driver.now).is_some());
        let next = driver.exchange.step(Some(response_lost()), driver.now);
        assert_eq!(matches!(next, Step::Send(_)), retries > 0, "{retries}");
    }
}

#[test]
fn token_renewal_does_not_extend_the_deadline() {
    let options = CallOptions::default().deadline(Duration::from_secs(10));
    let mut driver = TestDriver::new(send(), &options);
    driver.exchange.step(None, driver.now);
    driver.exchange.reauthenticate(&another_key());
    let later = driver.now + Duration::from_secs(7);
    let attempt = driver
        .exchange
        .retry_with_token(later)
        .expect("time is left");
    assert_eq!(attempt.timeout, Duration::from_secs(3));
    assert!(
        driver
            .exchange
            .retry_with_token(later + Duration::from_secs(3))
            .is_none()
    );
}
