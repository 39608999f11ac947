/// A string enumeration that keeps values unknown to this version.
///
/// A `switch` needs a `default` for values that are newer than this version:
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
    /// Creates a value from its name in the API.
    init(rawValue: String)
}

extension OpenEnum {
    public init(stringLiteral text: String) {
        self.init(rawValue: text)
    }

    /// The name of the value in the API.
    public var description: String { rawValue }
}

/// Decodes the string directly, since `Decodable` would allocate a container for each value.
extension KeyedDecodingContainer {
    func decode<Value: OpenEnum>(_ type: Value.Type, forKey key: Key) throws -> Value {
        Value(rawValue: try decode(String.self, forKey: key))
    }

    func decodeIfPresent<Value: OpenEnum>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try decodeIfPresent(String.self, forKey: key).map(Value.init(rawValue:))
    }
}
