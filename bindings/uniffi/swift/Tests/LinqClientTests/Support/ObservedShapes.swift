import Foundation

/// The run of this suite in which emulators send observed response shapes, if `LINQ_EMULATOR_OBSERVED_SHAPES` is set.
enum ObservedShapes {
    private static let name = "LINQ_EMULATOR_OBSERVED_SHAPES"

    /// Environment of emulators.
    static var environment: [String: String] {
        ProcessInfo.processInfo.environment.filter { $0.key == name }
    }
}

/// Makes an assertion on a documented field that servers have omitted. If emulators omit it too, the assertion is
/// skipped, and recorded as a line in the file `LINQ_SKIPPED_ASSERTIONS`.
func documented(file: StaticString = #filePath, line: UInt = #line, _ assertion: () throws -> Void) throws {
    if ObservedShapes.environment.isEmpty { return try assertion() }
    guard let path = ProcessInfo.processInfo.environment["LINQ_SKIPPED_ASSERTIONS"] else { return }
    let skipped = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try skipped.seekToEnd()
    try skipped.write(contentsOf: Data("\(file):\(line)\n".utf8))
    try skipped.close()
}
