import Dispatch
import Foundation

/// A timer that runs a closure once, unless it is released before.
///
/// Unlike a cancelled `Task.sleep` on Linux, a released timer leaks no memory.
final class CallTimer: @unchecked Sendable {
    /// Thread-safe, although not `Sendable`.
    private let source: any DispatchSourceTimer

    init(_ seconds: TimeInterval, _ work: @escaping @Sendable () -> Void) {
        source = DispatchSource.makeTimerSource()
        source.schedule(deadline: .now() + min(max(seconds, 0), 1e9))
        source.setEventHandler(handler: work)
        source.resume()
    }

    deinit {
        source.cancel()
    }

    /// Suspends the task for some seconds.
    ///
    /// - Throws: `CancellationError` as soon as the task is cancelled.
    static func sleep(_ seconds: TimeInterval) async throws {
        let elapsed = OneShot<Void>()
        let timer = CallTimer(seconds) { elapsed.finish(.success(())) }
        defer { withExtendedLifetime(timer) {} }
        try await elapsed.value()
    }
}
