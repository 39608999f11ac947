//! Faults of the server and the network.

use crate::fixture::{Fixture, GUEST, api, kind};
use linq_core::{
    Error,
    error::{ErrorCode, TransportErrorKind},
};
use linq_emulator::{ErrorResponse, Fault};
use linq_suite::{mock_server::MockServer, on_both_transports, transports::Runner};
use std::time::{Duration, Instant};

on_both_transports! {
    unavailable_chat_is_not_retried,
    closed_connection_is_retried,
    deadline_limits_the_whole_call,
    lost_response_does_not_send_twice,
    proxy_error_page_is_kept,
    retry_after_is_honored,
    redirect_is_not_followed,
    not_found_after_lost_response_may_have_taken_effect,
    truncated_response_may_have_taken_effect,
    undecodable_response_body_is_kept,
    response_over_maximum_size_is_rejected,
    slow_response_times_out,
    transient_error_is_retried,
    attachment_not_ready_is_retried,
    client_error_with_server_error_code_is_not_retried,
    x_should_retry_header_overrides_error_code,
    huge_retry_after_is_returned_to_the_caller,
    observed_client_errors_are_not_retried,
}

fn lost_response_does_not_send_twice<R: Runner>(runner: &R) {
    let fixture = Fixture::new(runner);
    fixture.fault(Fault::drop_response().times(2));
    fixture.send(runner, "once").unwrap();
    assert_eq!((fixture.copies("once"), fixture.requests()), (1, 3));

    fixture.fault(Fault::drop_response());
    let error = fixture.send(runner, "maybe").unwrap_err();
    assert!(error.may_have_taken_effect());
    assert_eq!(
        (kind(&error), fixture.copies("maybe")),
        (TransportErrorKind::ConnectionLost, 1)
    );
}

fn closed_connection_is_retried<R: Runner>(runner: &R) {
    let fixture = Fixture::new(runner);
    fixture.fault(Fault::close().times(1));
    fixture.send(runner, "hi").unwrap();
    assert_eq!((fixture.copies("hi"), fixture.requests()), (1, 2));
}

fn not_found_after_lost_response_may_have_taken_effect<R: Runner>(runner: &R) {
    let fixture = Fixture::new(runner);
    let participants = fixture.linq.chats().participants(&fixture.chat);
    runner.wait(participants.add(GUEST).send()).unwrap();
    fixture.fault(Fault::drop_response().times(1));
    let error = runner.wait(participants.remove(GUEST).send()).unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::NotFound));
    assert!(api(&error).earlier_attempt_may_have_succeeded());
}

fn transient_error_is_retried<R: Runner>(runner: &R) {
    let fixture = Fixture::new(runner);
    fixture.fault(Fault::status(ErrorResponse::new(500, 3006)).times(2));
    fixture.send(runner, "hi").unwrap();
    assert_eq!(fixture.requests(), 3);
}

fn unavailable_chat_is_not_retried<R: Runner>(runner: &R) {
    let fixture = Fixture::new(runner);
    fixture.fault(Fault::status(ErrorResponse::new(409, 2013)));
    let error = fixture.send(runner, "hi").unwrap_err();
    assert_eq!(
        (error.code(), api(&error).attempts()),
        (Some(ErrorCode::ChatUnavailable), 1)
    );
    assert_eq!(fixture.requests(), 1);
}

fn attachment_not_ready_is_retried<R: Runner>(runner: &R) {
    let fixture = Fixture::new(runner);
    fixture.fault(Fault::status(ErrorResponse::new(404, 2007)).times(1));
    fixture.send(runner, "hi").unwrap();
    assert_eq!(fixture.requests(), 2);
}

fn client_error_with_server_error_code_is_not_retried<R: Runner>(runner: &R) {
    let fixture = Fixture::new(runner);
    for (status, code, requests) in [
        (413, 5001, 1),
        (400, 3006, 1),
        (404, 5003, 1),
        (404, 2007, 3),
        (409, 2009, 3),
    ] {
        let before = fixture.requests();
        let fault = ErrorResponse::new(status, code).header("retry-after-ms", "1");
        fixture.fault(Fault::status(fault).times(requests));
        let error = fixture.send(runner, "hi").unwrap_err();
        assert_eq!(error.code(), Some(code.into()));
        let sent = fixture.requests() - before;
        assert_eq!(sent, usize::try_from(requests).unwrap(), "{status} {code}");
    }
}

fn x_should_retry_header_overrides_error_code<R: Runner>(runner: &R) {
    let fixture = Fixture::new(runner);
    let with_header = |status, code, value| {
        let response = ErrorResponse::new(status, code).header("x-should-retry", value);
        Fault::status(response).times(1)
    };
    fixture.fault(with_header(413, 5001, "true"));
    fixture.send(runner, "hi").unwrap();
    assert_eq!(fixture.requests(), 2);
    fixture.fault(with_header(500, 3006, "false"));
    fixture.send(runner, "hi").unwrap_err();
    assert_eq!(fixture.requests(), 3);
}

fn huge_retry_after_is_returned_to_the_caller<R: Runner>(runner: &R) {
    for header in ["retry-after", "retry-after-ms"] {
        for wait in ["1e300", "99999999999999999999"] {
            let fixture = Fixture::new(runner);
            let response = ErrorResponse::new(429, 1007).header(header, wait);
            fixture.fault(Fault::status(response).times(1));
            let error = fixture.send(runner, "hi").unwrap_err();
            let max = Duration::from_secs(u32::MAX.into());
            assert_eq!(api(&error).retry_after(), Some(max), "{header}: {wait}");
            assert_eq!(fixture.requests(), 1);
        }
    }
}

