import Foundation

/// What `work` gives, or `nil` if that takes more than so many seconds. When they are over, or the task is cancelled,
/// `work` is cancelled and not waited for: it is others' code, and may take its time.
func within<Value: Sendable>(
    _ seconds: TimeInterval?, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value? {
    let outcome = Once<Value?>()
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
