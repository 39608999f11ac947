import Foundation
import XCTest

/// The samples of Markdown files.
enum Samples {
    private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    /// Checks that each Swift sample of a file begins with its imports, and is in the sources of the tests verbatim.
    /// Returns the number of samples.
    ///
    /// - Parameter path: The path of the file, relative to the folder of the tests.
    static func check(_ path: String) throws -> Int {
        let sources = try ["ReadmeSamples.swift", "DocumentationSamples.swift"].map(read).joined()
        let blocks = try read(path).components(separatedBy: "\n```swift\n").dropFirst().map {
            $0.components(separatedBy: "\n```")[0]
        }
        for block in blocks {
            XCTAssertTrue(block.hasPrefix("import "), "\(path): must begin with its imports")
            let lines = block.components(separatedBy: "\n").drop { $0.hasPrefix("import ") || $0.isEmpty }
            let sample = lines.joined(separator: "\n")
            XCTAssertTrue(sources.contains(sample), "\(path): not in the tests verbatim:\n\(sample)")
        }
        return blocks.count
    }

    /// Returns the names of the files in a folder.
    static func files(in path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: tests.appendingPathComponent(path).standardizedFileURL.path)
    }

    private static func read(_ path: String) throws -> String {
        try String(contentsOf: tests.appendingPathComponent(path).standardizedFileURL, encoding: .utf8)
    }
}
