import XCTest
@testable import LinqClient
final class FirstTests: XCTestCase {
    func testDates() { XCTAssertEqual(Date(rfc3339: "2025-10-23T13:07:55.019-05:00")!.rfc3339, "2025-10-23T18:07:55.019Z") }
}
