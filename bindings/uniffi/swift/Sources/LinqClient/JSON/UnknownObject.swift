/// An object of a type unknown to this version, or without a type.
///
/// The description contains only the names of its fields: their values may be secrets.
public struct UnknownObject: Hashable, Sendable {
    /// The `type` of the object; empty if it has none.
    public let type: String
    /// All fields, including `type`.
    public let fields: [String: JSONValue]

    /// Creates a value from all its fields, for previews and tests.
    public init(fields: [String: JSONValue]) {
        self.fields = fields
        type = fields["type"]?.stringValue ?? ""
    }
}

extension UnknownObject: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(fields: try [String: JSONValue](from: decoder))
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

/// The `type` of a tagged union: empty if it is absent or not a string.
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
