import Foundation
import LinqClient
import XCTest

/// Group chats on the emulator.
final class GroupChatTests: XCTestCase {
    func testGroupChatFromStartToEnd() async throws {
        let emulator = try Emulator()
        let linq = try emulator.client()
        let participants = ["+15556667777", "+18889990000", "+12052499136"]
        let created = try await linq.chats.create(from: line, to: participants, message: "Welcome to the group!")
        let group = created.chat.id
        try documented {
            XCTAssertEqual(created.chat.isGroup, true)
            XCTAssertEqual(created.chat.handles.count, 4)
        }

        let text = try TextBuilder().bold("Hurray, ").mention("Zoë", handle: participants[0]).plain(" 🎂").build()
        let sent = try await linq.chats.messages.send(chatID: group, message: .text(text))
        try documented {
            guard case .text(let part)? = sent.message.parts.first else { return XCTFail("a text") }
            XCTAssertEqual(part.value, "Hurray, Zoë 🎂")
            XCTAssertEqual(part.textDecorations?.first?.style, .bold)
        }

        try await linq.chats.participants.add(chatID: group, handle: "+14155550100")
        try await linq.chats.participants.remove(chatID: group, handle: participants[1])
        try await linq.chats.update(chatID: group, displayName: "Cake")
        let chat = try await linq.chats.retrieve(chatID: group)
        try documented {
            XCTAssertEqual(chat.displayName, "Cake")
            let active = chat.handles.filter { $0.status == .active }.map(\.handle)
            XCTAssertTrue(active.contains("+14155550100"))
            XCTAssertFalse(active.contains(participants[1]))
        }

        try await linq.chats.typing.start(chatID: group)
        try await linq.chats.typing.stop(chatID: group)
        try await linq.chats.markAsRead(chatID: group)
        try await linq.messages.addReaction(messageID: sent.message.id, operation: .add, type: .love)
        let read = try await linq.messages.retrieve(messageID: sent.message.id)
        try documented {
            guard case .text(let reacted)? = read.parts?.first else { return XCTFail("a text") }
            XCTAssertEqual(reacted.reactions?.map(\.type), [.love])
        }

        let poll = try await linq.chats.polls.create(chatID: group, poll: .options("Pizza", "Sushi"))
        if let option = poll.poll.options.first?.optionID {
            let voted = try await linq.messages.poll.vote(
                messageID: poll.messageID, operation: .add, optionID: option)
            try documented { XCTAssertEqual(voted.poll.options.first?.voters.count, 1) }
        } else {
            try documented { XCTFail("a poll with options") }
        }

        try await emulator.control(
            "POST", "inbound", ["from": .string(participants[0]), "chat_id": .string(group), "text": "Thank you!"])
        var messages: [Message] = []
        for try await message in linq.chats.messages.list(chatID: group) {
            messages.append(message)
        }
        XCTAssertEqual(Set(messages.map(\.id)).count, 4, "three texts and a poll")
        try documented {
            let texts = messages.flatMap { ($0.parts ?? []).texts }
            XCTAssertEqual(Set(texts), ["Welcome to the group!", "Hurray, Zoë 🎂", "Thank you!"])
        }

        try await linq.chats.leave(chatID: group)
        let error = await linqError { try await linq.chats.messages.send(chatID: group, message: "Bye") }
        XCTAssertEqual(error?.status, 409)
        XCTAssertEqual(error?.code, 2013)
    }

    func testMessagesUnderFaultsAreDeliveredOnceOrReported() async throws {
        let emulator = try Emulator()
        let linq = try emulator.client()
        let chat = try await linq.chats.create(from: line, to: ["+15556667777"], message: "start").chat.id
        try await emulator.control("POST", "faults", ["kind": "drop_response", "probability": 0.3, "method": "POST"])
        try await emulator.control("POST", "faults", ["kind": "close", "probability": 0.1, "method": "POST"])
        let sends = 200
        let errors = try await withThrowingTaskGroup(of: (String, LinqError?).self) { group in
            var begun = 0
            var errors: [String: LinqError?] = [:]
            func begin() {
                let text = "number \(begun)"
                begun += 1
                group.addTask {
                    do {
                        try await linq.chats.messages.send(chatID: chat, message: .text(text))
                        return (text, nil)
                    } catch let error as LinqError {
                        return (text, error)
                    }
                }
            }
            for _ in 0..<20 { begin() }
            while let (text, error) = try await group.next() {
                errors[text] = .some(error)
                if begun < sends { begin() }
            }
            return errors
        }
        try await emulator.control("DELETE", "faults")
        var copies: [String: Int] = [:]
        for text in try await emulator.texts() { copies[text, default: 0] += 1 }
        XCTAssertEqual(errors.count, sends)
        for (text, error) in errors {
            let count = copies[text] ?? 0
            switch error {
            case nil: XCTAssertEqual(count, 1, text)
            case let error? where error.mayHaveTakenEffect: XCTAssertLessThanOrEqual(count, 1, "\(text): \(error)")
            case let error?: XCTAssertEqual(count, 0, "\(text): \(error)")
            }
        }
        let delivered = errors.values.filter { $0 == nil }.count
        XCTAssertGreaterThan(delivered, 150)
        let posts = try await emulator.calls("POST", "/messages").count
        XCTAssertGreaterThan(posts, sends + 20, "responses were lost")
    }

    func testSendsWithLostResponsesTakeEffectOnce() async throws {
        let emulator = try Emulator()
        let linq = try emulator.client()
        let created = try await linq.chats.create(from: line, to: ["+15556667777"], message: "start")
        let sends = 4
        for number in 1...sends {
            try await emulator.control("POST", "faults", ["kind": "drop_response", "method": "POST", "times": 1])
            try await linq.chats.messages.send(chatID: created.chat.id, message: "number \(number)")
        }
        var messages: [Message] = []
        for try await message in linq.chats.messages.list(chatID: created.chat.id, limit: 100) {
            messages.append(message)
        }
        let texts = (1...sends).map { "number \($0)" } + ["start"]
        let sent = try await emulator.texts()
        XCTAssertEqual(sent.sorted(), texts)
        XCTAssertEqual(Set(messages.map(\.id)).count, texts.count)
        try documented { XCTAssertEqual(messages.map(\.text).sorted(), texts) }
        let calls = try await emulator.calls("POST", "/messages").count
        XCTAssertEqual(calls, 2 * sends, "each response was lost once")
    }

    func testUnavailableServerIsRetriedAndNotFoundIsNot() async throws {
        let emulator = try Emulator()
        let linq = try emulator.client()
        try await emulator.control(
            "POST", "faults",
            ["kind": "status", "status": 503, "code": 4004, "retry_after": 0, "path": "/v3/phone_numbers", "times": 2])
        let lines = try await linq.phoneNumbers.list()
        XCTAssertEqual(lines.phoneNumbers.count, 3)
        let listed = try await emulator.calls("GET", "/v3/phone_numbers").count
        XCTAssertEqual(listed, 3)

        let error = await linqError { try await linq.chats.retrieve(chatID: chat) }
        XCTAssertEqual(error?.code, 2001)
        let asked = try await emulator.calls("GET", "/v3/chats/\(chat)").count
        XCTAssertEqual(asked, 1)
    }
}
