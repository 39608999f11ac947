import Foundation
internal import LinqFFI

extension Linq {
    /// Executes an operation and decodes its response.
    func call<Response: Decodable>(
        _ operation: String, _ arguments: Arguments, _ options: CallOptions
    ) async throws -> Response {
        var completed = try await execute(operation, arguments, options)
        defer { options.onResponse?(completed.response) }
        return try completed.read()
    }

    /// Executes an operation that may succeed without a response body, and returns `nil` then.
    func callForOptional<Response: Decodable>(
        _ operation: String, _ arguments: Arguments, _ options: CallOptions
    ) async throws -> Response? {
        var completed = try await execute(operation, arguments, options)
        defer { options.onResponse?(completed.response) }
        return completed.response.status == 204 ? nil : try completed.read()
    }

    /// Executes an operation without a response body.
    func callWithoutResponse(_ operation: String, _ arguments: Arguments, _ options: CallOptions) async throws {
        let completed = try await execute(operation, arguments, options)
        options.onResponse?(completed.response)
    }

    /// Sends a request to any path, with the retries, deadlines and errors of other calls.
    ///
    /// - Parameters:
    ///   - method: The HTTP method.
    ///   - path: The path relative to the base URL, percent-encoded, such as `/v3/chats`.
    ///   - body: The JSON body.
    ///   - idempotency: The idempotency of the request, which decides whether it is retried; by default that of the
    ///     method.
    ///   - options: Options of this call.
    /// - Returns: The raw response, whose status is 2xx.
    /// - Throws: ``LinqError``, an error of the transport or the token provider, or `CancellationError` if the task is
    ///   cancelled.
    public func request(
        _ method: String,
        _ path: String,
        body: JSONValue? = nil,
        idempotency: Idempotency? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> HTTPResponse {
        let json = try body.map { try JSONEncoder.data(of: $0, "body") }
        let config = try options.callConfig()
        let completed = try await complete {
            try engine.beginRequest(
                method: method, path: path, body: json, idempotency: idempotency?.core, options: config)
        }
        options.onResponse?(completed.response)
        return completed.response
    }

    private func execute(
        _ operation: String, _ arguments: Arguments, _ options: CallOptions
    ) async throws -> CompletedCall {
        let json = try JSONEncoder.data(of: arguments)
        let config = try options.callConfig()
        return try await complete {
            try engine.begin(operation: operation, arguments: json, options: config)
        }
    }

    private func complete(_ begin: () throws -> LinqFFI.StartedCall) async throws -> CompletedCall {
        let started = try LinqError.rethrowing(argumentNames, begin)
        return CompletedCall(call: started.call, response: try await run(started))
    }

    /// Argument names of this module by those of core, where they differ.
    var argumentNames: [String: String] {
        [
            "key": tokens is FixedToken ? "apiKey" : "token", "idempotency_key": "idempotencyKey",
            "rate_limit_line": "rateLimitLine",
            "content_type": "contentType",
        ]
    }

    /// Executes the steps of a call, and returns its successful response.
    private func run(_ started: LinqFFI.StartedCall) async throws -> HTTPResponse {
        let call = started.call
        defer { observe(call.takeAttempts) }
        var authorization = Authorization(tokens)
        var last = HTTPResponse(status: 0, headers: [], body: Data())
        var step = started.step
        while true {
            observe(call.takeAttempts)
            switch step {
            case .done:
                return last
            case .token(let isRejected, let timeout):
                let token = try await authorization.token(isRejected, timeout: timeout)
                if let token {
                    step = try await authorization.submit(token, argumentNames) { try call.supplyToken(token: $0) }
                } else {
                    step = try LinqError.rethrowing { try call.tokenUnavailable() }
                }
            case .send(let request, let delay, let timeout):
                try await sleep(delay)
                let outcome = try await attempt(timeout) { [transport] in
                    try await transport.send(HTTPRequest(request, timeout: timeout))
                }
                if case .success(let response) = outcome { last = response }
                step = try LinqError.rethrowing {
                    switch outcome {
                    case .success(let response):
                        try call.handleResponse(response: response.core(keepsBody: started.keepsBody))
                    case .failure(let error): try call.handleFailure(failure: error.kind.core, reason: error.reason)
                    }
                }
            }
        }
    }

    /// Suspends the task for some seconds.
    ///
    /// - Throws: `CancellationError` as soon as the task is cancelled.
    func sleep(_ seconds: TimeInterval) async throws {
        if seconds > 0 {
            try await CallTimer.sleep(seconds)
        }
        try Task.checkCancellation()
    }

    /// Makes one attempt. A ``TransportError`` is returned, any other error is thrown.
    func attempt(
        _ timeout: TimeInterval, _ work: @escaping @Sendable () async throws -> HTTPResponse
    ) async throws -> Result<HTTPResponse, TransportError> {
        do {
            guard let response = try await withTimeout(timeout, work) else {
                throw TransportError(.timedOut, reason: "no complete response within \(seconds(timeout))")
            }
            return .success(response)
        } catch let error as TransportError {
            // A cancelled transport may report any failure.
            try Task.checkCancellation()
            return .failure(error)
        }
    }
}

/// A successful call.
private struct CompletedCall {
    let call: LinqFFI.PendingCall
    var response: HTTPResponse

    /// Decodes the response. If that fails, core removes the values that do not match the schema, and returns
    /// warnings.
    mutating func read<Response: Decodable>() throws -> Response {
        let decoder = JSONDecoder.linq
        if let value = try? decoder.decode(Response.self, from: response.body) {
            return value
        }
        let clean = try LinqError.rethrowing { [call, response] in try call.readTolerantly(body: response.body) }
        response.warnings = clean.warnings.map(DecodeWarning.init)
        do {
            return try decoder.decode(Response.self, from: clean.json)
        } catch {
            let path = (error as? DecodingError)?.path ?? "."
            let at = path == "." ? "" : ", \(path)"
            throw LinqError.decode(
                DecodeFailure(
                    detail: "accepted, but the response could not be decoded: HTTP \(response.status)\(at)",
                    path: path, status: response.status, traceID: response.header("X-Trace-ID"), body: response.body))
        }
    }
}

/// Returns seconds as text, such as `60s`.
private func seconds(_ seconds: TimeInterval) -> String {
    "\(String(format: "%g", seconds))s"
}
