/// Text that works for whoever holds it, such as a signed address or a secret. It does not show when it is
/// printed, dumped, or part of something that is.
public struct PrivateText: Hashable, Sendable {
    /// The text itself: not to be logged.
    public let value: String

    /// Hides a text.
    public init(_ value: String) {
        self.value = value
    }
}

extension PrivateText: Codable {
    public init(from decoder: any Decoder) throws {
        value = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

extension PrivateText: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) {
        self.init(value)
    }
}

extension PrivateText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "(hidden)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
