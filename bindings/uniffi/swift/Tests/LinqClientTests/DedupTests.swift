import LinqClient
import XCTest

final class DedupTests: XCTestCase {
    private struct Failure: Error {}

    func testFailedEventIsHandledOnRedelivery() async throws {
        let store = try MemoryDedupStore()
        do {
            _ = try await store.deduplicate("e1") {
                let second = await store.deduplicate("e1") { XCTFail("it is running") }
                XCTAssertEqual(second, .running)
                throw Failure()
            }
            XCTFail("the failure is the caller's")
        } catch is Failure {}
        var handled = 0
        let third = await store.deduplicate("e1") { handled += 1 }
        XCTAssertEqual(third, .handled)
        let fourth = await store.deduplicate("e1") { handled += 1 }
        XCTAssertEqual(fourth, .duplicate)
        XCTAssertEqual(handled, 1)
    }

    func testCancelledHandlerReleasesItsClaim() async throws {
        let store = try MemoryDedupStore()
        let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            try await store.deduplicate("e1") {
                beginning.finish()
                try await Task.sleep(nanoseconds: 60_000_000_000)
            }
        }
        for await _ in begun {}
        XCTAssertEqual(store.claim("e1"), .running)
        task.cancel()
        do {
            _ = try await task.value
            XCTFail("it was cancelled")
        } catch is CancellationError {}
        let next = await store.deduplicate("e1") {}
        XCTAssertEqual(next, .handled)
    }

    func testHandlerInheritsActorIsolation() async throws {
        let store = try MemoryDedupStore()
        let task = Task { @MainActor in
            await store.deduplicate("e1") { MainActor.assertIsolated() }
        }
        let outcome = await task.value
        XCTAssertEqual(outcome, .handled)
    }

    func testReleaseWithStaleTokenIsIgnored() throws {
        let store = try MemoryDedupStore(capacity: 1)
        guard case .first(let lapsed) = store.claim("e1"), case .first = store.claim("e2"),
            case .first(let token) = store.claim("e1")
        else { return XCTFail("there is room for one") }
        store.release("e1", token: lapsed)
        XCTAssertEqual(store.claim("e1"), .running)
        store.finish("e1")  // by the worker whose claim lapsed
        store.release("e1", token: token)
        XCTAssertEqual(store.claim("e1"), .done)
    }

    func testCapacityMustBePositive() {
        for capacity in [0, -1] {
            XCTAssertThrowsError(try MemoryDedupStore(capacity: capacity)) { error in
                guard case LinqError.invalidArgument(path: "capacity", _) = error else { return XCTFail("\(error)") }
            }
        }
    }
}
