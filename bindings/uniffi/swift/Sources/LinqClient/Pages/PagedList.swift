internal import LinqFFI

/// All items of a list, page after page as they are needed.
///
/// ```swift
/// for try await message in linq.chats.messages.list(chatId: id) { … }
/// let newest = try await linq.chats.messages.list(chatId: id, limit: 20).page()
/// ```
///
/// A page that would be asked for a second time ends it, since the list would never end otherwise.
public struct PagedList<Item: Decodable & Sendable>: AsyncSequence, Sendable {
    public typealias Element = Item

    private let client: Linq
    private let operation: String
    fileprivate let arguments: Arguments
    private let options: CallOptions

    init(_ client: Linq, _ operation: String, _ arguments: Arguments, _ options: CallOptions) {
        self.client = client
        self.operation = operation
        self.arguments = arguments
        self.options = options
    }

    /// One page: the first, or that of the `cursor` that the list was asked for with.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func page() async throws -> Page<Item> {
        try await client.call(operation, arguments, options)
    }

    /// The same list from another page on.
    public func from(cursor: String) -> PagedList {
        var arguments = arguments
        arguments.set("cursor", cursor)
        return PagedList(client, operation, arguments, options)
    }

    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(next: self)
    }

    /// Goes through a list.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private var next: PagedList?
        private var ready: ArraySlice<Item> = []
        private let cursors: LinqFFI.CursorGuard

        init(next: PagedList) {
            self.next = next
            cursors = LinqFFI.CursorGuard(first: next.arguments.text("cursor"))
        }

        /// The next item; after an error there is none.
        public mutating func next() async throws -> Item? {
            while ready.isEmpty {
                guard let list = next else { return nil }
                next = nil
                let page = try await list.page()
                ready = page.items[...]
                if let cursor = page.nextCursor, cursors.admit(cursor: cursor) {
                    next = list.from(cursor: cursor)
                }
            }
            return ready.popFirst()
        }
    }
}
