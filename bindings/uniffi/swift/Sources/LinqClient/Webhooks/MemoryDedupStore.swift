internal import LinqFFI

/// The claims of one process on events: remembers the last so many, 10,000 by default.
///
/// The oldest is forgotten first, so let the capacity be as many events as can come in 30 minutes, for so long Linq
/// retries.
///
/// ```swift
/// let outcome = try await store.deduplicate(event.eventId) { try await handle(event) }
/// ```
public final class MemoryDedupStore: Sendable {
    private let store: LinqFFI.MemoryDedupStore

    /// - Throws: ``LinqError/invalid(path:reason:)`` if the capacity is not positive.
    public init(capacity: Int? = nil) throws {
        let capacity = try Checked.count("capacity", capacity)
        store = try LinqError.translated { try LinqFFI.MemoryDedupStore(capacity: capacity) }
    }

    /// Handles an event unless it has been handled, or is being handled, already.
    ///
    /// If `handler` throws, also because its task is cancelled, the claim is released, so that the next delivery is
    /// handled: answer with a 5xx status, and Linq delivers the event again.
    public func deduplicate(
        _ eventId: String,
        isolation: isolated (any Actor)? = #isolation,
        handler: () async throws -> Void
    ) async rethrows -> Deduplicated {
        switch claim(eventId) {
        case .running: return .running
        case .done: return .duplicate
        case .first(let token):
            do {
                try await handler()
            } catch {
                release(eventId, token: token)
                throw error
            }
            finish(eventId)
            return .handled
        }
    }

    /// Claims an event, or reports who has it. Of several tasks, one is the first.
    public func claim(_ eventId: String) -> Claim {
        switch store.claim(eventId: eventId) {
        case .first(let token): .first(token: token)
        case .running: .running
        case .done: .done
        }
    }

    /// Marks an event as handled, whichever claim that was under.
    public func finish(_ eventId: String) {
        store.finish(eventId: eventId)
    }

    /// Releases the claim with this token, so that the next delivery is handled. Does nothing if the event is done, or
    /// claimed under another token.
    public func release(_ eventId: String, token: UInt64) {
        store.release(eventId: eventId, token: token)
    }
}

/// The state of an event at the time of a claim.
public enum Claim: Hashable, Sendable {
    /// It was unclaimed, and is now claimed by the caller, under this token.
    case first(token: UInt64)
    /// Another claim holds it, and may still fail.
    case running
    /// It has been handled.
    case done
}

/// The outcome of ``MemoryDedupStore/deduplicate(_:isolation:handler:)``.
public enum Deduplicated: Hashable, Sendable {
    /// This was the first delivery, and it has been handled: answer with a 2xx status.
    case handled
    /// The event had been handled before: answer with a 2xx status.
    case duplicate
    /// An earlier delivery is being handled, and may yet fail: answer with 503, and Linq delivers the event again.
    case running
}
