import Foundation
import LinqClient

/// The view model of a group chat. Its client calls the app's own backend, which has the API key.
@MainActor
public final class GroupChatModel {
    /// A displayed message.
    public struct Line: Identifiable, Hashable, Sendable {
        public let id: String
        public let sender: String
        public let text: String
        public let isMine: Bool
    }

    /// Displayed messages, oldest first.
    public private(set) var lines: [Line] = [] { didSet { changed() } }
    /// Message of the last error.
    public private(set) var problem: String? { didSet { changed() } }
    /// Progress of the file upload, from 0 to 1; `nil` if there is none.
    public private(set) var upload: Double? { didSet { changed() } }
    /// Called after each change, to update SwiftUI.
    public var onChange: () -> Void = {}

    private let linq: Linq
    private let chatID: String
    private var refreshing: Task<Void, Never>?

    /// Creates a model of one chat.
    public init(linq: Linq, chatID: String) {
        self.linq = linq
        self.chatID = chatID
    }

    /// Returns a client of your backend. `token` fetches a token of the signed-in user.
    public static func client(
        of backend: URL, token: @escaping @Sendable () async throws -> String
    ) throws -> Linq {
        try Linq(backend: backend, tokens: CachedTokenProvider(token))
    }

    /// Loads the newest messages. Cancels a refresh in progress.
    public func refresh() async {
        refreshing?.cancel()
        let task = Task { await attempt { try await self.load() } }
        refreshing = task
        await task.value
    }

    /// Cancels the refresh in progress when the screen disappears.
    public func disappear() {
        refreshing?.cancel()
    }

    /// Sends a text.
    public func send(_ text: String) async {
        await attempt {
            _ = try await self.linq.chats.messages.send(chatID: self.chatID, message: .text(text))
            try await self.load()
        }
    }

    /// Uploads and sends a photo, with its progress.
    public func sendPhoto(_ file: URL) async {
        await attempt {
            self.upload = 0
            defer { self.upload = nil }
            let photo = try await self.linq.attachments.upload(.file(file)) { progress in
                Task { @MainActor in
                    if self.upload != nil { self.upload = progress.fraction }
                }
            }
            _ = try await self.linq.chats.messages.send(
                chatID: self.chatID, message: .media(attachmentID: photo.attachmentID))
            try await self.load()
        }
    }

    /// Adds a participant.
    public func add(_ handle: String) async {
        await attempt {
            _ = try await self.linq.chats.participants.add(chatID: self.chatID, handle: handle)
        }
    }

    private func load() async throws {
        let page = try await linq.chats.messages.list(chatID: chatID, limit: 50).page()
        // Messages without a timestamp are the newest.
        let messages = page.items.sorted { ($0.createdAt ?? .distantFuture) < ($1.createdAt ?? .distantFuture) }
        lines = messages.map(Line.init)
    }

    /// Runs an action and stores the message of its error, except on cancellation.
    private func attempt(_ work: () async throws -> Void) async {
        do {
            try await work()
            problem = nil
        } catch is CancellationError {
        } catch let error as LinqError where error.code == 2013 {
            problem = "You have left this chat."
        } catch let error as LinqError where error.mayHaveTakenEffect {
            problem = "It may or may not have been sent. \(error)"
        } catch {
            problem = "\(error)"
        }
    }

    private func changed() {
        onChange()
    }
}

extension GroupChatModel.Line {
    init(_ message: Message) {
        let texts = (message.parts ?? []).map { part -> String in
            switch part {
            case .text(let text): text.value ?? ""
            case .media(let file): "[\(file.filename ?? "file")]"
            case .link(let link): link.value ?? "[link]"
            case .iMessageApp(let card): card.layout.caption ?? "[card]"
            case .appClip(let clip): clip.title ?? "[App Clip]"
            case .unknown(let object): "[\(object.type)]"
            }
        }
        self.init(
            id: message.id, sender: message.fromHandle?.handle ?? "",
            text: texts.joined(separator: "\n"), isMine: message.isFromMe == true)
    }
}
