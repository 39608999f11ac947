import Foundation

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
}

extension JSONEncoder {
    /// Writes the models of this module, with dates as the API writes them.
    public static var linq: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(date.rfc3339)
        }
        return encoder
    }
}

extension DecodingError {
    /// The field that was not understood, such as `parts[0].value`, and what is wrong with it.
    var whereAndWhat: (path: String, what: String) {
        let context: Context
        switch self {
        case .typeMismatch(_, let it), .valueNotFound(_, let it), .keyNotFound(_, let it), .dataCorrupted(let it):
            context = it
        @unknown default:
            return ("", "it was not understood")
        }
        var path = ""
        for key in context.codingPath {
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
        return (path, context.debugDescription)
    }
}
