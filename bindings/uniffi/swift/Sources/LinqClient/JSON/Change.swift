/// A new value for a field that may also be cleared. Left out of a call, the field stays as it is.
public enum Change<Value: Codable & Hashable & Sendable>: Hashable, Sendable {
    /// Gives the field this value.
    case set(Value)
    /// Takes the field's value away; on the wire, `null`.
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
