import Foundation
import LinqClient

/// The emulator as a process of its own, on a port of its choice; stopped when it goes away.
///
/// `LINQ_EMULATOR` says where its binary is, which `cargo xtask swift` sets; else it is where cargo builds it.
final class Emulator: Sendable {
    let baseURL: URL
    private let process: Process
    private let files: URL
    private let control: Linq

    init(arguments: [String] = []) throws {
        let binary = ProcessInfo.processInfo.environment["LINQ_EMULATOR"] ?? Self.built
        guard FileManager.default.isExecutableFile(atPath: binary) else { throw Missing(path: binary) }
        process = Process()
        process.executableURL = URL(fileURLWithPath: binary)
        process.arguments = ["--port", "0"] + arguments
        files = FileManager.default.temporaryDirectory.appendingPathComponent("linq-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
        process.environment = ObservedShapes.environment.merging(["TMPDIR": files.path]) { _, own in own }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var line = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), byte != Data("\n".utf8) {
            line += byte
        }
        baseURL = URL(string: String(decoding: line, as: UTF8.self))!
        let root = baseURL.absoluteString.replacingOccurrences(of: "/api/partner", with: "")
        control = try Linq(apiKey: "control", baseURL: URL(string: root)!)
    }

    deinit {
        // Foundation on Linux starts its children with most signals blocked, and `terminate()` is one of them.
        kill(process.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(at: files)
    }

    /// A client of it.
    func client(
        _ configuration: Configuration = Configuration(), transport: (any HTTPTransport)? = nil
    ) throws -> Linq {
        try Linq(apiKey: "any-key", baseURL: baseURL, configuration: configuration, transport: transport)
    }

    /// Asks one of its control endpoints.
    @discardableResult
    func control(_ method: String, _ path: String, _ body: JSONValue? = nil) async throws -> JSONValue {
        let reply = try await control.request(method, "/_emulator/\(path)", body: body)
        return reply.body.isEmpty ? .null : try JSONDecoder.linq.decode(JSONValue.self, from: reply.body)
    }

    /// The calls that it has had of a method and a path.
    func calls(_ method: String, _ path: String) async throws -> [JSONValue] {
        try await list("requests").filter {
            $0["method"] == .string(method) && $0["path"]?.stringValue?.hasSuffix(path) == true
        }
    }

    /// The texts of all messages that it has.
    func texts() async throws -> [String] {
        try await list("messages").flatMap { $0["text"]?.items ?? [] }.compactMap(\.stringValue)
    }

    /// All `requests`, `messages` or `attachments` that it has.
    func list(_ name: String) async throws -> [JSONValue] {
        try await control("GET", name)[name]?.items ?? []
    }

    private static let built = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent()
        .appendingPathComponent("../../../../../../target/debug/linq-emulator")
        .standardizedFileURL.path

    struct Missing: Error, CustomStringConvertible {
        let path: String
        var description: String { "there is no emulator at \(path): cargo build -p linq-emulator" }
    }
}
