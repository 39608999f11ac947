/// One page of a list.
public struct Page<Item: Decodable & Sendable>: Decodable, Sendable {
    /// The items, in the order of the list.
    public let items: [Item]
    /// The cursor of the next page; `nil` on the last one.
    public let nextCursor: String?

    /// True if there is a next page.
    public var hasNext: Bool { nextCursor != nil }

    /// Creates a page, for previews and tests.
    public init(items: [Item], nextCursor: String? = nil) {
        self.items = items
        self.nextCursor = nextCursor
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let key: CodingKeys = [.chats, .messages].first { container.contains($0) } ?? .items
        items = try container.decode([Item].self, forKey: key)
        let cursor = try container.decodeIfPresent(String.self, forKey: .nextCursor)
        nextCursor = cursor?.isEmpty == true ? nil : cursor
    }

    private enum CodingKeys: String, CodingKey {
        /// The name of the items depends on the operation.
        case chats, messages, items
        case nextCursor = "next_cursor"
    }
}

extension Page: Equatable where Item: Equatable {}
extension Page: Hashable where Item: Hashable {}
