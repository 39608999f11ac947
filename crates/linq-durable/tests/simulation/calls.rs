//! The calls of a process: a driver of exchanges, and the way to the server and back.

use crate::{
    clock::hours,
    network::{Canned, Proxy, may_have_been_sent},
    process::{Arrival, AttemptId, Call, ProcessEvent},
    simulation::{Event, Simulation},
};
use linq_core::{
    Error,
    call::PreparedCall,
    error::{TransportError, TransportErrorKind},
    exchange::{CallOptions, Entropy, Outcome, Step},
    stored_call::StoredCall,
};
use linq_durable::{EntryId, TaskResult};
use std::time::Duration;

/// Delay from which a request or response is late.
const LATE: Duration = Duration::from_secs(1);

impl Simulation {
    pub(crate) fn begin(
        &mut self,
        process: usize,
        id: EntryId,
        call: StoredCall,
        deadline: Duration,
    ) {
        let now = self.queue.now();
        let fence = (self.invariants).started(id, now, self.clock.wall(now));
        let Some(running) = &mut self.processes[process].running else {
            return;
        };
        let mut entropy = [0; Entropy::LEN];
        self.rng.fill(&mut entropy);
        let options = CallOptions::default().deadline(deadline);
        let prepared = PreparedCall::new(call, options);
        let instant = self.clock.instant(now);
        let begun = prepared.begin(&running.config, Entropy::new(entropy), instant);
        let exchange = match begun {
            Ok(exchange) => exchange,
            Err(error) => {
                return running.job_is_done(id, TaskResult::Call(Err(error.into())));
            }
        };
        self.calls += 1;
        let call = Call {
            id,
            fence,
            exchange,
            attempt: 0,
            request: None,
            timeout: Duration::ZERO,
        };
        running.calls.insert(self.calls, call);
        self.step_call(process, self.calls, None);
    }

    /// Passes an outcome to the exchange of a call, and does what it asks for.
    fn step_call(&mut self, process: usize, number: u64, outcome: Option<Outcome>) {
        let now = self.queue.now();
        let instant = self.clock.instant(now);
        let Some(running) = &mut self.processes[process].running else {
            return;
        };
        let Some(call) = running.calls.get_mut(&number) else {
            return;
        };
        match call.exchange.step(outcome, instant) {
            Step::Send(attempt) => {
                call.attempt += 1;
                call.request = Some(attempt.request);
                call.timeout = attempt.timeout;
                self.add_event(process, attempt.after, ProcessEvent::Send(number));
            }
            Step::Done(result) => {
                let (id, fence) = (call.id, call.fence);
                running.calls.remove(&number);
                let error = result.as_ref().err();
                let is_limited = matches!(error, Some(Error::RateLimited(_)));
                self.invariants.coverage.rate_limited_by_the_client += u64::from(is_limited);
                self.invariants.finished(id, fence, error, now);
                match error {
                    Some(error) => self.trace(format_args!("the call of {id} fails: {error}")),
                    None => self.trace(format_args!("the call of {id} succeeds")),
                }
                if let Some(running) = &mut self.processes[process].running {
                    running.job_is_done(id, TaskResult::Call(result));
                }
            }
        }
    }

    pub(crate) fn send(&mut self, process: usize, number: u64) {
        let (now, has_faults) = (self.queue.now(), self.has_faults());
        let generation = self.processes[process].generation;
        let running = self.processes[process].running.as_mut();
        let Some(call) = running.and_then(|running| running.calls.get_mut(&number)) else {
            return;
        };
        let Some(request) = call.request.take() else {
            return;
        };
        let attempt = AttemptId {
            process,
            generation,
            call: number,
            attempt: call.attempt,
        };
        let (id, timeout) = (call.id, call.timeout);
        self.invariants.sending(id, call.fence, now);
        let fate = self.scenario.network.fate(&mut self.rng, has_faults);
        self.trace(format_args!("process {process} sends {id}: {fate:?}"));
        let coverage = &mut self.invariants.coverage;
        coverage.not_connected += u64::from(fate.request.is_none() && !may_be_sent(fate.failure));
        coverage.requests_lost += u64::from(fate.request.is_none() && may_be_sent(fate.failure));
        coverage.responses_lost += u64::from(fate.response.is_none());
        coverage.late_requests += u64::from(fate.request.is_some_and(|after| after >= LATE));
        coverage.late_responses += u64::from(fate.response.is_some_and(|after| after >= LATE));
        let mut fail = |after: Duration, kind| {
            let outcome = Box::new(Err(transport_error(kind)));
            let event = ProcessEvent::Outcome(attempt, outcome);
            let event = Event::Process(process, generation, event);
            self.queue.add(after.min(timeout), event);
        };
        if let Some((after, kind)) = fate.failure {
            fail(after, kind);
        }
        fail(timeout, TransportErrorKind::Timeout);
        if let Some(after) = fate.request {
            self.outstanding += 1;
            let arrival = Arrival {
                request,
                fate,
                attempt,
                is_duplicate: false,
            };
            self.queue.add(after, Event::Arrival(Box::new(arrival)));
        }
    }

