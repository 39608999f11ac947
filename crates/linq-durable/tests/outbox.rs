//! The outbox against the emulator, over both transports.

#![allow(clippy::unwrap_used, reason = "helpers of tests are tests")]

use linq_core::{
    exchange::{CallOptions, RetryQuota},
    message::{Media, MessageContent},
};
use linq_durable::{
    EntryId, Outbox, RunError, RunOptions, RunSummary, State, Stop, store::MemoryStore,
};
use linq_emulator::{Emulator, ErrorResponse, Fault};
use std::{collections::BTreeMap, fs, thread, time::Duration};

const FROM: &str = "+12223334444";
const TO: [&str; 4] = [
    "+15556667777",
    "+18889990000",
    "+12052499136",
    "+14155550123",
];

/// The clients, which share an emulator.
struct Setup {
    emulator: Emulator,
    blocking: linq_ureq::Client,
    asynchronous: linq_reqwest::Client,
    outbox: Outbox<MemoryStore>,
}

impl Setup {
    fn new() -> Self {
        let emulator = Emulator::builder().seed(7).start().unwrap();
        let url = emulator.base_url();
        Self {
            blocking: (linq_ureq::Client::builder("sk_test").base_url(&url))
                .retry_quota(RetryQuota::unlimited())
                .max_retries(0)
                .build()
                .unwrap(),
            asynchronous: (linq_reqwest::Client::builder("sk_test").base_url(&url))
                .retry_quota(RetryQuota::unlimited())
                .max_retries(0)
                .build()
                .unwrap(),
            outbox: Outbox::new(MemoryStore::new()),
            emulator,
        }
    }

    fn enqueue(&self, to: &str, text: impl Into<String>) -> EntryId {
        let call = self.blocking.chats().create(FROM, to, text.into());
        self.outbox.enqueue(call).unwrap()
    }

    /// Runs the outbox until it is empty.
    fn run(&self, transport: Transport) -> Result<RunSummary, RunError> {
        self.run_with(transport, options())
    }

    fn run_with(&self, transport: Transport, options: RunOptions) -> Result<RunSummary, RunError> {
        match transport {
            Transport::Blocking => self.outbox.run(&self.blocking, options),
            Transport::Async => {
                let runtime = tokio::runtime::Builder::new_multi_thread()
                    .enable_all()
                    .build()
                    .unwrap();
                let (outbox, linq) = (self.outbox.clone(), self.asynchronous.clone());
                // Spawned, so that the future is known to be `Send`.
                let run = runtime.spawn(async move { outbox.run_async(&linq, options).await });
                runtime.block_on(run).unwrap()
            }
        }
    }

    fn state(&self, id: EntryId) -> State {
        self.outbox.get(id).unwrap().unwrap().state
    }

    fn problem(&self, id: EntryId) -> String {
        let entry = self.outbox.get(id).unwrap().unwrap();
        entry.outcome.problem.unwrap()
    }

    /// Returns the texts that were sent, by chat.
    fn texts(&self) -> BTreeMap<String, Vec<String>> {
        let mut texts: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for message in self.emulator.messages() {
            let chat = message.chat_id.to_string();
            texts.entry(chat).or_default().push(message.text.concat());
        }
        texts
    }
}

#[derive(Clone, Copy, Debug)]
enum Transport {
    Blocking,
    Async,
}

const BOTH: [Transport; 2] = [Transport::Blocking, Transport::Async];

fn options() -> RunOptions {
    let options = RunOptions::new().until_empty();
    options.max_backoff(Duration::from_millis(20))
}

