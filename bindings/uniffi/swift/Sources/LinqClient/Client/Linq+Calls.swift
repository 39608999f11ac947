import Foundation
internal import LinqFFI

extension Linq {
    /// Executes an operation and reads its response.
    func call<Response: Decodable>(
        _ operation: String, _ arguments: Arguments, _ options: CallOptions
    ) async throws -> Response {
        var completed = try await execute(operation, arguments, options)
        defer { options.onResponse?(completed.reply) }
        return try completed.read()
    }

    /// Executes an operation that may succeed without a response: `nil` if it did.
    func callForOptional<Response: Decodable>(
        _ operation: String, _ arguments: Arguments, _ options: CallOptions
    ) async throws -> Response? {
        var completed = try await execute(operation, arguments, options)
        defer { options.onResponse?(completed.reply) }
        return completed.reply.status == 204 ? nil : try completed.read()
    }

    /// Executes an operation that documents no response.
    func callWithoutResponse(_ operation: String, _ arguments: Arguments, _ options: CallOptions) async throws {
        let completed = try await execute(operation, arguments, options)
        options.onResponse?(completed.reply)
    }

    /// Sends a request that there is no method for, with all that calls have: retries, deadlines, errors.
    ///
    /// - Parameters:
    ///   - method: The HTTP method.
    ///   - path: Below the base URL, percent-encoded, such as `/v3/chats`.
    ///   - body: The JSON body.
    ///   - idempotency: What sending it twice may do; as the method says if absent.
    ///   - options: What this call does otherwise than the client.
    /// - Returns: The reply as it came; its status is a success.
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func request(
        _ method: String,
        _ path: String,
        body: JSONValue? = nil,
        idempotency: Idempotency? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> HTTPResponse {
        let json = try body.map { try JSONEncoder.text(of: $0) }
        let settings = try options.core()
        let completed = try await complete {
            try engine.beginRequest(
                method: method, path: path, body: json, idempotency: idempotency?.core, settings: settings)
        }
        options.onResponse?(completed.reply)
        return completed.reply
    }

    private func execute(
        _ operation: String, _ arguments: Arguments, _ options: CallOptions
    ) async throws -> CompletedCall {
        let json = try JSONEncoder.text(of: arguments)
        let settings = try options.core()
        return try await complete {
            try engine.begin(operation: operation, arguments: json, settings: settings)
        }
    }

    private func complete(_ begin: () throws -> LinqFFI.PendingCall) async throws -> CompletedCall {
        let call = try LinqError.translated(names, begin)
        return CompletedCall(call: call, reply: try await drive(call))
    }

    /// What core calls otherwise than this module.
    var names: [String: String] {
        ["key": tokens is FixedToken ? "apiKey" : "token", "idempotency_key": "idempotencyKey"]
    }

    /// Does what the call says until it is done; returns the response that it has succeeded with.
    private func drive(_ call: LinqFFI.PendingCall) async throws -> HTTPResponse {
        var authorization = Authorization(tokens)
        var last = HTTPResponse(status: 0, headers: [], body: Data())
        var step = try LinqError.translated { try call.start() }
        while true {
            switch step {
            case .done:
                return last
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
                if case .success(let reply) = outcome { last = reply }
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
            try await CallTimer.sleep(seconds)
        }
        try Task.checkCancellation()
    }

    /// One attempt: a failure of the transport is an outcome, everything else is thrown.
    func attempt(
        _ timeout: TimeInterval, _ work: @escaping @Sendable () async throws -> HTTPResponse
    ) async throws -> Result<HTTPResponse, TransportError> {
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

/// A call that has succeeded.
private struct CompletedCall {
    let call: LinqFFI.PendingCall
    var reply: HTTPResponse

    /// Reads the response: by Foundation, and where that does not understand it, once more without what does not fit,
    /// which core lists.
    mutating func read<Response: Decodable>() throws -> Response {
        let decoder = JSONDecoder.linq
        if let response = try? decoder.decode(Response.self, from: reply.body) {
            return response
        }
        let clean = try LinqError.translated { [call] in try call.readAgain() }
        reply.warnings = clean.warnings.map(DecodeWarning.init)
        do {
            return try decoder.decode(Response.self, from: clean.json)
        } catch {
            throw LinqError.decode(
                DecodeFailure(
                    detail: "accepted, response not understood: HTTP \(reply.status)",
                    path: (error as? DecodingError)?.path ?? ".", status: reply.status,
                    traceId: reply.header("X-Trace-ID"), body: reply.body))
        }
    }
}
