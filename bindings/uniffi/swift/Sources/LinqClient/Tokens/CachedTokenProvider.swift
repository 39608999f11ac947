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
        let (number, task) = fetching ?? begin()
        let waiting = Once<String>()
        Task { waiting.finish(await task.result) }
        do {
            let token = try await waiting.value()
            if fetching?.number == number {
                (cached, fetching) = (token, nil)
            }
            return token
        } catch {
            // One that stopped waiting leaves the fetch to the others.
            if fetching?.number == number, !Task.isCancelled {
                fetching = nil
            }
            throw error
        }
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

    private func begin() -> (number: Int, task: Task<String, any Error>) {
        fetches += 1
        let begun = (number: fetches, task: Task { [fetch] in try await fetch() })
        fetching = begun
        return begun
    }
}
