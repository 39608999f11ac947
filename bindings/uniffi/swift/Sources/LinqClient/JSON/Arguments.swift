/// The arguments of an operation by their names in the API.
struct Arguments: Encodable, Sendable {
    private var values: [String: any Encodable & Sendable] = [:]

    /// Sets an argument; `nil` omits it.
    mutating func set<Value: Encodable & Sendable>(_ name: String, _ value: Value?) {
        values[name] = value
    }

    /// Returns an argument if it is a string.
    func text(_ name: String) -> String? { values[name] as? String }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        for (name, value) in values {
            try container.encode(value, forKey: Name(stringValue: name))
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
