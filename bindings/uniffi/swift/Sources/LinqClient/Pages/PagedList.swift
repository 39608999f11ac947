internal import LinqFFI

/// All items of a list. Pages are requested lazily, during iteration.
///
/// ```swift
/// for try await message in linq.chats.messages.list(chatID: id) { … }
/// let newest = try await linq.chats.messages.list(chatID: id, limit: 20).page()
/// ```
///
/// A repeated cursor ends the list, which would otherwise never end.
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

    /// Returns one page: the first, or that of the list's `cursor`.
    ///
    /// - Throws: ``LinqError``, an error of the transport or the token provider, or `CancellationError` if the task is
    ///   cancelled.
    public func page() async throws -> Page<Item> {
        try await client.call(operation, arguments, options)
    }

    /// Returns the same list from another page on.
    public func from(cursor: String) -> PagedList {
        var arguments = arguments
        arguments.set("cursor", cursor)
        return PagedList(client, operation, arguments, options)
    }

    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(next: self)
    }

    /// An iterator over the items of a list.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private var next: PagedList?
        private var buffer: ArraySlice<Item> = []
        private let cursorGuard: LinqFFI.CursorGuard

        init(next: PagedList) {
            self.next = next
            cursorGuard = LinqFFI.CursorGuard(first: next.arguments.text("cursor"))
        }

        /// Returns the next item, or `nil` at the end and after an error.
        public mutating func next() async throws -> Item? {
            while buffer.isEmpty {
                guard let list = next else { return nil }
                next = nil
                let page = try await list.page()
                buffer = page.items[...]
                if let cursor = page.nextCursor, cursorGuard.admit(cursor: cursor) {
                    next = list.from(cursor: cursor)
                }
            }
            return buffer.popFirst()
        }
    }
}
