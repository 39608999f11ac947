/// An object of a type that this version does not know, or without a type; kept whole.
///
/// Its description shows the names of its fields only: what an unknown object holds may be a secret.
public struct UnknownObject: Hashable, Sendable {
    /// What the API calls this kind of object; empty if it does not say.
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

/// The `type` of an object that is one of several: empty if it is absent or not a text, which is no type that is known.
struct TypeTag: Codable {
    let type: String

    init(type: String) {
        self.type = type
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        type = (try? container.decode(String.self, forKey: .type)) ?? ""
    }

    func encode(to encoder: any Encoder) throws {
        guard !type.isEmpty else { return }
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(type, forKey: .type)
    }

    private enum CodingKeys: CodingKey {
        case type
    }
}
