//! What the server and the network can do to a call.

use crate::scene::{GUEST, Scene, api, kind};
use linq_core::{
    Error,
    error::{ErrorCode, TransportErrorKind},
};
use linq_emulator::{Fault, StatusResponse};
use linq_suite::{canned::Canned, on_both_transports, transports::Runner};
use std::time::{Duration, Instant};

on_both_transports! {
    a_chat_that_was_left_costs_one_request,
    a_closed_connection_is_tried_again,
    a_deadline_bounds_the_whole_call,
    a_lost_reply_sends_nothing_twice,
    a_proxys_error_page_is_kept,
    a_rate_limit_is_waited_for,
    a_redirect_is_not_followed,
    a_removal_whose_reply_was_lost_may_have_worked,
    a_reply_cut_short_may_have_been_carried_out,
    a_reply_of_another_shape_is_kept,
    a_reply_too_large_is_refused,
    a_slow_reply_is_given_up,
    a_transient_fault_is_tried_again,
    an_attachment_that_is_not_ready_is_waited_for,
    client_error_with_a_code_of_another_status_costs_one_request,
    header_x_should_retry_goes_before_the_codes,
    retry_after_of_centuries_is_the_callers_to_decide,
    seen_errors_cost_one_request,
}

fn a_lost_reply_sends_nothing_twice<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    scene.fault(Fault::lose_reply().times(2));
    scene.send(runner, "once").unwrap();
    assert_eq!((scene.copies("once"), scene.requests()), (1, 3));

    scene.fault(Fault::lose_reply());
    let error = scene.send(runner, "maybe").unwrap_err();
    assert!(error.may_have_taken_effect());
    assert_eq!(
        (kind(&error), scene.copies("maybe")),
        (TransportErrorKind::ConnectionLost, 1)
    );
}

fn a_closed_connection_is_tried_again<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    scene.fault(Fault::close().times(1));
    scene.send(runner, "hi").unwrap();
    assert_eq!((scene.copies("hi"), scene.requests()), (1, 2));
}

fn a_removal_whose_reply_was_lost_may_have_worked<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    let participants = scene.linq.chats().participants(&scene.chat);
    runner.wait(participants.add(GUEST).send()).unwrap();
    scene.fault(Fault::lose_reply().times(1));
    let error = runner.wait(participants.remove(GUEST).send()).unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::NotFound));
    assert!(api(&error).earlier_attempt_may_have_succeeded());
}

fn a_transient_fault_is_tried_again<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    scene.fault(Fault::status(StatusResponse::new(500, 3006)).times(2));
    scene.send(runner, "hi").unwrap();
    assert_eq!(scene.requests(), 3);
}

fn a_chat_that_was_left_costs_one_request<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    scene.fault(Fault::status(StatusResponse::new(409, 2013)));
    let error = scene.send(runner, "hi").unwrap_err();
    assert_eq!(
        (error.code(), api(&error).attempts()),
        (Some(ErrorCode::ChatUnavailable), 1)
    );
    assert_eq!(scene.requests(), 1);
}

fn an_attachment_that_is_not_ready_is_waited_for<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    scene.fault(Fault::status(StatusResponse::new(404, 2007)).times(1));
    scene.send(runner, "hi").unwrap();
    assert_eq!(scene.requests(), 2);
}

fn client_error_with_a_code_of_another_status_costs_one_request<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    for (status, code, requests) in [
        (413, 5001, 1),
        (400, 3006, 1),
        (404, 5003, 1),
        (404, 2007, 3),
        (409, 2009, 3),
    ] {
        let before = scene.requests();
        let fault = StatusResponse::new(status, code).header("retry-after-ms", "1");
        scene.fault(Fault::status(fault).times(requests));
        let error = scene.send(runner, "hi").unwrap_err();
        assert_eq!(error.code(), Some(code.into()));
        let made = scene.requests() - before;
        assert_eq!(made, usize::try_from(requests).unwrap(), "{status} {code}");
    }
}

fn header_x_should_retry_goes_before_the_codes<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    let told = |status, code, answer| {
        let reply = StatusResponse::new(status, code).header("x-should-retry", answer);
        Fault::status(reply).times(1)
    };
    scene.fault(told(413, 5001, "true"));
    scene.send(runner, "hi").unwrap();
    assert_eq!(scene.requests(), 2);
    scene.fault(told(500, 3006, "false"));
    scene.send(runner, "hi").unwrap_err();
    assert_eq!(scene.requests(), 3);
}

fn retry_after_of_centuries_is_the_callers_to_decide<R: Runner>(runner: &R) {
    for header in ["retry-after", "retry-after-ms"] {
        for wait in ["1e300", "99999999999999999999"] {
            let scene = Scene::new(runner);
            let reply = StatusResponse::new(429, 1007).header(header, wait);
            scene.fault(Fault::status(reply).times(1));
            let error = scene.send(runner, "hi").unwrap_err();
            let longest = Duration::from_secs(u32::MAX.into());
            assert_eq!(api(&error).retry_after(), Some(longest), "{header}: {wait}");
            assert_eq!(scene.requests(), 1);
        }
    }
}

