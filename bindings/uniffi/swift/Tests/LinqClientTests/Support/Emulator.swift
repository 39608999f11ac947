import Foundation
import LinqClient

/// An emulator process on a free port, killed on deinitialization.
///
/// `LINQ_EMULATOR`, which `cargo xtask swift` sets, is the path of its binary; by default that of cargo's debug build.
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
        // Foundation on Linux blocks most signals in its children, including that of `terminate()`.
        kill(process.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(at: files)
    }

    /// Returns a client of the emulator.
    func client(
        _ config: ClientConfig = ClientConfig(), transport: (any HTTPTransport)? = nil
    ) throws -> Linq {
        try Linq(apiKey: "any-key", baseURL: baseURL, config: config, transport: transport)
    }

    /// Sends a request to a control endpoint.
    @discardableResult
    func control(_ method: String, _ path: String, _ body: JSONValue? = nil) async throws -> JSONValue {
        let response = try await control.request(method, "/_emulator/\(path)", body: body)
        return response.body.isEmpty ? .null : try JSONDecoder.linq.decode(JSONValue.self, from: response.body)
    }

    /// Returns the recorded requests with a method and the end of a path.
    func calls(_ method: String, _ path: String) async throws -> [JSONValue] {
        try await list("requests").filter {
            $0["method"] == .string(method) && $0["path"]?.stringValue?.hasSuffix(path) == true
        }
    }

    /// Returns the texts of all messages.
    func texts() async throws -> [String] {
        try await list("messages").flatMap { $0["text"]?.items ?? [] }.compactMap(\.stringValue)
    }

    /// Returns all `requests`, `messages` or `attachments`.
    func list(_ name: String) async throws -> [JSONValue] {
        try await control("GET", name)[name]?.items ?? []
    }

    private static let built = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent()
        .appendingPathComponent("../../../../../../target/debug/linq-emulator")
        .standardizedFileURL.path

    struct Missing: Error, CustomStringConvertible {
        let path: String
        var description: String { "no emulator at \(path): run cargo build -p linq-emulator" }
    }
}
