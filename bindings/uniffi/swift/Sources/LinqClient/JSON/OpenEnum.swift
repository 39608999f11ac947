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
