import Foundation
internal import LinqFFI

extension Linq {
    /// Carries out an operation and reads its reply.
    func call<Reply: Decodable>(
        _ operation: String, _ arguments: Arguments, _ options: CallOptions
    ) async throws -> Reply {
        let reply = try await carryOut(operation, arguments, options)
        do {
            return try JSONDecoder.linq.read(Reply.self, from: reply.body)
        } catch let error as DecodingError {
            throw LinqError.decode(
                DecodeFailure(
                    detail: "the reply was not understood: \(error.words)", path: error.whereAndWhat.path,
                    status: reply.status, traceId: reply.header("X-Trace-ID"), body: reply.body))
        }
    }

    /// Carries out an operation that has no reply.
    func callWithoutReply(_ operation: String, _ arguments: Arguments, _ options: CallOptions) async throws {
        _ = try await carryOut(operation, arguments, options)
    }

    /// Sends a request that there is no method for, with all that calls have: retries, deadlines, errors.
    ///
    /// - Parameters:
    ///   - method: The HTTP method.
    ///   - path: Below the base URL, percent-encoded, such as `/v3/chats`.
    ///   - body: The JSON body.
    ///   - repetition: What sending it twice may do; as the method says if absent.
    ///   - options: What this call does otherwise than the client.
    /// - Returns: The reply as it came; its status is a success.
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func request(
        _ method: String,
        _ path: String,
        body: JSONValue? = nil,
        repetition: Repetition? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> HTTPReply {
        let json = try body.map { try JSONEncoder.text(of: $0) }
        let settings = try options.core()
        return try await finish(options) {
            try engine.beginRequest(
                method: method, path: path, body: json, repeat: repetition?.core, settings: settings)
        }
    }

    private func carryOut(
        _ operation: String, _ arguments: Arguments, _ options: CallOptions
    ) async throws -> HTTPReply {
        let json = try JSONEncoder.text(of: arguments)
        let settings = try options.core()
        return try await finish(options) {
            try engine.begin(operation: operation, arguments: json, settings: settings)
        }
    }

    private func finish(
        _ options: CallOptions, _ begin: () throws -> LinqFFI.PendingCall
    ) async throws -> HTTPReply {
        let reply = try await drive(try LinqError.translated(names, begin))
        options.onReply?(reply)
        return reply
    }

    /// What core calls otherwise than this module.
    var names: [String: String] {
        ["key": tokens is FixedToken ? "apiKey" : "token", "idempotency_key": "idempotencyKey"]
    }

    /// Does what the call says until it is done.
    private func drive(_ call: LinqFFI.PendingCall) async throws -> HTTPReply {
        var authorization = Authorization(tokens)
        var step = try LinqError.translated { try call.start() }
        while true {
            switch step {
            case .done(let reply):
                return HTTPReply(reply)
            case .token(let isRefused, let time):
                let token = try await authorization.token(isRefused, within: time)
                if let token {
                    step = try await authorization.give(token, names) { try call.authorized(token: $0) }
                } else {
                    step = try LinqError.translated { try call.unauthorized() }
                }
            case .send(let request, let after, let timeout):
                try await pause(after)
                let outcome = try await attempt(timeout) { [transport] in
                    try await transport.send(HTTPRequest(request, timeout: timeout))
                }
                step = try LinqError.translated {
                    switch outcome {
                    case .success(let reply): try call.answered(reply: reply.core)
                    case .failure(let error): try call.failed(failure: error.kind.core, reason: error.reason)
                    }
                }
            }
        }
    }

    func pause(_ seconds: TimeInterval) async throws {
        if seconds > 0 {
            try await Task.sleep(nanoseconds: UInt64(min(seconds, 1e9) * 1e9))
        }
        try Task.checkCancellation()
    }

    /// One attempt: a failure of the transport is an outcome, everything else is thrown.
    func attempt(
        _ timeout: TimeInterval, _ work: @escaping @Sendable () async throws -> HTTPReply
    ) async throws -> Result<HTTPReply, TransportError> {
        do {
            guard let reply = try await within(timeout, work) else {
                throw TransportError(.timedOut, reason: "no reply within \(timeout) s")
            }
            return .success(reply)
        } catch let error as TransportError {
            // What ended because the task was cancelled may look like any failure.
            try Task.checkCancellation()
            return .failure(error)
        }
    }
}
