/// A token provider that caches its token until it is invalidated or the server rejects it.
///
/// Concurrent calls share one fetch. A fetch is cancelled when no call waits for it any more, and the next call starts
/// another.
public actor CachedTokenProvider: TokenProvider {
    /// A fetch in progress.
    private struct Fetch {
        let number: Int
        let task: Task<String, any Error>
        /// Number of calls that wait for it.
        var waiters = 0
    }

    private let fetch: @Sendable () async throws -> String
    private var cached: String?
    private var pending: Fetch?
    private var fetchCount = 0

    /// Creates a provider. `fetch` returns a token, for example from your backend; it runs off the main actor, unless
    /// it is isolated to it.
    public init(_ fetch: @escaping @Sendable () async throws -> String) {
        self.fetch = fetch
    }

    public func token() async throws -> String {
        if let cached { return cached }
        var fetch = pending ?? start()
        fetch.waiters += 1
        pending = fetch
        defer { stopWaiting(fetch.number) }
        let token = OneShot<String>()
        Task { [task = fetch.task] in token.finish(await task.result) }
        return try await token.value()
    }

    /// Discards the token, so that the next call fetches one.
    public func invalidate() {
        (cached, pending) = (nil, nil)
    }

    public func rejected(_ token: String) -> Bool {
        if cached == token {
            cached = nil
        }
        return true
    }

    private func start() -> Fetch {
        fetchCount += 1
        let number = fetchCount
        let task = Task {
            do {
                let token = try await fetch()
                complete(number, token)
                return token
            } catch {
                complete(number, nil)
                throw error
            }
        }
        return Fetch(number: number, task: task)
    }

    /// Cancels the fetch if no other call waits for it.
    private func stopWaiting(_ number: Int) {
        guard var fetch = pending, fetch.number == number else { return }
        fetch.waiters -= 1
        pending = fetch.waiters > 0 ? fetch : nil
        if pending == nil { fetch.task.cancel() }
    }

    /// Caches the token, unless it was invalidated in the meantime.
    private func complete(_ number: Int, _ token: String?) {
        if pending?.number == number {
            (cached, pending) = (token, nil)
        }
    }
}

extension CachedTokenProvider: CustomStringConvertible, CustomReflectable {
    /// Omits the token.
    public nonisolated var description: String { "CachedTokenProvider" }
    public nonisolated var customMirror: Mirror { Mirror(self, children: []) }
}
