/// An object of a type newer than this version, kept whole.
///
/// Its description shows the names of its fields only: what an unknown object holds may be a secret.
public struct UnknownObject: Hashable, Sendable {
    /// What the API calls this kind of object.
    public let type: String
    /// Every field, `type` included.
    public let fields: [String: JSONValue]
}

extension UnknownObject: Codable {
    public init(from decoder: any Decoder) throws {
        fields = try [String: JSONValue](from: decoder)
        type = fields["type"]?.stringValue ?? ""
    }

    public func encode(to encoder: any Encoder) throws {
        try fields.encode(to: encoder)
    }
}

extension UnknownObject: CustomStringConvertible, CustomReflectable {
    public var description: String {
        "UnknownObject(type: \(type), fields: \(fields.keys.sorted()))"
    }

    public var customMirror: Mirror {
        Mirror(self, children: ["type": type, "fields": fields.keys.sorted()])
    }
}

/// The `type` of an object that is one of several.
struct TypeTag: Codable {
    let type: String
}
