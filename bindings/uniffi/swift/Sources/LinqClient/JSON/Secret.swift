/// A secret, such as a signed URL or a signing key. It is redacted when it, or a value that contains it, is printed or
/// dumped.
public struct Secret: Hashable, Sendable {
    /// The secret itself. Do not log it.
    public let value: String

    /// Wraps a secret.
    public init(_ value: String) {
        self.value = value
    }
}

extension Secret: Codable {
    public init(from decoder: any Decoder) throws {
        value = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

extension Secret: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) {
        self.init(value)
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "(redacted)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
