import Foundation
import LinqClient

/// The test vectors that all languages share.
enum Vectors {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent()
        .appendingPathComponent("../../../../../../tests/vectors")
        .standardizedFileURL

    static func data(_ path: String) throws -> Data {
        try Data(contentsOf: folder.appendingPathComponent(path))
    }

    static func write(_ data: Data, _ path: String) throws {
        try data.write(to: folder.appendingPathComponent(path))
    }

    static func json(_ path: String) throws -> JSONValue {
        try JSONDecoder.linq.decode(JSONValue.self, from: data(path))
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
    }

    /// Returns the names of the JSON files of a folder, without their extensions.
    static func names(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(path).path)
            .filter { $0.hasSuffix(".json") }
            .map { String($0.dropLast(5)) }
            .sorted()
    }
}

extension JSONValue {
    /// Creates a JSON value by encoding another value.
    init(written value: any Encodable) throws {
        let written = try JSONEncoder.linq.encode(Wrapped(value: value))
        self = try JSONDecoder.linq.decode(JSONValue.self, from: written)["value"]!
    }

    var items: [JSONValue] {
        guard case .array(let items) = self else { return [] }
        return items
    }

    private struct Wrapped: Encodable {
        let value: any Encodable

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(value, forKey: .value)
        }

        enum Key: CodingKey { case value }
    }
}