#[test]
fn entries_are_sent_once_and_in_order_within_their_chat() {
    for transport in BOTH {
        let setup = Setup::new();
        let faults = [
            Fault::close().probability(0.1),
            Fault::drop_response().probability(0.3),
            Fault::status(ErrorResponse::new(503, 4004).retry_after(0)).probability(0.1),
        ];
        for fault in faults {
            setup.emulator.add_fault(fault).unwrap();
        }
        for number in 0..100 {
            setup.enqueue(TO[number % TO.len()], format!("{number:03}"));
        }
        let summary = setup.run(transport).unwrap();
        assert_eq!(summary.sent, 100, "{summary:?}");
        let texts = setup.texts();
        assert_eq!(texts.len(), TO.len());
        for texts in texts.values() {
            assert_eq!(texts.len(), 25, "{texts:?}");
            assert!(texts.is_sorted(), "{texts:?}");
        }
        for entry in setup.outbox.list(Some(State::Sent), None, 1_000).unwrap() {
            let message_id = entry.outcome.message_id.unwrap();
            let mut messages = setup.emulator.messages().into_iter();
            let message = messages.find(|message| message.id.to_string() == message_id.as_str());
            assert_eq!(
                message.unwrap().chat_id.to_string(),
                entry.outcome.chat_id.unwrap().as_str()
            );
        }
    }
}

#[test]
fn call_options_are_those_of_the_run() {
    for transport in BOTH {
        let setup = Setup::new();
        let call = setup.blocking.messages().create(TO[0], "Hi");
        setup
            .outbox
            .enqueue(call.header("x-own", "stored"))
            .unwrap();
        let call_options = CallOptions::default().default_header("x-own", "run");
        let call_options = call_options.and_then(|options| options.default_header("x-run", "run"));
        let call_options = call_options.unwrap().timeout(Duration::from_millis(200));
        let delay = Fault::delay(Duration::from_secs(30)).times(1);
        setup.emulator.add_fault(delay).unwrap();
        let summary = setup.run_with(transport, options().call_options(call_options));
        assert_eq!(summary.unwrap().sent, 1);
        for request in setup.emulator.requests() {
            assert_eq!(request.headers["x-own"], "stored");
            assert_eq!(request.headers["x-run"], "run");
        }
    }
}

#[test]
fn runs_share_the_entries() {
    let setup = Setup::new();
    for number in 0..40 {
        setup.enqueue(TO[number % TO.len()], format!("{number:03}"));
    }
    let sent: u64 = thread::scope(|scope| {
        let runs = [(); 3].map(|()| scope.spawn(|| setup.run(Transport::Blocking).unwrap().sent));
        runs.into_iter().map(|run| run.join().unwrap()).sum()
    });
    assert_eq!(sent, 40);
    assert_eq!(setup.emulator.messages().len(), 40);
    assert!(setup.texts().values().all(|texts| texts.is_sorted()));
}

#[test]
fn call_is_enqueued_once_under_its_key() {
    let setup = Setup::new();
    let enqueue = |text: &str| {
        let call = setup.blocking.messages().create(TO[0], text);
        setup.outbox.enqueue(call.idempotency_key("order-1042"))
    };
    let id = enqueue("shipped").unwrap();
    assert_eq!(enqueue("shipped").unwrap(), id);
    setup.run(Transport::Blocking).unwrap();
    assert_eq!(enqueue("shipped").unwrap(), id);
    assert_eq!(setup.run(Transport::Blocking).unwrap().sent, 0);
    let error = enqueue("delivered").unwrap_err();
    assert_eq!(
        error.to_string(),
        "idempotency_key: already used by another call in the outbox"
    );
    assert_eq!(setup.emulator.messages().len(), 1);
    let entry = setup.outbox.get_by_idempotency_key("order-1042").unwrap();
    assert_eq!(entry.unwrap().id, id);
}

