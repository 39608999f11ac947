import Foundation

/// Returns the result of `work`, or `nil` after a timeout in seconds.
///
/// After the timeout, or if the task is cancelled, `work` is cancelled but not awaited: it may not react to
/// cancellation.
func withTimeout<Value: Sendable>(
    _ seconds: TimeInterval?, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value? {
    let outcome = OneShot<Value?>()
    let task = Task {
        do {
            outcome.finish(.success(try await work()))
        } catch {
            outcome.finish(.failure(error))
        }
    }
    let timer = seconds.map { CallTimer($0) { outcome.finish(.success(nil)) } }
    defer {
        task.cancel()
        withExtendedLifetime(timer) {}
    }
    return try await outcome.value()
}
