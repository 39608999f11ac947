import Foundation

/// An error of a call, with a case for each kind of failure. Contains no keys, secrets or signed URLs.
///
/// Errors of your own transport or token provider, and `CancellationError`, are thrown unchanged.
public enum LinqError: Error, Hashable, Sendable {
    /// An argument or option is invalid, such as `message.parts[0].value`. Nothing was sent.
    case invalidArgument(path: String, reason: String)
    /// Not sent: the rate limit allows it only after the call's deadline. `wait` is the seconds until it does.
    case rateLimited(detail: String, wait: TimeInterval)
    /// No complete response was received.
    case transport(TransportFailure)
    /// The API returned an error.
    case api(APIFailure)
    /// A file could not be read, or the storage rejected it.
    case upload(detail: String)
    /// A file is too large or could not be written, or the storage did not return it. `status` is the HTTP status of the
    /// storage, if it responded with an error.
    case download(detail: String, status: Int?)
    /// The server accepted the request, but its response could not be decoded.
    case decode(DecodeFailure)
    /// A webhook delivery whose signature is invalid, or that is not an event. `status` is the HTTP status to respond
    /// with.
    case webhook(detail: String, status: Int)
}

/// A call without a complete response.
public struct TransportFailure: Hashable, Sendable {
    /// Human-readable message.
    public let detail: String
    /// The stage at which the last attempt failed.
    public let kind: TransportError.Kind
    /// True if the request may have taken effect; false means that it certainly did not.
    public let mayHaveTakenEffect: Bool
    /// Number of attempts.
    public let attempts: Int
    /// The idempotency key that was sent, including a generated one. A retry with the same key takes effect once.
    public let idempotencyKey: String?

    /// Creates a failure, for previews and tests.
    public init(
        detail: String, kind: TransportError.Kind, mayHaveTakenEffect: Bool = false, attempts: Int = 1,
        idempotencyKey: String? = nil
    ) {
        self.detail = detail
        self.kind = kind
        self.mayHaveTakenEffect = mayHaveTakenEffect
        self.attempts = attempts
        self.idempotencyKey = idempotencyKey
    }
}

/// An error response of the API.
public struct APIFailure: Hashable, Sendable {
    /// Human-readable message: status, code and the API's message.
    public let detail: String
    /// HTTP status.
    public let status: Int
    /// The API's error code, such as 2004, if the body was the API's.
    public let code: Int?
    /// The API's message.
    public let reason: String?
    /// URL of the documentation page of the code.
    public let docURL: String?
    /// Minimum seconds before a retry.
    public let retryAfter: TimeInterval?
    /// Trace identifier of the request, for Linq's support.
    public let traceID: String?
    /// True if the request may have taken effect nevertheless; false means that it certainly did not.
    public let mayHaveTakenEffect: Bool
    /// Number of attempts.
    public let attempts: Int
    /// The idempotency key that was sent, if the request may have taken effect.
    public let idempotencyKey: String?
    /// The raw body, which is not necessarily JSON.
    public let body: Data

    /// Creates a failure, for previews and tests.
    public init(
        detail: String, status: Int, code: Int? = nil, reason: String? = nil, docURL: String? = nil,
        retryAfter: TimeInterval? = nil, traceID: String? = nil, mayHaveTakenEffect: Bool = false, attempts: Int = 1,
        idempotencyKey: String? = nil, body: Data = Data()
    ) {
        self.detail = detail
        self.status = status
        self.code = code
        self.reason = reason
        self.docURL = docURL
        self.retryAfter = retryAfter
        self.traceID = traceID
        self.mayHaveTakenEffect = mayHaveTakenEffect
        self.attempts = attempts
        self.idempotencyKey = idempotencyKey
        self.body = body
    }
}

/// A response of an accepted request that could not be decoded: it lacks the identifier of the resource, or is not
/// JSON.
///
/// The request has probably taken effect. A retry with the same ``idempotencyKey`` takes effect once.
public struct DecodeFailure: Hashable, Sendable {
    /// Human-readable message.
    public let detail: String
    /// Path of the field that could not be decoded, such as `message.id`; `.` for the whole body.
    public let path: String
    /// HTTP status, 2xx.
    public let status: Int
    /// Trace identifier of the request, for Linq's support.
    public let traceID: String?
    /// The idempotency key that was sent, including a generated one. A retry with the same key takes effect once.
    public let idempotencyKey: String?
    /// The raw body.
    public let body: Data

    /// Creates a failure, for previews and tests.
    public init(
        detail: String, path: String, status: Int = 200, traceID: String? = nil, idempotencyKey: String? = nil,
        body: Data = Data()
    ) {
        self.detail = detail
        self.path = path
        self.status = status
        self.traceID = traceID
        self.idempotencyKey = idempotencyKey
        self.body = body
    }
}

extension LinqError {
    /// HTTP status of the response; for a webhook, the status to respond with.
    public var status: Int? {
        switch self {
        case .api(let failure): failure.status
        case .decode(let failure): failure.status
        case .webhook(_, let status): status
        case .download(_, let status): status
        default: nil
        }
    }

    /// The API's error code, such as 2004.
    public var code: Int? {
        if case .api(let failure) = self { failure.code } else { nil }
    }

    /// Trace identifier of the request, for Linq's support.
    public var traceID: String? {
        switch self {
        case .api(let failure): failure.traceID
        case .decode(let failure): failure.traceID
        default: nil
        }
    }

    /// The idempotency key that was sent, if the request may have taken effect. A retry with the same key takes effect
    /// once.
    public var idempotencyKey: String? {
        switch self {
        case .transport(let failure): failure.idempotencyKey
        case .api(let failure): failure.idempotencyKey
        case .decode(let failure): failure.idempotencyKey
        default: nil
        }
    }

    /// URL of the documentation page of the code.
    public var docURL: String? {
        if case .api(let failure) = self { failure.docURL } else { nil }
    }

    /// Minimum seconds before a retry.
    public var retryAfter: TimeInterval? {
        switch self {
        case .api(let failure): failure.retryAfter
        case .rateLimited(_, let wait): wait
        default: nil
        }
    }

    /// True if the request may have taken effect; false means that it certainly did not.
    public var mayHaveTakenEffect: Bool {
        switch self {
        case .transport(let failure): failure.mayHaveTakenEffect
        case .api(let failure): failure.mayHaveTakenEffect
        case .decode: true
        default: false
        }
    }
}

extension LinqError: LocalizedError, CustomStringConvertible {
    /// Human-readable message.
    public var description: String {
        switch self {
        case .invalidArgument(let path, let reason): path.isEmpty ? reason : "\(path): \(reason)"
        case .rateLimited(let detail, _), .upload(let detail), .download(let detail, _), .webhook(let detail, _):
            detail
        case .transport(let failure): failure.detail
        case .api(let failure): failure.detail
        case .decode(let failure): failure.detail
        }
    }

    public var errorDescription: String? { description }
}

/// Omits the body, which may contain a secret.
extension APIFailure: CustomReflectable {
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "detail": detail, "status": status, "code": code as Any, "traceID": traceID as Any,
                "mayHaveTakenEffect": mayHaveTakenEffect, "attempts": attempts, "body": "\(body.count) bytes",
            ])
    }
}

/// Omits the body, which may contain a secret.
extension DecodeFailure: CustomReflectable {
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "detail": detail, "path": path, "status": status, "traceID": traceID as Any,
                "body": "\(body.count) bytes",
            ])
    }
}
