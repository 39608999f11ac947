/// Text of which this version knows some values, and keeps the others.
///
/// Works in a `switch`, with a `default` for what is newer than this version:
///
/// ```swift
/// switch message.deliveryStatus {
/// case .delivered, .read: …
/// case .failed: …
/// default: …
/// }
/// ```
public protocol OpenEnum: RawRepresentable, Codable, Hashable, Sendable, ExpressibleByStringLiteral,
    CustomStringConvertible
where RawValue == String {
    /// The value that the wire calls this.
    init(rawValue: String)
}

extension OpenEnum {
    public init(stringLiteral text: String) {
        self.init(rawValue: text)
    }

    /// The value on the wire.
    public var description: String { rawValue }
}

/// Reads the text itself: the way by `Decodable` takes a container of its own for each value.
extension KeyedDecodingContainer {
    func decode<Value: OpenEnum>(_ type: Value.Type, forKey key: Key) throws -> Value {
        Value(rawValue: try decode(String.self, forKey: key))
    }

    func decodeIfPresent<Value: OpenEnum>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try decodeIfPresent(String.self, forKey: key).map(Value.init(rawValue:))
    }
}
