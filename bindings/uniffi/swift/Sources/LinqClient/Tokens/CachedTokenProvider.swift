/// Fetches a token when it is first needed, and keeps it until it is invalidated or the server refuses it.
///
/// However many calls wait for a token, it is fetched once. A fetch that nobody waits for any longer is cancelled, and
/// the next call begins another.
public actor CachedTokenProvider: TokenProvider {
    /// A fetch that is under way.
    private struct Fetch {
        let number: Int
        let task: Task<String, any Error>
        /// How many calls wait for it.
        var waiting = 0
    }

    private let fetch: @Sendable () async throws -> String
    private var cached: String?
    private var fetching: Fetch?
    private var fetches = 0

    /// Takes what fetches a token, such as a call of your backend. It runs off the main actor, unless it is isolated
    /// to it.
    public init(_ fetch: @escaping @Sendable () async throws -> String) {
        self.fetch = fetch
    }

    public func token() async throws -> String {
        if let cached { return cached }
        var fetch = fetching ?? begin()
        fetch.waiting += 1
        fetching = fetch
        defer { leave(fetch.number) }
        let token = Once<String>()
        Task { [task = fetch.task] in token.finish(await task.result) }
        return try await token.value()
    }

    /// Forgets the token, so that the next call fetches one.
    public func invalidate() {
        (cached, fetching) = (nil, nil)
    }

    public func refused(_ token: String) -> Bool {
        if cached == token {
            cached = nil
        }
        return true
    }

    private func begin() -> Fetch {
        fetches += 1
        let number = fetches
        let task = Task {
            do {
                let token = try await fetch()
                settle(number, token)
                return token
            } catch {
                settle(number, nil)
                throw error
            }
        }
        return Fetch(number: number, task: task)
    }

    /// One that stops waiting leaves the fetch to the others, if there are any.
    private func leave(_ number: Int) {
        guard var fetch = fetching, fetch.number == number else { return }
        fetch.waiting -= 1
        fetching = fetch.waiting > 0 ? fetch : nil
        if fetching == nil { fetch.task.cancel() }
    }

    /// Keeps what was fetched, unless it was invalidated in the meantime.
    private func settle(_ number: Int, _ token: String?) {
        if fetching?.number == number {
            (cached, fetching) = (token, nil)
        }
    }
}

extension CachedTokenProvider: CustomStringConvertible, CustomReflectable {
    /// Without the token.
    public nonisolated var description: String { "CachedTokenProvider" }
    public nonisolated var customMirror: Mirror { Mirror(self, children: []) }
}
