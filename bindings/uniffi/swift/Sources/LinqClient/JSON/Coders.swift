import Foundation

extension JSONDecoder {
    /// A decoder of this module's models, with RFC 3339 dates.
    public static var linq: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let text = try decoder.singleValueContainer().decode(String.self)
            guard let date = Date(timestamp: text) else {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath, debugDescription: "not an RFC 3339 date-time"))
            }
            return date
        }
        return decoder
    }
}

extension JSONEncoder {
    /// An encoder of this module's models, with RFC 3339 dates.
    public static var linq: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        encoder.dateEncodingStrategy = .custom { date, encoder in
            guard let timestamp = date.timestamp else {
                throw EncodingError.invalidValue(
                    date, .init(codingPath: encoder.codingPath, debugDescription: "the year must be within 0 to 9999"))
            }
            var container = encoder.singleValueContainer()
            try container.encode(timestamp)
        }
        return encoder
    }

    /// Returns a value as JSON for a request.
    ///
    /// - Parameter path: The path of the value in error messages; empty for the arguments of an operation.
    /// - Throws: ``LinqError/invalidArgument(path:reason:)`` if JSON cannot represent a number, such as infinity, or a
    ///   date.
    static func data(of value: some Encodable, _ path: String = "") throws -> Data {
        do {
            return try linq.encode(value)
        } catch EncodingError.invalidValue(let value, let context) {
            let field = context.codingPath.path
            let separator = path.isEmpty || field.isEmpty || field.hasPrefix("[") ? "" : "."
            let reason = value is Date ? context.debugDescription : "not a finite number"
            throw LinqError.invalidArgument(path: path + separator + field, reason: reason)
        }
    }
}

extension KeyedDecodingContainer {
    /// Decodes an integer, or returns `nil` if it exceeds the range of `Int`.
    func decodeIntegerIfPresent(forKey key: Key) throws -> Int? {
        do {
            return try decodeIfPresent(Int.self, forKey: key)
        } catch {
            guard (try? decode(UInt64.self, forKey: key)) != nil else { throw error }
            return nil
        }
    }
}

extension [any CodingKey] {
    /// The path as text, such as `parts[0].value`.
    var path: String {
        reduce(into: "") { path, key in
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
    }
}

extension DecodingError {
    /// Path of the field that could not be decoded, such as `parts[0].value`; `.` for the whole.
    var path: String {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
            .dataCorrupted(let context):
            let path = context.codingPath.path
            return path.isEmpty ? "." : path
        @unknown default:
            return "."
        }
    }
}