    /// Lets the server process a request.
    pub(crate) fn arrive(&mut self, arrival: Arrival) {
        let Arrival {
            request,
            fate,
            attempt,
            is_duplicate,
        } = arrival;
        let mut passed = || {
            let (response, accepted) = self.server.handle(&request, self.queue.now());
            if let Some(accepted) = accepted {
                self.trace(format_args!("the server sends {:?}", accepted.text));
                self.invariants.executed(&accepted);
            }
            response
        };
        let response = match fate.proxy {
            Proxy::Pass => passed(),
            Proxy::Respond(canned) => canned.response(),
            Proxy::PassAndRespond(canned) => {
                let is_accepted = passed().status().is_success();
                if is_accepted && matches!(canned, Canned::Unavailable(_)) {
                    self.misled(&request);
                }
                canned.response()
            }
        };
        let is_page = response.status().is_success() && response.body().starts_with(b"<");
        self.invariants.coverage.pages += u64::from(is_page);
        if is_duplicate {
            return;
        }
        if let (Some(after), true) = (fate.duplicate, response.status().is_success()) {
            self.outstanding += 1;
            self.invariants.coverage.duplicates += 1;
            let duplicate = Arrival {
                request,
                fate: fate.clone(),
                attempt,
                is_duplicate: true,
            };
            self.queue.add(after, Event::Arrival(Box::new(duplicate)));
        }
        if let Some(after) = fate.response {
            let outcome = ProcessEvent::Outcome(attempt, Box::new(Ok(response)));
            let event = Event::Process(attempt.process, attempt.generation, outcome);
            self.queue.add(after, event);
        }
    }

    fn misled(&mut self, request: &http::Request<bytes::Bytes>) {
        let body: serde_json::Value = serde_json::from_slice(request.body()).unwrap_or_default();
        let key = body["message"]["idempotency_key"]
            .as_str()
            .unwrap_or_default();
        self.invariants.coverage.misleading_503s += 1;
        self.invariants.misled(key);
    }

    /// Passes the first outcome of an attempt on to its call.
    pub(crate) fn receive(&mut self, process: usize, attempt: AttemptId, outcome: Outcome) {
        let now = self.queue.now();
        let running = self.processes[process].running.as_ref();
        let Some(call) = running.and_then(|running| running.calls.get(&attempt.call)) else {
            return;
        };
        // The attempt is over as soon as the next one is planned.
        if call.attempt != attempt.attempt || call.request.is_some() {
            return;
        }
        let (may_have_taken_effect, wait_until) = match &outcome {
            Ok(response) => {
                let status = response.status().as_u16();
                let is_rejection = matches!(status, 400..=407 | 409..=429 | 503);
                let retry_after = response.headers().get("retry-after");
                let retry_after = retry_after.and_then(|value| value.to_str().ok());
                let wait = retry_after.map(|text| text.parse().unwrap_or(u64::MAX));
                let wait = wait.map(|seconds| Duration::from_secs(seconds).min(hours(24)));
                (!is_rejection, wait.map(|wait| now + wait))
            }
            Err(error) => (may_have_been_sent(error.kind()), None),
        };
        (self.invariants).attempted(call.id, call.fence, may_have_taken_effect, wait_until);
        self.step_call(process, attempt.call, Some(outcome));
    }
}

fn may_be_sent(failure: Option<(Duration, TransportErrorKind)>) -> bool {
    failure.is_none_or(|(_, kind)| may_have_been_sent(kind))
}

pub(crate) fn transport_error(kind: TransportErrorKind) -> TransportError {
    TransportError::new(kind, "simulated")
}
