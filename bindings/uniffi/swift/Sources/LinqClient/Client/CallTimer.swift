import Dispatch
import Foundation

/// Runs a closure once after some seconds, unless it is cancelled or dropped before: then nothing of it remains, while a
/// cancelled `Task.sleep` on Linux stays in memory until its time has come.
final class CallTimer: @unchecked Sendable {
    /// Safe to use from any thread, which its type does not say.
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

    /// Waits some seconds.
    ///
    /// - Throws: `CancellationError` as soon as the task is cancelled.
    static func sleep(_ seconds: TimeInterval) async throws {
        let elapsed = Once<Void>()
        let timer = CallTimer(seconds) { elapsed.finish(.success(())) }
        defer { withExtendedLifetime(timer) {} }
        try await elapsed.value()
    }
}
