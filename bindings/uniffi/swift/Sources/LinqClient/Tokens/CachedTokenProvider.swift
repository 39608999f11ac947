/// Fetches a token when it is first needed, and keeps it until it is invalidated or the server refuses it.
///
/// However many calls wait for a token, it is fetched once. A fetch that nobody waits for any longer is cancelled, and
/// the next call begins another.
public actor CachedTokenProvider: TokenProvider {
    private let fetch: @Sendable () async throws -> String
    private var cached: String?
    private var fetching: (number: Int, task: Task<String, any Error>, waiting: Int)?
    private var fetches = 0

    /// Takes what fetches a token, such as a call of your backend. It runs off the main actor, unless it is isolated
    /// to it.
    public init(_ fetch: @escaping @Sendable () async throws -> String) {
        self.fetch = fetch
    }

    public func token() async throws -> String {
        if let cached { return cached }
        let fetch = fetching ?? begin()
        fetching = (fetch.number, fetch.task, fetch.waiting + 1)
        defer { leave(fetch.number) }
        let token = Once<String>()
        Task { token.finish(await fetch.task.result) }
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

    private func begin() -> (number: Int, task: Task<String, any Error>, waiting: Int) {
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
        return (number, task, 0)
    }

    /// One that stops waiting leaves the fetch to the others, if there are any.
    private func leave(_ number: Int) {
        guard let fetch = fetching, fetch.number == number else { return }
        fetching = fetch.waiting > 1 ? (number, fetch.task, fetch.waiting - 1) : nil
        if fetch.waiting <= 1 { fetch.task.cancel() }
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
