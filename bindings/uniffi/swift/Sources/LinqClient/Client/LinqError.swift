import Foundation

/// What went wrong, by how far it got. Neither keys nor secrets nor signed addresses are part of it.
///
/// What your own transport or token provider throws is not among it: that comes through as it is, and so does
/// `CancellationError`.
public enum LinqError: Error, Hashable, Sendable {
    /// Refused here, before anything was sent. `path` is the field, such as `message.parts[0].value`.
    case invalidArgument(path: String, reason: String)
    /// Not sent, since its turn would have come after its deadline; it would have had to wait so many seconds.
    case rateLimited(detail: String, wait: TimeInterval)
    /// No complete reply arrived.
    case transport(TransportFailure)
    /// The server refused.
    case api(APIFailure)
    /// A file could not be read, or the storage did not take it.
    case upload(detail: String)
    /// The server accepted the request, with a response that is not understood.
    case decode(DecodeFailure)
    /// A webhook delivery that cannot be trusted, or that is no event; `status` is what to answer it with.
    case webhook(detail: String, status: Int)
}

/// No complete reply arrived.
public struct TransportFailure: Hashable, Sendable {
    /// In words.
    public let detail: String
    /// How far the last attempt got.
    public let kind: TransportError.Kind
    /// Whether any attempt may have reached the server; false is certain.
    public let mayHaveTakenEffect: Bool
    /// How many attempts were made.
    public let attempts: Int
    /// The idempotency key that was sent, also if the client made it: sent again under it, the request takes effect
    /// once.
    public let idempotencyKey: String?

    /// Creates one, for previews and tests.
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

/// The server refused.
public struct APIFailure: Hashable, Sendable {
    /// In words: status, code and what the API says.
    public let detail: String
    /// The HTTP status.
    public let status: Int
    /// The API's own code, such as 2004, if the body was the API's.
    public let code: Int?
    /// What the API says.
    public let reason: String?
    /// The page about the code.
    public let docUrl: String?
    /// How many seconds to wait before another try.
    public let retryAfter: TimeInterval?
    /// Under which Linq's support finds the request.
    public let traceId: String?
    /// Whether the server may have done what was asked all the same.
    public let mayHaveTakenEffect: Bool
    /// How many attempts were made.
    public let attempts: Int
    /// The idempotency key that was sent, if the request may have taken effect.
    public let idempotencyKey: String?
    /// The raw body, which may be anything.
    public let body: Data

    /// Creates one, for previews and tests.
    public init(
        detail: String, status: Int, code: Int? = nil, reason: String? = nil, docUrl: String? = nil,
        retryAfter: TimeInterval? = nil, traceId: String? = nil, mayHaveTakenEffect: Bool = false, attempts: Int = 1,
        idempotencyKey: String? = nil, body: Data = Data()
    ) {
        self.detail = detail
        self.status = status
        self.code = code
        self.reason = reason
        self.docUrl = docUrl
        self.retryAfter = retryAfter
        self.traceId = traceId
        self.mayHaveTakenEffect = mayHaveTakenEffect
        self.attempts = attempts
        self.idempotencyKey = idempotencyKey
        self.body = body
    }
}

/// The server accepted the request, with a response that is not understood: it lacks the identity of the resource, or is
/// not JSON.
///
/// The request has probably taken effect. The response is in ``body``, and the same request under the same
/// ``idempotencyKey`` takes effect once.
public struct DecodeFailure: Hashable, Sendable {
    /// In words.
    public let detail: String
    /// The field that was not understood, such as `message.id`; `.` for the whole body.
    public let path: String
    /// The HTTP status, a success.
    public let status: Int
    /// Under which Linq's support finds the request.
    public let traceId: String?
    /// The idempotency key that was sent, also if the client made it: sent again under it, the request takes effect
    /// once.
    public let idempotencyKey: String?
    /// The raw body.
    public let body: Data

    /// Creates one, for previews and tests.
    public init(
        detail: String, path: String, status: Int = 200, traceId: String? = nil, idempotencyKey: String? = nil,
        body: Data = Data()
    ) {
        self.detail = detail
        self.path = path
        self.status = status
        self.traceId = traceId
        self.idempotencyKey = idempotencyKey
        self.body = body
    }
}

extension LinqError {
    /// The HTTP status, if the server answered; for a webhook, what to answer it with.
    public var status: Int? {
        switch self {
        case .api(let failure): failure.status
        case .decode(let failure): failure.status
        case .webhook(_, let status): status
        default: nil
        }
    }

    /// The API's own code, such as 2004.
    public var code: Int? {
        if case .api(let failure) = self { failure.code } else { nil }
    }

    /// Under which Linq's support finds the request.
    public var traceId: String? {
        switch self {
        case .api(let failure): failure.traceId
        case .decode(let failure): failure.traceId
        default: nil
        }
    }

    /// The idempotency key that was sent, where the request may have taken effect: sent again under it, it takes effect
    /// once.
    public var idempotencyKey: String? {
        switch self {
        case .transport(let failure): failure.idempotencyKey
        case .api(let failure): failure.idempotencyKey
        case .decode(let failure): failure.idempotencyKey
        default: nil
        }
    }

    /// The page about the code.
    public var docUrl: String? {
        if case .api(let failure) = self { failure.docUrl } else { nil }
    }

    /// How many seconds to wait before another try.
    public var retryAfter: TimeInterval? {
        switch self {
        case .api(let failure): failure.retryAfter
        case .rateLimited(_, let wait): wait
        default: nil
        }
    }

    /// Whether the server may have done what was asked; false is certain.
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
    /// In words.
    public var description: String {
        switch self {
        case .invalidArgument(let path, let reason): path.isEmpty ? reason : "\(path): \(reason)"
        case .rateLimited(let detail, _), .upload(let detail), .webhook(let detail, _): detail
        case .transport(let failure): failure.detail
        case .api(let failure): failure.detail
        case .decode(let failure): failure.detail
        }
    }

    public var errorDescription: String? { description }
}

/// Without the body, which may hold a secret; a short one is shown byte by byte otherwise.
extension APIFailure: CustomReflectable {
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "detail": detail, "status": status, "code": code as Any, "traceId": traceId as Any,
                "mayHaveTakenEffect": mayHaveTakenEffect, "attempts": attempts, "body": "\(body.count) bytes",
            ])
    }
}

/// Without the body, which may hold a secret; a short one is shown byte by byte otherwise.
extension DecodeFailure: CustomReflectable {
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "detail": detail, "path": path, "status": status, "traceId": traceId as Any,
                "body": "\(body.count) bytes",
            ])
    }
}
