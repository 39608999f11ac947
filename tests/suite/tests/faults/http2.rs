//! HTTP/2 signals for requests without a response.

use linq_core::{Client, Error, error::TransportErrorKind, message::OutgoingReaction};
use linq_reqwest::Async;
use linq_suite::{
    faults::FaultServer,
    tls::TlsProxy,
    transports::{Async as Runtime, Runner},
};
use std::time::Duration;

type MakeCall = fn(&Runtime, &Client<Async>) -> Result<(), Error>;

/// A call without a body and one with a body; neither is idempotent.
const CALLS: [MakeCall; 2] = [share, react];

fn share(runtime: &Runtime, linq: &Client<Async>) -> Result<(), Error> {
    runtime
        .wait(linq.chats().share_contact_card("c").send())
        .map(drop)
}

fn react(runtime: &Runtime, linq: &Client<Async>) -> Result<(), Error> {
    let reaction = OutgoingReaction::custom("🎂");
    runtime
        .wait(linq.messages().add_reaction("m", reaction).send())
        .map(drop)
}

#[test]
fn http2_signals_without_retries() {
    let (runtime, server) = (Runtime::new(), FaultServer::start());
    for (row, signal) in server.tables().http2.iter().enumerate() {
        for (answers, call) in [0, 1]
            .into_iter()
            .flat_map(|answers| CALLS.map(|call| (answers, call)))
        {
            let linq = client(&server.http2(row, answers), &runtime, 0);
            for _ in 0..answers {
                call(&runtime, &linq).unwrap();
            }
            let error = call(&runtime, &linq).unwrap_err();
            let context = format!("{signal:?} after {answers} answers: {error:?}");
            let is_proof = signal.proves_not_processed;
            assert_eq!(error.may_have_taken_effect(), !is_proof, "{context}");
            let Error::Transport(error) = error else {
                panic!("{context}")
            };
            assert_eq!(
                error.kind() == TransportErrorKind::NotProcessed,
                is_proof,
                "{context}"
            );
            assert_eq!(
                server.report("http2", row).requests,
                1 + answers,
                "{context}"
            );
        }
    }
}

#[test]
fn http2_request_that_was_not_processed_is_retried() {
    let (runtime, server) = (Runtime::new(), FaultServer::start());
    for (row, signal) in server.tables().http2.iter().enumerate() {
        for call in CALLS {
            if signal.proves_not_processed {
                let linq = client(&server.http2(row, 0), &runtime, 1);
                call(&runtime, &linq).unwrap();
                assert_eq!(server.report("http2", row).requests, 2, "{signal:?}");
            }
        }
    }
}

#[test]
fn http2_request_that_may_have_been_processed_is_not_retried() {
    let (runtime, server) = (Runtime::new(), FaultServer::start());
    for (row, signal) in server.tables().http2.iter().enumerate() {
        if !signal.proves_not_processed {
            let linq = client(&server.http2(row, 0), &runtime, 2);
            let error = react(&runtime, &linq).unwrap_err();
            assert!(error.may_have_taken_effect(), "{signal:?}: {error}");
            assert_eq!(server.report("http2", row).requests, 1, "{signal:?}");
        }
    }
}

fn client(tls_proxy: &TlsProxy, runtime: &Runtime, retries: u32) -> Client<Async> {
    let builder = runtime.builder(&tls_proxy.url).max_retries(retries);
    let builder = builder.root_certificate(tls_proxy.certificate.clone());
    builder.timeout(Duration::from_secs(10)).build().unwrap()
}
