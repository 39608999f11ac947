internal import LinqFFI

/// An in-memory store of claims on events, which deduplicates the deliveries of one process.
///
/// It stores 10,000 events by default, and evicts the oldest first. The capacity should be at least the number of
/// events in 30 minutes, the period in which Linq retries a delivery.
///
/// ```swift
/// let outcome = try await store.deduplicate(event.eventID) { try await handle(event) }
/// ```
public final class MemoryDedupStore: Sendable {
    private let store: LinqFFI.MemoryDedupStore

    /// Creates a store.
    ///
    /// - Throws: ``LinqError/invalidArgument(path:reason:)`` if the capacity is not positive.
    public init(capacity: Int? = nil) throws {
        let capacity = try Checked.count("capacity", capacity)
        store = try LinqError.rethrowing { try LinqFFI.MemoryDedupStore(capacity: capacity) }
    }

    /// Handles an event unless it has been handled, or is being handled.
    ///
    /// If `handler` throws, also on cancellation, the claim is released, so that the next delivery is handled: respond
    /// with a 5xx status, and Linq redelivers the event.
    public func deduplicate(
        _ eventID: String,
        isolation: isolated (any Actor)? = #isolation,
        handler: () async throws -> Void
    ) async rethrows -> Deduplicated {
        switch claim(eventID) {
        case .running: return .running
        case .done: return .duplicate
        case .first(let token):
            do {
                try await handler()
            } catch {
                release(eventID, token: token)
                throw error
            }
            finish(eventID)
            return .handled
        }
    }

    /// Claims an event, or returns the state of the claim on it. Of concurrent callers, exactly one is the first.
    public func claim(_ eventID: String) -> Claim {
        switch store.claim(eventId: eventID) {
        case .first(let token): .first(token: token)
        case .running: .running
        case .done: .done
        }
    }

    /// Marks an event as handled, regardless of the claim's token.
    public func finish(_ eventID: String) {
        store.finish(eventId: eventID)
    }

    /// Releases the claim with this token, so that the next delivery is handled. Does nothing if the event is done, or
    /// claimed under another token.
    public func release(_ eventID: String, token: UInt64) {
        store.release(eventId: eventID, token: token)
    }
}

/// The state of an event at the time of a claim.
public enum Claim: Hashable, Sendable {
    /// It was unclaimed, and is now claimed by the caller, under this token.
    case first(token: UInt64)
    /// Another delivery of it is being handled, and may still fail.
    case running
    /// It has been handled.
    case done
}

/// The outcome of ``MemoryDedupStore/deduplicate(_:isolation:handler:)``.
public enum Deduplicated: Hashable, Sendable {
    /// The event has been handled now: respond with a 2xx status.
    case handled
    /// The event had been handled before: respond with a 2xx status.
    case duplicate
    /// An earlier delivery is being handled, and may still fail: respond with 503, and Linq redelivers the event.
    case running
}
