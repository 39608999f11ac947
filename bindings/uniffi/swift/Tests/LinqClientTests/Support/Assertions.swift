import LinqClient
import XCTest

/// Returns the error that `work` throws, which must be a `LinqError`.
func linqError<Value>(
    file: StaticString = #filePath, line: UInt = #line, _ work: () async throws -> Value
) async -> LinqError? {
    do {
        _ = try await work()
        XCTFail("nothing was thrown", file: file, line: line)
    } catch let error as LinqError {
        return error
    } catch {
        XCTFail("\(error) was thrown", file: file, line: line)
    }
    return nil
}

/// Waits until a condition is true, for ten seconds at most.
func eventually(
    file: StaticString = #filePath, line: UInt = #line, _ condition: () async throws -> Bool
) async throws {
    for _ in 0..<1_000 {
        if try await condition() { return }
        try await Task.sleep(nanoseconds: 10_000_000)
    }
    XCTFail("the condition did not become true", file: file, line: line)
}

/// Asserts that a task throws `CancellationError`.
func XCTAssertThrowsCancellation<Value: Sendable>(
    _ task: Task<Value, any Error>, file: StaticString = #filePath, line: UInt = #line
) async {
    switch await task.result {
    case .success: XCTFail("it succeeded", file: file, line: line)
    case .failure(let error): XCTAssertTrue(error is CancellationError, "\(error)", file: file, line: line)
    }
}

/// Returns the resident memory of this process in bytes; 0 if the system does not report it.
func residentMemory() throws -> Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    let kilobytes = line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    return try XCTUnwrap(kilobytes) * 1024
}
