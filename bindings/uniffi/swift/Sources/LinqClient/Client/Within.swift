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
    let timer = seconds.map { seconds in
        Task {
            try await Task.sleep(nanoseconds: UInt64(min(seconds, 1e9) * 1e9))
            outcome.finish(.success(nil))
        }
    }
    defer {
        task.cancel()
        timer?.cancel()
    }
    return try await outcome.value()
}
