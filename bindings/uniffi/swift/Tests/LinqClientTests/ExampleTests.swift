import Foundation
import GroupChat
import LinqClient
import XCTest

/// The example's view model, with the emulator as its backend.
final class ExampleTests: XCTestCase {
    func testGroupChatModelShowsSendsAndReportsProblems() async throws {
        try await showSendAndReportProblems()
    }
}

@MainActor
private func showSendAndReportProblems() async throws {
    let emulator = try Emulator()
    let linq = try GroupChatModel.client(of: emulator.baseURL) { "session-token" }
    let created = try await linq.chats.create(
        from: line, to: ["+15556667777", "+18889990000", guest], message: "Welcome!")
    let model = GroupChatModel(linq: linq, chatID: created.chat.id)
    var changes = 0
    model.onChange = { changes += 1 }
    await model.refresh()
    XCTAssertEqual(model.lines.count, 1)
    try documented {
        XCTAssertEqual(model.lines.map(\.text), ["Welcome!"])
        XCTAssertEqual(model.lines.first?.isMine, true)
    }
    XCTAssertGreaterThan(changes, 0)

    await model.send("Cake at seven.")
    XCTAssertEqual(model.lines.count, 2)
    try documented { XCTAssertEqual(model.lines.last?.text, "Cake at seven.") }
    let photo = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).png")
    try Data(count: 10_000).write(to: photo)
    defer { try? FileManager.default.removeItem(at: photo) }
    await model.sendPhoto(photo)
    XCTAssertEqual(model.lines.count, 3)
    try documented { XCTAssertEqual(model.lines.last?.text, "[\(photo.lastPathComponent)]") }
    XCTAssertNil(model.upload)
    XCTAssertNil(model.problem)

    try await linq.chats.leave(chatID: created.chat.id)
    await model.send("Bye")
    XCTAssertEqual(model.problem, "You have left this chat.")
}