/// Error bodies captured from servers.
fn observed_client_errors_are_not_retried<R: Runner>(runner: &R) {
    for (status, code, body) in [
        (
            413,
            5001,
            include_str!("../../../vectors/cases/error.413.5001.json"),
        ),
        (
            400,
            2011,
            include_str!("../../../vectors/cases/error.400.2011.json"),
        ),
    ] {
        let server = MockServer::json(status, body);
        let linq = runner.client(server.url());
        let call = linq.chats().messages("chat-1").send("hi");
        let error = runner.wait(call.send()).unwrap_err();
        assert_eq!(api(&error).status().as_u16(), status);
        assert_eq!(error.code(), Some(code.into()));
        assert_eq!(api(&error).body().as_ref(), body.as_bytes());
        assert!(!error.may_have_taken_effect());
        assert_eq!(server.requests().len(), 1, "{status} {code}");
    }
}

fn retry_after_is_honored<R: Runner>(runner: &R) {
    let fixture = Fixture::new(runner);
    fixture.fault(Fault::status(ErrorResponse::new(429, 1007).retry_after(1)).times(1));
    let before = Instant::now();
    fixture.send(runner, "hi").unwrap();
    assert!(before.elapsed() >= Duration::from_secs(1));

    fixture.fault(Fault::status(ErrorResponse::new(429, 1007).retry_after(61)));
    let error = fixture.send(runner, "later").unwrap_err();
    assert_eq!(api(&error).retry_after(), Some(Duration::from_secs(61)));
    assert_eq!(fixture.requests(), 3);
}

fn slow_response_times_out<R: Runner>(runner: &R) {
    let fixture = Fixture::new(runner);
    fixture.fault(Fault::delay(Duration::from_secs(60)));
    let before = Instant::now();
    let call = fixture
        .linq
        .chats()
        .messages(&fixture.chat)
        .send("slow")
        .timeout(Duration::from_millis(200))
        .max_retries(0);
    let error = runner.wait(call.send()).unwrap_err();
    assert_eq!(kind(&error), TransportErrorKind::Timeout);
    assert!(error.may_have_taken_effect() && before.elapsed() < Duration::from_secs(20));
}

fn deadline_limits_the_whole_call<R: Runner>(runner: &R) {
    let fixture = Fixture::new(runner);
    fixture.fault(Fault::delay(Duration::from_secs(60)));
    let before = Instant::now();
    let call = fixture
        .linq
        .chats()
        .messages(&fixture.chat)
        .send("slow")
        .deadline(Duration::from_secs(1))
        .max_retries(9);
    assert_eq!(
        kind(&runner.wait(call.send()).unwrap_err()),
        TransportErrorKind::Timeout
    );
    assert!(before.elapsed() < Duration::from_secs(20));
}

fn proxy_error_page_is_kept<R: Runner>(runner: &R) {
    let fixture = Fixture::with(runner, |builder| builder.max_retries(0));
    fixture.fault(Fault::html(502));
    let error = fixture.send(runner, "hi").unwrap_err();
    assert_eq!((api(&error).status().as_u16(), error.code()), (502, None));
    assert!(api(&error).body().starts_with(b"<"));
}

fn undecodable_response_body_is_kept<R: Runner>(runner: &R) {
    let fixture = Fixture::new(runner);
    fixture.fault(Fault::garbage());
    let Error::Decode(error) = fixture.send(runner, "hi").unwrap_err() else {
        panic!("not a decode error")
    };
    assert!(!error.body().is_empty());
    assert_eq!((fixture.copies("hi"), fixture.requests()), (1, 1));
}

fn truncated_response_may_have_taken_effect<R: Runner>(runner: &R) {
    let fixture = Fixture::new(runner);
    fixture.fault(Fault::truncate());
    let error = fixture.send(runner, "cut").unwrap_err();
    assert!(error.may_have_taken_effect());
    assert_eq!(
        (kind(&error), fixture.copies("cut")),
        (TransportErrorKind::ConnectionLost, 1)
    );
}

fn response_over_maximum_size_is_rejected<R: Runner>(runner: &R) {
    let fixture = Fixture::with(runner, |builder| builder.max_response_bytes(100_000));
    fixture.fault(Fault::large_body(200_000));
    let error = runner
        .wait(fixture.linq.chats().retrieve(&fixture.chat).send())
        .unwrap_err();
    assert_eq!(
        (kind(&error), fixture.requests()),
        (TransportErrorKind::ResponseTooLarge, 1)
    );
}

fn redirect_is_not_followed<R: Runner>(runner: &R) {
    let target = MockServer::json(200, "{}");
    let fixture = Fixture::new(runner);
    for status in [301, 302, 303, 307, 308] {
        fixture.emulator.clear_faults();
        let mut fault = Fault::redirect(format!("{}/steal", target.url()));
        fault.kind = linq_emulator::FaultKind::Redirect {
            location: format!("{}/steal", target.url()),
            status,
        };
        fixture.fault(fault);
        for error in [
            fixture.send(runner, "hi").unwrap_err(),
            runner
                .wait(fixture.linq.chats().retrieve(&fixture.chat).send())
                .unwrap_err(),
        ] {
            assert_eq!(api(&error).status().as_u16(), status);
            assert!(
                error.to_string().contains("redirects are not followed"),
                "{error}"
            );
        }
    }
    assert!(target.requests().is_empty());
}
