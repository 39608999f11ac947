import Foundation
internal import LinqFFI

extension LinqError {
    /// Rethrows an error of core as ``LinqError``. `names` are this module's argument names by those of core.
    static func rethrowing<Value>(_ names: [String: String] = [:], _ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch LinqFFI.LinqError.InvalidArgument(let path, let reason) {
            let head = String(path.prefix { $0 != "[" && $0 != "." })
            let renamed = names[path] ?? (names[head] ?? head) + path.dropFirst(head.count)
            throw LinqError.invalidArgument(path: renamed, reason: reason)
        } catch let error as LinqFFI.LinqError {
            throw LinqError(error)
        }
    }

    init(_ error: LinqFFI.LinqError) {
        switch error {
        case .InvalidArgument(let path, let reason):
            self = .invalidArgument(path: path, reason: reason)
        case .RateLimited(let detail, let wait):
            self = .rateLimited(detail: detail, wait: wait)
        case .Transport(let detail, let failure, let mayHaveTakenEffect, let attempts, let idempotencyKey):
            self = .transport(
                TransportFailure(
                    detail: detail, kind: TransportError.Kind(failure), mayHaveTakenEffect: mayHaveTakenEffect,
                    attempts: Int(attempts), idempotencyKey: idempotencyKey))
        case .Api(
            let detail, let status, let code, let reason, let docURL, let retryAfter, let traceID,
            let mayHaveTakenEffect, let attempts, let idempotencyKey, let body):
            self = .api(
                APIFailure(
                    detail: detail, status: Int(status), code: code.map(Int.init), reason: reason, docURL: docURL,
                    retryAfter: retryAfter, traceID: traceID, mayHaveTakenEffect: mayHaveTakenEffect,
                    attempts: Int(attempts), idempotencyKey: idempotencyKey, body: body))
        case .Upload(let detail):
            self = .upload(detail: detail)
        case .Download(let detail, let status):
            self = .download(detail: detail, status: status.map { Int($0) })
        case .Decode(let detail, let path, let status, let traceID, let idempotencyKey, let body):
            self = .decode(
                DecodeFailure(
                    detail: detail, path: path, status: Int(status), traceID: traceID, idempotencyKey: idempotencyKey,
                    body: body))
        case .Webhook(let detail, let status):
            self = .webhook(detail: detail, status: Int(status))
        }
    }
}

extension TransportError.Kind {
    init(_ failure: LinqFFI.TransportFailure) {
        switch failure {
        case .notConnected: self = .notConnected
        case .invalidRequest: self = .invalidRequest
        case .timedOut: self = .timedOut
        case .connectionLost: self = .connectionLost
        case .responseTooLarge: self = .responseTooLarge
        }
    }

    var core: LinqFFI.TransportFailure {
        switch self {
        case .notConnected: .notConnected
        case .invalidRequest: .invalidRequest
        case .timedOut: .timedOut
        case .connectionLost: .connectionLost
        case .responseTooLarge: .responseTooLarge
        }
    }
}