/// Bodies that servers have been seen to send.
fn seen_errors_cost_one_request<R: Runner>(runner: &R) {
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
        let server = Canned::json(status, body);
        let linq = runner.client(server.url());
        let call = linq.chats().messages("chat-1").send("hi");
        let error = runner.wait(call.send()).unwrap_err();
        assert_eq!(api(&error).status().as_u16(), status);
        assert_eq!(error.code(), Some(code.into()));
        assert_eq!(api(&error).body().as_ref(), body.as_bytes());
        assert!(!error.may_have_taken_effect());
        assert_eq!(server.received().len(), 1, "{status} {code}");
    }
}

fn a_rate_limit_is_waited_for<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    scene.fault(Fault::status(StatusResponse::new(429, 1007).retry_after(1)).times(1));
    let before = Instant::now();
    scene.send(runner, "hi").unwrap();
    assert!(before.elapsed() >= Duration::from_secs(1));

    scene.fault(Fault::status(
        StatusResponse::new(429, 1007).retry_after(61),
    ));
    let error = scene.send(runner, "later").unwrap_err();
    assert_eq!(api(&error).retry_after(), Some(Duration::from_secs(61)));
    assert_eq!(scene.requests(), 3);
}

fn a_slow_reply_is_given_up<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    scene.fault(Fault::delay(Duration::from_secs(60)));
    let before = Instant::now();
    let call = scene
        .linq
        .chats()
        .messages(&scene.chat)
        .send("slow")
        .timeout(Duration::from_millis(200))
        .max_retries(0);
    let error = runner.wait(call.send()).unwrap_err();
    assert_eq!(kind(&error), TransportErrorKind::Timeout);
    assert!(error.may_have_taken_effect() && before.elapsed() < Duration::from_secs(20));
}

fn a_deadline_bounds_the_whole_call<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    scene.fault(Fault::delay(Duration::from_secs(60)));
    let before = Instant::now();
    let call = scene
        .linq
        .chats()
        .messages(&scene.chat)
        .send("slow")
        .deadline(Duration::from_secs(1))
        .max_retries(9);
    assert_eq!(
        kind(&runner.wait(call.send()).unwrap_err()),
        TransportErrorKind::Timeout
    );
    assert!(before.elapsed() < Duration::from_secs(20));
}

fn a_proxys_error_page_is_kept<R: Runner>(runner: &R) {
    let scene = Scene::with(runner, |builder| builder.max_retries(0));
    scene.fault(Fault::html(502));
    let error = scene.send(runner, "hi").unwrap_err();
    assert_eq!((api(&error).status().as_u16(), error.code()), (502, None));
    assert!(api(&error).body().starts_with(b"<"));
}

fn a_reply_of_another_shape_is_kept<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    scene.fault(Fault::garbage());
    let Error::Decode(error) = scene.send(runner, "hi").unwrap_err() else {
        panic!("no decode error")
    };
    assert!(!error.body().is_empty());
    assert_eq!((scene.copies("hi"), scene.requests()), (1, 1));
}

fn a_reply_cut_short_may_have_been_carried_out<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    scene.fault(Fault::truncate());
    let error = scene.send(runner, "cut").unwrap_err();
    assert!(error.may_have_taken_effect());
    assert_eq!(
        (kind(&error), scene.copies("cut")),
        (TransportErrorKind::ConnectionLost, 1)
    );
}

fn a_reply_too_large_is_refused<R: Runner>(runner: &R) {
    let scene = Scene::with(runner, |builder| builder.max_response_bytes(100_000));
    scene.fault(Fault::big_body(200_000));
    let error = runner
        .wait(scene.linq.chats().retrieve(&scene.chat).send())
        .unwrap_err();
    assert_eq!(
        (kind(&error), scene.requests()),
        (TransportErrorKind::ResponseTooLarge, 1)
    );
}

fn a_redirect_is_not_followed<R: Runner>(runner: &R) {
    let elsewhere = Canned::json(200, "{}");
    let scene = Scene::new(runner);
    for status in [301, 302, 303, 307, 308] {
        scene.emulator.clear_faults();
        let mut fault = Fault::redirect(format!("{}/steal", elsewhere.url()));
        fault.kind = linq_emulator::FaultKind::Redirect {
            location: format!("{}/steal", elsewhere.url()),
            status,
        };
        scene.fault(fault);
        for error in [
            scene.send(runner, "hi").unwrap_err(),
            runner
                .wait(scene.linq.chats().retrieve(&scene.chat).send())
                .unwrap_err(),
        ] {
            assert_eq!(api(&error).status().as_u16(), status);
            assert!(
                error.to_string().contains("redirects are not followed"),
                "{error}"
            );
        }
    }
    assert!(elsewhere.received().is_empty());
}
