// ANCHOR: observer
use linq_client::exchange::{AttemptFailure, AttemptObserver, AttemptResponse};

/// An observer for `Client::builder(key).observer(Arc::new(Metrics))`.
pub struct Metrics;

impl AttemptObserver for Metrics {
    fn on_response(&self, response: &AttemptResponse) {
        let AttemptResponse {
            operation,
            status,
            duration,
            trace_id,
            ..
        } = response;
        println!("{operation}: {status} after {duration:?}, trace {trace_id:?}");
    }

    fn on_failure(&self, failure: &AttemptFailure) {
        println!(
            "{}: {:?}, retried after {:?}",
            failure.operation, failure.kind, failure.retry_delay
        );
    }
}
// ANCHOR_END: observer