#[test]
fn operations_with_a_key_can_be_enqueued() {
    let setup = Setup::new();
    let linq = &setup.blocking;
    let first = setup.enqueue(TO[0], "Hello");
    setup.run(Transport::Blocking).unwrap();
    let entry = setup.outbox.get(first).unwrap().unwrap();
    let chat = entry.outcome.chat_id.unwrap();
    let outbox = &setup.outbox;
    let message = outbox
        .enqueue(linq.chats().messages(&chat).send("Dinner?"))
        .unwrap();
    let poll = outbox
        .enqueue(linq.chats().polls(&chat).create(["Pizza", "Sushi"]))
        .unwrap();
    let payment = outbox
        .enqueue(linq.payments().create(TO[0], 500, "usd"))
        .unwrap();
    setup.run(Transport::Async).unwrap();
    assert_eq!(setup.state(message), State::Sent);
    assert_eq!(setup.state(poll), State::Sent);
    let payment = outbox.get(payment).unwrap().unwrap();
    assert_eq!(
        (payment.state, payment.outcome.message_id),
        (State::Sent, None)
    );
    assert!(payment.outcome.response.unwrap().contains("500"));
    let error = outbox.enqueue(linq.chats().leave(&chat)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "operation: does not take an idempotency key"
    );
}

#[test]
fn rejected_entry_fails_and_others_go_on() {
    for transport in BOTH {
        let setup = Setup::new();
        let rejection = ErrorResponse::new(403, 2024).message("opted out");
        setup
            .emulator
            .add_fault(Fault::status(rejection).times(1))
            .unwrap();
        let failed = setup.enqueue(TO[0], "first");
        let sent = setup.enqueue(TO[0], "second");
        let summary = setup.run(transport).unwrap();
        assert_eq!((summary.sent, summary.failed), (1, 1));
        assert_eq!(setup.state(sent), State::Sent);
        let entry = setup.outbox.get(failed).unwrap().unwrap();
        assert_eq!(entry.state, State::Failed);
        assert_eq!(entry.outcome.status, Some(403));
        assert_eq!(entry.outcome.code, Some(2024));
        assert!(!format!("{entry:?}").contains("opted out"));
    }
}

#[test]
fn failed_entry_holds_back_its_chat_if_asked() {
    let setup = Setup::new();
    let rejection = || Fault::status(ErrorResponse::new(403, 2024)).times(1);
    let holding = || options().failures_hold_back(true);
    setup.emulator.add_fault(rejection()).unwrap();
    let failed = setup.enqueue(TO[0], "1");
    let held = setup.enqueue(TO[0], "2");
    let summary = setup
        .run_with(Transport::Blocking, holding().concurrency(1))
        .unwrap();
    assert_eq!((summary.sent, summary.failed), (0, 1));
    assert_eq!(setup.state(held), State::Queued);
    // Other chats are not held back.
    let other = setup.enqueue(TO[1], "3");
    setup.run_with(Transport::Blocking, holding()).unwrap();
    assert_eq!(
        (setup.state(other), setup.state(held)),
        (State::Sent, State::Queued)
    );

    assert!(setup.outbox.retry(failed).unwrap());
    setup.run_with(Transport::Async, holding()).unwrap();
    assert_eq!(
        (setup.state(failed), setup.state(held)),
        (State::Sent, State::Sent)
    );
    assert!(setup.texts().values().all(|texts| texts.is_sorted()));

    setup.emulator.add_fault(rejection()).unwrap();
    let failed = setup.enqueue(TO[0], "4");
    let held = setup.enqueue(TO[0], "5");
    setup.run_with(Transport::Blocking, holding()).unwrap();
    assert_eq!(setup.state(held), State::Queued);
    assert!(setup.outbox.cancel(failed).unwrap());
    setup.run_with(Transport::Blocking, holding()).unwrap();
    assert_eq!(
        (setup.state(failed), setup.state(held)),
        (State::Cancelled, State::Sent)
    );
}

#[test]
fn queued_entry_can_be_cancelled_and_replaced() {
    let setup = Setup::new();
    let create = |text: &str| setup.blocking.chats().create(FROM, TO[0], text);
    let [first, second, third] = ["1", "2", "3"].map(|text| setup.enqueue(TO[0], text));
    assert!(setup.outbox.cancel(second).unwrap());
    assert!(!setup.outbox.cancel(second).unwrap());
    assert!(setup.outbox.replace(third, create("three")).unwrap());
    assert!(!setup.outbox.replace(second, create("two")).unwrap());
    let empty = setup.outbox.replace(third, create("")).unwrap_err();
    assert!(empty.to_string().starts_with("message"), "{empty}");
    setup.run(Transport::Blocking).unwrap();
    assert!(!setup.outbox.cancel(first).unwrap());
    assert!(!setup.outbox.retry(first).unwrap());
    let texts: Vec<_> = setup.texts().into_values().flatten().collect();
    assert_eq!(texts, ["1", "three"]);
}

