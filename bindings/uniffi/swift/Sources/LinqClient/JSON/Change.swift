/// A change of a field that can be cleared. A field that is omitted from a call remains unchanged.
public enum Change<Value: Codable & Hashable & Sendable>: Hashable, Sendable {
    /// Sets the field to a value.
    case set(Value)
    /// Clears the field; `null` in JSON.
    case clear
}

extension Change: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .set(let value): try container.encode(value)
        case .clear: try container.encodeNil()
        }
    }
}
