// ANCHOR: observer
import LinqClient

/// An observer for `ClientConfig(observer: AttemptLog { print($0) })`.
struct AttemptLog: AttemptObserver {
    let report: @Sendable (String) -> Void

    func onResponse(_ response: AttemptResponse) {
        report("\(response.operation): \(response.status), trace \(response.traceID ?? "")")
    }

    func onFailure(_ failure: AttemptFailure) {
        report("\(failure.operation): \(failure.kind), retried: \(failure.retryDelay != nil)")
    }
}
// ANCHOR_END: observer