#[test]
fn entry_without_a_definite_answer_becomes_uncertain() {
    for transport in BOTH {
        let setup = Setup::new();
        setup.emulator.add_fault(Fault::drop_response()).unwrap();
        let id = setup.enqueue(TO[0], "Hello");
        let options = options().uncertain_after(Duration::from_millis(300));
        let summary = setup.run_with(transport, options).unwrap();
        assert_eq!(summary.uncertain, 1);
        assert_eq!(setup.state(id), State::Uncertain);
        let problem = setup.problem(id);
        assert!(problem.starts_with("no definite answer"), "{problem}");
        assert!(setup.outbox.get(id).unwrap().unwrap().attempts > 1);
        assert_eq!(setup.emulator.messages().len(), 1);
    }
}

#[test]
fn retried_uncertain_entry_may_have_been_sent() {
    for transport in BOTH {
        let setup = Setup::new();
        let lost = Fault::drop_response().times(1);
        setup.emulator.add_fault(lost).unwrap();
        let id = setup.enqueue(TO[0], "Hello");
        let run = || {
            let options = options().uncertain_after(Duration::ZERO);
            setup.run_with(transport, options).unwrap()
        };
        assert_eq!(run().uncertain, 1);
        assert!(setup.outbox.retry(id).unwrap());
        assert_eq!(setup.state(id), State::Sending);
        let other = setup.blocking.chats().create(FROM, TO[0], "Bye");
        assert!(!setup.outbox.replace(id, other).unwrap());
        assert!(!setup.outbox.cancel(id).unwrap());
        let rejection = Fault::status(ErrorResponse::new(403, 2024)).times(1);
        setup.emulator.add_fault(rejection).unwrap();
        assert_eq!(run().uncertain, 1);
        assert!(setup.outbox.retry(id).unwrap());
        assert_eq!(run().sent, 1);
        assert_eq!(setup.emulator.messages().len(), 1);
    }
}

#[test]
fn entry_that_was_not_sent_stays_queued() {
    let setup = Setup::new();
    // Nothing listens on this port.
    let nowhere = linq_ureq::Client::builder("sk_test")
        .base_url("http://127.0.0.1:1")
        .build();
    let id = setup.enqueue(TO[0], "Hello");
    let stop = Stop::new();
    thread::scope(|scope| {
        let options = options().uncertain_after(Duration::ZERO).stop(&stop);
        let nowhere = nowhere.unwrap();
        let outbox = &setup.outbox;
        let run = scope.spawn(move || outbox.run(&nowhere, options));
        while setup.outbox.get(id).unwrap().unwrap().attempts < 3 {
            thread::sleep(Duration::from_millis(5));
        }
        stop.stop();
        assert_eq!(run.join().unwrap().unwrap(), RunSummary::default());
    });
    let entry = setup.outbox.get(id).unwrap().unwrap();
    assert_eq!((entry.state, entry.attempted_at), (State::Queued, None));
    setup.run(Transport::Blocking).unwrap();
    assert_eq!(setup.state(id), State::Sent);
}

#[test]
fn rejected_api_key_ends_the_run_and_fails_nothing() {
    for transport in BOTH {
        let setup = Setup::new();
        let unauthorized = Fault::status(ErrorResponse::new(401, 2004));
        setup.emulator.add_fault(unauthorized).unwrap();
        let ids = TO.map(|to| setup.enqueue(to, "Hello"));
        let error = setup.run(transport).unwrap_err();
        assert!(matches!(error, RunError::Unauthorized(_)), "{error}");
        assert_eq!(ids.map(|id| setup.state(id)), [State::Queued; 4]);
        setup.emulator.clear_faults();
        assert_eq!(setup.run(transport).unwrap().sent, 4);
    }
}

