import Foundation
internal import LinqFFI

extension JSONDecoder {
    /// Reads the models of this module, with dates as the API writes them.
    public static var linq: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let text = try decoder.singleValueContainer().decode(String.self)
            guard let date = Date(rfc3339: text) else {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath, debugDescription: "it is no RFC 3339 date-time"))
            }
            return date
        }
        return decoder
    }

    /// Reads what a server wrote. Half of an emoji that somebody cut in two, which JSON can hold and no `String`, costs
    /// itself only: U+FFFD is in its place.
    func read<Value: Decodable>(_ type: Value.Type, from json: Data) throws -> Value {
        do {
            return try decode(type, from: json)
        } catch {
            guard let repaired = LinqFFI.withoutHalves(json: json) else { throw error }
            return try decode(type, from: repaired)
        }
    }
}

extension JSONEncoder {
    /// Writes the models of this module, with dates as the API writes them.
    public static var linq: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        encoder.dateEncodingStrategy = .custom { date, encoder in
            guard date.isTellable else {
                throw EncodingError.invalidValue(
                    date, .init(codingPath: encoder.codingPath, debugDescription: "its year has to have four digits"))
            }
            var container = encoder.singleValueContainer()
            try container.encode(date.rfc3339)
        }
        return encoder
    }

    /// What a request carries. A number that JSON has not, such as infinity, is refused by its path.
    static func text(of value: some Encodable) throws -> String {
        do {
            return String(decoding: try linq.encode(value), as: UTF8.self)
        } catch EncodingError.invalidValue(_, let context) {
            throw LinqError.invalid(path: context.codingPath.path, reason: "it cannot be written as JSON")
        }
    }
}

extension [any CodingKey] {
    /// Such as `parts[0].value`.
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
    /// What is wrong with which field, in words.
    var words: String {
        let (path, what) = whereAndWhat
        return path.isEmpty ? what : "\(path): \(what)"
    }

    /// The field that was not understood, such as `parts[0].value`, and what is wrong with it. Foundation does not name
    /// the field of a number that is too large.
    var whereAndWhat: (path: String, what: String) {
        let context: Context
        switch self {
        case .typeMismatch(_, let it), .valueNotFound(_, let it), .keyNotFound(_, let it), .dataCorrupted(let it):
            context = it
        @unknown default:
            return ("", "it was not understood")
        }
        return (context.codingPath.path, context.debugDescription)
    }
}
