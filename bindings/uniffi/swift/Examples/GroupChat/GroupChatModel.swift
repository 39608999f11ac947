import Foundation
import LinqClient

/// What a group chat's screen shows and does. It talks to the app's own backend, which holds the API key.
@MainActor
public final class GroupChatModel {
    /// A message as the screen shows it.
    public struct Line: Identifiable, Hashable, Sendable {
        public let id: String
        public let sender: String
        public let text: String
        public let isMine: Bool
    }

    /// Oldest first.
    public private(set) var lines: [Line] = [] { didSet { changed() } }
    /// What went wrong last, in words.
    public private(set) var problem: String? { didSet { changed() } }
    /// How far the file that is being sent is; `nil` while there is none.
    public private(set) var upload: Double? { didSet { changed() } }
    /// Called when anything above has changed: where there is SwiftUI, it is told of it.
    public var onChange: () -> Void = {}

    private let linq: Linq
    private let chatId: String
    private var refreshing: Task<Void, Never>?

    /// A model of one chat.
    public init(linq: Linq, chatId: String) {
        self.linq = linq
        self.chatId = chatId
    }

    /// A client of your backend: `token` fetches what the backend knows this user by.
    public static func client(
        of backend: URL, token: @escaping @Sendable () async throws -> String
    ) throws -> Linq {
        try Linq(backend: backend, tokens: CachedTokenProvider(token))
    }

    /// Shows the newest messages. A refresh that is under way is given up.
    public func refresh() async {
        refreshing?.cancel()
        let task = Task { await attempt { try await self.load() } }
        refreshing = task
        await task.value
    }

    /// Stops what is under way, as the screen goes away.
    public func disappear() {
        refreshing?.cancel()
    }

    /// Sends a text.
    public func send(_ text: String) async {
        await attempt {
            _ = try await self.linq.chats.messages.send(chatId: self.chatId, message: .text(text))
            try await self.load()
        }
    }

    /// Sends a photo from disk, with its progress.
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
                chatId: self.chatId, message: .media(attachmentId: photo.attachmentId))
            try await self.load()
        }
    }

    /// Adds somebody to the group.
    public func add(_ handle: String) async {
        await attempt {
            _ = try await self.linq.chats.participants.add(chatId: self.chatId, handle: handle)
        }
    }

    private func load() async throws {
        let page = try await linq.chats.messages.list(chatId: chatId, limit: 50).page()
        // What has no time yet was sent just now.
        let messages = page.items.sorted { ($0.createdAt ?? .distantFuture) < ($1.createdAt ?? .distantFuture) }
        lines = messages.map(Line.init)
    }

    /// Does something, and says in words what goes wrong; a cancelled task is no problem.
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
            id: message.id, sender: message.fromHandle?.handle ?? message.from ?? "",
            text: texts.joined(separator: "\n"), isMine: message.isFromMe == true)
    }
}
