import Foundation
internal import LinqFFI

/// An observer of each attempt of a client's calls, for metrics and audit.
///
/// ``onRequest(_:)`` is called before each attempt, then either ``onResponse(_:)`` or ``onFailure(_:)``, unless the call
/// is cancelled meanwhile. The records contain no headers, URLs, bodies, idempotency keys or handles.
///
/// Transfers of files are observed as the operations `attachments.upload` and `attachments.download`. If the storage
/// redirects a download, this is a response without a `retryDelay`, and the request to the target has the same attempt
/// number.
///
/// The methods are called off the main actor, by several threads at once, and the call waits for them: they should
/// return quickly.
public protocol AttemptObserver: Sendable {
    /// Called when a request is about to be sent, before the delay.
    func onRequest(_ request: AttemptRequest)

    /// Called when a response has arrived, regardless of its status.
    func onResponse(_ response: AttemptResponse)

    /// Called when an attempt has failed without a complete response.
    func onFailure(_ failure: AttemptFailure)
}

extension AttemptObserver {
    public func onRequest(_: AttemptRequest) {}
    public func onResponse(_: AttemptResponse) {}
    public func onFailure(_: AttemptFailure) {}
}

/// A request that is about to be sent.
public struct AttemptRequest: Hashable, Sendable {
    /// Official name of the operation, such as `chats.messages.send`; `request` for a request to any path.
    public let operation: String
    /// HTTP method, such as `POST`.
    public let method: String
    /// Path relative to the base URL, with `{…}` for its parameters, such as `/v3/chats/{chat_id}/messages`; `…` for a
    /// request to any path, and empty for a request to the storage.
    public let path: String
    /// Number of the attempt, from 1. Redirects of a download belong to the same attempt.
    public let attempt: Int
    /// Seconds before the request is sent, by backoff, `Retry-After` or a rate limit.
    public let delay: TimeInterval

    /// Creates a record, for tests.
    public init(operation: String, method: String, path: String, attempt: Int, delay: TimeInterval) {
        self.operation = operation
        self.method = method
        self.path = path
        self.attempt = attempt
        self.delay = delay
    }
}

/// A response, regardless of its status.
public struct AttemptResponse: Hashable, Sendable {
    /// Official name of the operation: see ``AttemptRequest/operation``.
    public let operation: String
    /// HTTP method.
    public let method: String
    /// Path with `{…}` for its parameters: see ``AttemptRequest/path``.
    public let path: String
    /// Number of the attempt: see ``AttemptRequest/attempt``.
    public let attempt: Int
    /// The HTTP status.
    public let status: Int
    /// The API's error code, if the response is an error of the API.
    public let errorCode: Int?
    /// Trace identifier of the request, for Linq's support.
    public let traceID: String?
    /// Duration of the attempt in seconds, without the delay before it.
    public let duration: TimeInterval
    /// Seconds before the next attempt; `nil` if there is none.
    public let retryDelay: TimeInterval?

    /// Creates a record, for tests.
    public init(
        operation: String, method: String, path: String, attempt: Int, status: Int, errorCode: Int? = nil,
        traceID: String? = nil, duration: TimeInterval = 0, retryDelay: TimeInterval? = nil
    ) {
        self.operation = operation
        self.method = method
        self.path = path
        self.attempt = attempt
        self.status = status
        self.errorCode = errorCode
        self.traceID = traceID
        self.duration = duration
        self.retryDelay = retryDelay
    }
}

/// A failure of an attempt without a complete response.
public struct AttemptFailure: Hashable, Sendable {
    /// Official name of the operation: see ``AttemptRequest/operation``.
    public let operation: String
    /// HTTP method.
    public let method: String
    /// Path with `{…}` for its parameters: see ``AttemptRequest/path``.
    public let path: String
    /// Number of the attempt: see ``AttemptRequest/attempt``.
    public let attempt: Int
    /// The stage at which the attempt failed; ``TransportError/Kind/connectionLost`` also if a file to upload could not
    /// be read, or a downloaded one could not be written or is compressed.
    public let kind: TransportError.Kind
    /// True if the request of this attempt may have been sent; false is certain.
    public let mayHaveBeenSent: Bool
    /// Duration of the attempt in seconds, without the delay before it.
    public let duration: TimeInterval
    /// Seconds before the next attempt; `nil` if there is none.
    public let retryDelay: TimeInterval?

    /// Creates a record, for tests.
    public init(
        operation: String, method: String, path: String, attempt: Int, kind: TransportError.Kind,
        mayHaveBeenSent: Bool, duration: TimeInterval = 0, retryDelay: TimeInterval? = nil
    ) {
        self.operation = operation
        self.method = method
        self.path = path
        self.attempt = attempt
        self.kind = kind
        self.mayHaveBeenSent = mayHaveBeenSent
        self.duration = duration
        self.retryDelay = retryDelay
    }
}

extension Linq {
    /// Passes the records of a call's attempts since the last time to the observer, if there is one.
    func observe(_ takeAttempts: () -> [LinqFFI.AttemptRecord]) {
        guard let observer else { return }
        for record in takeAttempts() {
            observer.notify(record)
        }
    }
}

extension AttemptObserver {
    fileprivate func notify(_ record: LinqFFI.AttemptRecord) {
        switch record {
        case .request(let operation, let method, let path, let attempt, let delay):
            onRequest(
                AttemptRequest(
                    operation: operation, method: method, path: path, attempt: Int(attempt), delay: delay))
        case .response(
            let operation, let method, let path, let attempt, let status, let errorCode, let traceID, let duration,
            let retryDelay):
            onResponse(
                AttemptResponse(
                    operation: operation, method: method, path: path, attempt: Int(attempt), status: Int(status),
                    errorCode: errorCode.map(Int.init), traceID: traceID, duration: duration,
                    retryDelay: retryDelay))
        case .failure(
            let operation, let method, let path, let attempt, let failure, let mayHaveBeenSent, let duration,
            let retryDelay):
            onFailure(
                AttemptFailure(
                    operation: operation, method: method, path: path, attempt: Int(attempt),
                    kind: TransportError.Kind(failure), mayHaveBeenSent: mayHaveBeenSent, duration: duration,
                    retryDelay: retryDelay))
        }
    }
}