#[test]
fn page_of_a_captive_portal_is_not_an_answer() {
    for transport in BOTH {
        let setup = Setup::new();
        setup.emulator.add_fault(Fault::html(200).times(3)).unwrap();
        let id = setup.enqueue(TO[0], "Hello");
        setup.run(transport).unwrap();
        assert_eq!(setup.state(id), State::Sent);
        assert_eq!(setup.emulator.messages().len(), 1);
    }
}

#[test]
fn key_of_a_deleted_message_is_uncertain() {
    let setup = Setup::new();
    let gone = ErrorResponse::new(404, 2002);
    setup
        .emulator
        .add_fault(Fault::drop_response().times(1))
        .unwrap();
    setup
        .emulator
        .add_fault(Fault::status(gone).times(1))
        .unwrap();
    let id = setup.enqueue(TO[0], "Hello");
    setup.run(Transport::Blocking).unwrap();
    assert_eq!(setup.state(id), State::Uncertain);
    assert_eq!(
        setup.problem(id),
        "the idempotency key is that of a message that was deleted or has expired"
    );
}

#[test]
fn files_are_uploaded_first() {
    for transport in BOTH {
        let setup = Setup::new();
        // The upload, its PUT and the message are interrupted once.
        setup
            .emulator
            .add_fault(Fault::drop_response().times(3))
            .unwrap();
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("cake.jpg");
        fs::write(&path, [0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).unwrap();
        let message = || {
            let cake = Media::attachment(linq_durable::file(&path).unwrap());
            MessageContent::from("Look!").part(cake)
        };
        let call = || {
            let call = setup.blocking.chats().create(FROM, TO[0], message());
            call.idempotency_key("cake")
        };
        let id = setup.outbox.enqueue(call()).unwrap();
        let after = setup.enqueue(TO[0], "And?");
        setup.run(transport).unwrap();
        assert_eq!(setup.state(id), State::Sent);
        assert_eq!(setup.state(after), State::Sent);
        let texts: Vec<_> = setup.texts().into_values().flatten().collect();
        assert_eq!(texts, ["Look!", "And?"]);
        let parts = &setup.emulator.messages()[0].parts;
        assert_eq!(parts[1]["filename"], "cake.jpg", "{parts}");
        // It is still the same call, and needs the file no more.
        let (call, again) = (call(), call());
        assert_eq!(setup.outbox.enqueue(call).unwrap(), id);
        fs::remove_file(&path).unwrap();
        assert_eq!(setup.outbox.enqueue(again).unwrap(), id);
    }
}

#[test]
fn file_that_is_gone_fails_its_entry() {
    let setup = Setup::new();
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("cake.jpg");
    fs::write(&path, "jpg").unwrap();
    let message = MessageContent::from(Media::attachment(linq_durable::file(&path).unwrap()));
    let call = setup.blocking.chats().create(FROM, TO[0], message);
    let id = setup.outbox.enqueue(call).unwrap();
    fs::remove_file(&path).unwrap();
    setup.run(Transport::Blocking).unwrap();
    assert_eq!(setup.state(id), State::Failed);
    assert!(
        setup.problem(id).contains("cannot be read"),
        "{}",
        setup.problem(id)
    );
    assert!(setup.emulator.messages().is_empty());
}

#[test]
fn run_sends_what_is_enqueued_later_until_it_is_stopped() {
    for transport in BOTH {
        let setup = Setup::new();
        let stop = Stop::new();
        thread::scope(|scope| {
            let options = RunOptions::new()
                .stop(&stop)
                .poll_interval(Duration::from_secs(60));
            let run = scope.spawn(|| setup.run_with(transport, options));
            thread::sleep(Duration::from_millis(50));
            let ids = TO.map(|to| setup.enqueue(to, "Hello"));
            while ids.iter().any(|id| setup.state(*id) != State::Sent) {
                thread::sleep(Duration::from_millis(5));
            }
            stop.stop();
            assert_eq!(run.join().unwrap().unwrap().sent, 4);
        });
    }
}
