/// Fetches a token when it is first needed, and keeps it until it is invalidated or the server refuses it.
///
/// However many calls wait for a token, it is fetched once.
public actor CachedTokenProvider: TokenProvider {
    private let fetch: @Sendable () async throws -> String
    private var cached: String?
    private var fetching: (number: Int, task: Task<String, any Error>)?
    private var fetches = 0

    /// Takes what fetches a token, such as a call of your backend.
    public init(_ fetch: @escaping @Sendable () async throws -> String) {
        self.fetch = fetch
    }

    public func token() async throws -> String {
        if let cached { return cached }
        let task = fetching?.task ?? begin()
        // One that stops waiting leaves the fetch to the others.
        let waiting = Once<String>()
        Task { waiting.finish(await task.result) }
        return try await waiting.value()
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

    private func begin() -> Task<String, any Error> {
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
        fetching = (number, task)
        return task
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
