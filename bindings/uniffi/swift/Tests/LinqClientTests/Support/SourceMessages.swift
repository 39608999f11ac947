import Foundation

/// A message in source code: the literal text between its interpolations.
struct SourceMessage {
    let place: String
    let pieces: [String]

    var text: String { pieces.joined(separator: "…") }

    /// Returns whether a rendered message contains this text, with anything in place of the interpolations.
    func matches(_ message: String) -> Bool {
        var rest = message[...]
        for piece in pieces where !piece.isEmpty {
            guard let found = rest.range(of: piece) else { return false }
            rest = rest[found.upperBound...]
        }
        return true
    }
}

/// The messages in source code: string literals of several words, outside of comments and descriptions.
enum SourceMessages {
    /// Returns the messages of this package's own sources, and of the FFI in Rust.
    static func all() throws -> [SourceMessage] {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../..").standardizedFileURL
        return try messages(in: package.appendingPathComponent("Sources/LinqClient"), "swift", "\\(", ")") { line in
            line.hasPrefix("//") || line.contains("escription: String {") || line.contains("bytes\",")
                || line.contains("return \"HTTPRequest(") || line.hasPrefix("\"UnknownObject(")
                || line.contains("hasPrefix(")
        } + messages(in: package.appendingPathComponent("../src").standardizedFileURL, "rs", "{", "}") { line in
            line.hasPrefix("//") || line.hasPrefix("#[") || line.hasPrefix("reason = ") || line.contains(".expect(")
        }
    }

    private static func messages(
        in folder: URL, _ suffix: String, _ open: String, _ close: Character, isIgnored: (String) -> Bool
    ) throws -> [SourceMessage] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return try paths.filter { $0.hasSuffix(".\(suffix)") && !$0.hasPrefix("Generated/") }.sorted().flatMap { path in
            let source = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
            let lines = source.components(separatedBy: "\n").prefix { !$0.hasPrefix("#[cfg(test)]") }
            return lines.enumerated().flatMap { index, line -> [SourceMessage] in
                if isIgnored(line.trimmingCharacters(in: .whitespaces)) { return [] }
                return literals(in: line, open, close)
                    .map { SourceMessage(place: "\(path):\(index + 1)", pieces: $0) }
                    .filter { $0.text.contains(" ") && $0.text.contains(where: \.isLetter) }
            }
        }
    }

    /// Returns the pieces of each string literal of a line.
    private static func literals(in line: String, _ open: String, _ close: Character) -> [[String]] {
        var literals: [[String]] = []
        var rest = line[...]
        while let quote = rest.firstIndex(of: "\"") {
            rest = rest[quote...].dropFirst()
            var pieces = [""]
            while let character = rest.first, character != "\"" {
                if rest.hasPrefix(open) {
                    rest = rest.dropFirst(open.count)
                    skipInterpolation(&rest, open.last!, close)
                    pieces.append("")
                } else {
                    if character == "\\" { rest = rest.dropFirst() }
                    pieces[pieces.count - 1].append(rest.removeFirst())
                }
            }
            rest = rest.dropFirst()
            literals.append(pieces)
        }
        return literals
    }

    private static func skipInterpolation(_ rest: inout Substring, _ open: Character, _ close: Character) {
        var depth = 1
        while depth > 0, !rest.isEmpty {
            let character = rest.removeFirst()
            if character == open { depth += 1 }
            if character == close { depth -= 1 }
        }
    }
}
