import Foundation
import XCTest

@testable import LinqClient

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The fault tables that all languages share, over sockets.
final class FaultTests: XCTestCase {
    func testMalformedHeadsMayHaveTakenEffect() async throws {
        try await malformedHeads(defaultTransport()) { _ in true }
    }

    func testMalformedHeadsOverASessionMayHaveTakenEffect() async throws {
        try await malformedHeads(URLSessionTransport()) { head in
            #if os(Linux)
                // A truncated head crashes the process (see `URLSessionTransport`).
                head.starts(with: Data("HTTP/1.1 ".utf8)) && head.range(of: Data("\r\n\r\n".utf8)) != nil
            #else
                true
            #endif
        }
    }

    func testStaleConnectionsRetryNothingThatChangesState() async throws {
        try await run("stale_connections", defaultTransport())
    }

    func testLostConnectionOfHostWithTwoAddressesMayHaveTakenEffect() async throws {
        try await run("two_addresses", defaultTransport(), host: "localhost")
    }

    func testErrorsUnderRandomFaultsAreAccurate() async throws {
        try await run("random", defaultTransport(), atOnce: 24, timeout: 0.3)
    }

    func testTruncatedHeadsDoNotCrashTheProcess() async throws {
        let fault = try Vectors.fault("cut_in_head", "react")
        let requests = Mutexed(0)
        let server = try FaultServer { _ in
            requests.withLock { $0 += 1 }
            return fault
        }
        let linq = try Linq(
            apiKey: "key", baseURL: server.url(), config: ClientConfig(maxRetries: 0),
            transport: defaultTransport())
        try await inParallel(400, atOnce: 24) { number in
            let error = await linqError { try await linq.messages.addReaction(messageID: message, operation: .add, type: .love) }
            XCTAssertEqual(error?.mayHaveTakenEffect, true, "\(number)")
        }
        XCTAssertEqual(requests.withLock { $0 }, 400)
    }

    func testFaultyUploadsAreStoredCompletelyOrFail() async throws {
        let uploads = try Vectors.json("faults.json")["uploads"]?.items.map(UploadFault.init) ?? []
        XCTAssertGreaterThan(uploads.count, 40)
        try await upload(uploads, bytes: 1_500_000, defaultTransport())
    }

    func testFaultyUploadsDoNotCrashTheProcess() async throws {
        let full = "HTTP/1.1 503 X\r\nContent-Length: 0\r\n\r\n"
        let kinds: [UploadFault] = [
            UploadFault(name: "503", fault: Fault(bodyBytes: 0, response: Data(full.utf8), end: .close)),
            UploadFault(name: "503 kept", fault: Fault(bodyBytes: 0, response: Data(full.utf8), end: .reset)),
            UploadFault(name: "closed", fault: Fault(bodyBytes: 50_000, end: .close)),
            UploadFault(name: "reset", fault: Fault(bodyBytes: 1, end: .reset)),
            UploadFault(name: "lost", fault: Fault(end: .close), stores: true),
            UploadFault(name: "cut head", fault: Fault(response: Data("HTTP/1.1 200 O".utf8), end: .close), stores: true),
            UploadFault(name: "cancelled", fault: Fault(bodyBytes: 1, endDelay: 0.2, end: .close), isCancelled: true),
        ]
        let uploads = (0..<300).map { kinds[$0 % kinds.count] }
        try await upload(uploads, bytes: isLong ? 1_500_000 : 200_000, defaultTransport())
    }

    /// Without the rows with truncated heads on Linux, which crash the process (see `URLSessionTransport`).
    func testURLSessionRetriesNothingThatChangesState() async throws {
        #if os(Linux)
            let fatal: Set = ["cut_in_head", "cut_before_end"]
        #else
            let fatal: Set<String> = []
        #endif
        try await run("stale_connections", URLSessionTransport(), without: fatal)
        try await run("two_addresses", URLSessionTransport(), host: "localhost", without: fatal)
        if isLong { try await run("random", URLSessionTransport(), atOnce: 24, timeout: 0.3, without: fatal) }
    }

    func testResponseSizeLimitCountsDecompressedBytes() async throws {
        let bomb = Data("HTTP/1.1 200 X\r\nContent-Encoding: gzip\r\nContent-Length: \(Gzip.bomb.count)\r\n\r\n".utf8) + Gzip.bomb
        let server = try FaultServer { _ in Fault(response: bomb, end: .close) }
        for transport in try [limitedTransport(1 << 20), URLSessionTransport(maxResponseBytes: 1 << 20)] {
            let linq = try Linq(
                apiKey: "key", baseURL: server.url(), config: ClientConfig(maxRetries: 0), transport: transport)
            let before = try residentMemory()
            let error = await linqError { try await linq.request("GET", "/v3/chats") }
            guard case .transport(let failure) = error else { return XCTFail("\(transport): \(error as Any)") }
            XCTAssertEqual(failure.kind, .responseTooLarge)
            let put = HTTPRequest(method: "PUT", url: "\(server.url())/file")
            do {
                // A transport that does not decompress the storage's response reads it raw.
                let response = try await transport.upload(.data(Data(count: 10), filename: "a.pdf"), with: put) { _ in }
                XCTAssertLessThan(response.body.count, 1 << 20)
            } catch let error as TransportError {
                XCTAssertEqual(error.kind, .responseTooLarge)
            }
            #if os(Linux)
                // Foundation decompresses the complete response first.
                if transport is URLSessionTransport { continue }
            #endif
            XCTAssertLessThan(try residentMemory() - before, 60_000_000, "\(transport)")
        }
    }

    func testRejectedCertificateIsNotRetried() async throws {
        let server = try TLSServer()
        for transport in try [defaultTransport(), URLSessionTransport()] {
            let linq = try Linq(apiKey: "key", baseURL: server.url, transport: transport)
            let error = await linqError { try await linq.chats.shareContactCard(chatID: chat) }
            guard case .transport(let failure) = error else { return XCTFail("\(transport): \(error as Any)") }
            XCTAssertEqual(failure.kind, .invalidRequest, "\(failure.detail)")
            XCTAssertFalse(failure.mayHaveTakenEffect, "\(transport)")
            XCTAssertEqual(failure.attempts, 1, "\(transport)")
        }
    }

    func testURLErrorCodesAreNotSentOnlyIfCertain() {
        let final: Set = [-1201, -1202, -1203, -1204, -1022]
        let connecting: Set = [-1001, -1003, -1004, -1006, -1009, -1018, -1019, -1020, -1200, -1205, -1206]
        var judged: Set<Int> = []
        for code in -4_000...0 {
            // Foundation on Linux knows fewer codes.
            let known: URLError.Code? = URLError.Code(rawValue: code)
            for nothingWasSent in [false, true] {
                guard let known else { continue }
                judged.insert(code)
                let kind = TransportError(URLError(known), nothingWasSent: nothingWasSent).kind
                var expected = TransportError.Kind.connectionLost
                if final.contains(code) { expected = .invalidRequest }
                if connecting.contains(code) && nothingWasSent { expected = .notConnected }
                if code == -1001 && !nothingWasSent { expected = .timedOut }
                #if os(Linux)
                    if code == -1003 { expected = .notConnected }
                #endif
                XCTAssertEqual(kind, expected, "\(code), \(nothingWasSent)")
            }
        }
        XCTAssertGreaterThan(judged.count, 40)
        XCTAssertGreaterThan(judged.intersection(final.union(connecting)).count, 10)
    }

    #if os(Linux)
        func testLibcurlMessagesOfUnsentRequests() {
            for (code, text, kind) in [
                (-1004, "Failed to connect to localhost port 1 after 0 ms: Could not connect to server", .notConnected),
                (-1004, "Empty reply from server", .connectionLost), (-1004, "", .connectionLost),
                (-1, "SSL certificate problem: self-signed certificate", .invalidRequest),
                (-1004, "SSL certificate problem: self-signed certificate", .invalidRequest),
                (-1, "Recv failure: Connection reset by peer", .connectionLost),
                (-1002, "Received HTTP/0.9 when not allowed", .connectionLost),
            ] as [(Int, String, TransportError.Kind)] {
                let error = URLError(URLError.Code(rawValue: code)!, userInfo: [NSLocalizedDescriptionKey: text])
                XCTAssertEqual(TransportError(error, nothingWasSent: false).kind, kind, text)
            }
        }
    #endif

    func testFinishedCallsReleaseTheirTimers() async throws {
        let calls = isLong ? 200_000 : 100_000
        for _ in 0..<1_000 { _ = try await withTimeout(60) { 1 } }
        let before = try residentMemory()
        for _ in 0..<calls { _ = try await withTimeout(60) { 1 } }
        // A leaked timer takes 700 bytes; the heap stays below 30 MB for any number of calls.
        XCTAssertLessThan(try residentMemory() - before, 40_000_000)
    }
}

// Running the tables.
extension FaultTests {
    /// True if the long tests run too.
    private var isLong: Bool { ProcessInfo.processInfo.environment["LINQ_LONG_TESTS"] != nil }

    private func malformedHeads(_ transport: any HTTPTransport, _ isSafe: (Data) -> Bool) async throws {
        let heads = try Vectors.json("malformed_heads.json").items.map { row in
            row.items.reduce(into: Data()) { data, part in
                let bytes = Data(part["text"]!.latin1)
                for _ in 0..<(part["times"]?.number ?? 1) { data += bytes }
            }
        }
        let rows = heads.indices.filter { isSafe(heads[$0]) }
        XCTAssertGreaterThan(rows.count, 200)
        let requests = Mutexed([Int](repeating: 0, count: heads.count))
        let server = try FaultServer { request in
            let row = request.row
            requests.withLock { $0[row] += 1 }
            return Fault(response: heads[row], endDelay: 0.05, end: .close)
        }
        try await inParallel(rows.count, atOnce: 16) { number in
            let row = rows[number]
            let linq = try Linq(
                apiKey: "key", baseURL: server.row(row), config: ClientConfig(timeout: 5, maxRetries: 0),
                transport: transport)
            do {
                _ = try await linq.chats.participants.add(chatID: chat, handle: "+12052499136")
            } catch let error as LinqError {
                XCTAssertTrue(error.mayHaveTakenEffect, "head \(row): \(error)")
            }
            // No request if a reused connection was about to close.
            XCTAssertLessThanOrEqual(requests.withLock { $0[row] }, 1, "head \(row)")
        }
        XCTAssertGreaterThan(requests.withLock { $0.reduce(0, +) }, rows.count / 2)
    }

    /// A row of a table of calls, and the state of its server.
    private struct Row {
        let warmUp: String?
        let call: String
        var faults: [String]
        var executed = Set<String>()
        var promised = 0
    }

    private func run(
        _ table: String, _ transport: any HTTPTransport, host: String = "127.0.0.1", atOnce: Int = 8,
        timeout: TimeInterval = 5, without fatal: Set<String> = []
    ) async throws {
        let vectors = try Vectors.json("faults.json")
        let rows = try XCTUnwrap(vectors[table]).items
            .map { row in
                Row(
                    warmUp: row["warm_up"]?.stringValue, call: row["call"]!.stringValue!,
                    faults: row["faults"]!.items.compactMap(\.stringValue))
            }
            .filter { fatal.isDisjoint(with: $0.faults) }
        XCTAssertGreaterThan(rows.count, 10)
        let faults = vectors["faults"]!
        let state = Mutexed(rows)
        let server = try FaultServer { request in
            let index = request.row
            if request.method == "GET" {
                let body = #"{"phone_numbers": []}"#
                var fault = Fault(
                    response: Data("HTTP/1.1 200 X\r\nContent-Length: \(body.utf8.count)\r\nContent-Type: application/json\r\n\r\n\(body)".utf8))
                fault.end = Fault.End(rawValue: faults[rows[index].warmUp!]!["then"]!.stringValue!)!
                return fault
            }
            return state.withLock { state in
                let call = state[index].call
                let fault = faults[state[index].faults.isEmpty ? "ok" : state[index].faults.removeFirst()]!
                if fault["executes"] == true {
                    let json = try? JSONDecoder.linq.decode(JSONValue.self, from: request.body)
                    let key = json?["message"]?["idempotency_key"]?.stringValue
                    state[index].executed.insert(call == "send" ? key! : UUID().uuidString)
                }
                if fault["asks_to_retry"] == true { state[index].promised += 1 }
                return Fault(fault, call)
            }
        }
        try await inParallel(rows.count, atOnce: atOnce) { index in
            let linq = try Linq(
                apiKey: "key", baseURL: server.row(index, host: host),
                config: ClientConfig(timeout: timeout, maxRetries: 2), transport: transport)
            if rows[index].warmUp != nil {
                _ = try await linq.phoneNumbers.list(options: CallOptions(timeout: 5))
                try await Task.sleep(nanoseconds: 50_000_000)
            }
            var failure: LinqError?
            do {
                switch rows[index].call {
                case "send": _ = try await linq.chats.messages.send(chatID: chat, message: "hi")
                case "react": _ = try await linq.messages.addReaction(messageID: message, operation: .add, type: .love)
                default: try await linq.chats.shareContactCard(chatID: chat)
                }
            } catch let error as LinqError { failure = error }
            // Wait until a call that timed out has been executed.
            if rows[index].faults.contains(where: { $0.hasPrefix("slow") }) {
                try await Task.sleep(nanoseconds: 700_000_000)
            }
            let row = state.withLock { $0[index] }
            let context = "\(table) \(index), \(rows[index].call) under \(rows[index].faults): \(failure.map { "\($0)" } ?? "ok")"
            if failure == nil { XCTAssertFalse(row.executed.isEmpty, context) }
            if failure?.mayHaveTakenEffect == false { XCTAssertTrue(row.executed.isEmpty, context) }
            XCTAssertLessThanOrEqual(row.executed.count, row.call == "send" ? 1 : 1 + row.promised, context)
        }
    }

    /// The storage's behavior on the first PUT of an upload.
    fileprivate struct UploadFault {
        let name: String
        var fault: Fault
        var stores = false
        var isCancelled = false
    }

    private func upload(_ uploads: [UploadFault], bytes: Int, _ transport: any HTTPTransport) async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pdf")
        try Data(count: bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let firsts = Mutexed(Set<Int>())
        let begun = Mutexed(Set<Int>())
        let done = Fault(response: Data("HTTP/1.1 200 X\r\nContent-Length: 0\r\n\r\n".utf8))
        let stored = Mutexed([Int: Int]())
        let storage = try FaultServer(early: true) { request in
            let row = request.row
            begun.withLock { _ = $0.insert(row) }
            let isFirst = firsts.withLock { $0.insert(row).inserted }
            let length = request.headers["content-length"].flatMap { Int($0) } ?? 0
            if !isFirst || uploads[row].stores { stored.withLock { $0[row] = length } }
            return isFirst ? uploads[row].fault : done
        }
        let deleted = Mutexed(Set<String>())
        let api = try FaultServer { request in
            let row = request.row
            if request.method == "DELETE" {
                deleted.withLock { _ = $0.insert(String(request.target.split(separator: "/").last!)) }
                return Fault(response: Data("HTTP/1.1 204 X\r\n\r\n".utf8))
            }
            let body = """
                {"attachment_id": "\(UUID().uuidString.lowercased())", "download_url": "https://d/x",
                 "expires_at": "2036-01-01T00:00:00Z", "http_method": "PUT",
                 "required_headers": {"content-type": "application/pdf"}, "upload_url": "\(storage.row(row))/up?sig=s"}
                """
            let head = "HTTP/1.1 201 X\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
            return Fault(response: Data((head + body).utf8))
        }
        try await inParallel(uploads.count, atOnce: 40) { row in
            let linq = try Linq(
                apiKey: "key", baseURL: api.row(row), config: ClientConfig(timeout: 10), transport: transport)
            let task = Task { try await linq.attachments.upload(.file(file)) }
            if uploads[row].isCancelled {
                try await eventually { begun.withLock { $0.contains(row) } }
                task.cancel()
                return await XCTAssertThrowsCancellation(task)
            }
            switch await task.result {
            case .success(let file):
                XCTAssertEqual(stored.withLock { $0[row] }, bytes, uploads[row].name)
                XCTAssertFalse(deleted.withLock { $0.contains(file.attachmentID) }, uploads[row].name)
            case .failure(let error):
                XCTAssertTrue(error is LinqError, "\(uploads[row].name): \(error)")
            }
        }
    }

    private func inParallel(
        _ count: Int, atOnce: Int, _ work: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<count {
                if number >= atOnce { try await group.next() }
                group.addTask { try await work(number) }
            }
            try await group.waitForAll()
        }
    }

    private func defaultTransport() throws -> any HTTPTransport { try limitedTransport(32 << 20) }

    private func limitedTransport(_ maxResponseBytes: Int) throws -> any HTTPTransport {
        #if os(Linux)
            try ServerTransport(maxResponseBytes: maxResponseBytes)
        #else
            URLSessionTransport(maxResponseBytes: maxResponseBytes)
        #endif
    }
}

/// `openssl s_server` with an untrusted certificate; skips the test where there is no openssl.
private final class TLSServer {
    let url: URL
    private let process = Process()
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("linq-\(UUID().uuidString)")

    init() throws {
        let openssl = URL(fileURLWithPath: "/usr/bin/openssl")
        guard FileManager.default.isExecutableFile(atPath: openssl.path) else { throw XCTSkip("no openssl") }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let (key, certificate) = (folder.appendingPathComponent("key.pem").path, folder.appendingPathComponent("cert.pem").path)
        let request = Process()
        request.executableURL = openssl
        request.arguments = [
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "2",
            "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
        ]
        request.standardError = FileHandle.nullDevice
        try request.run()
        request.waitUntilExit()
        process.executableURL = openssl
        process.arguments = ["s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key, "-www"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var line = ""
        while !line.hasPrefix("ACCEPT ") || !line.hasSuffix("\n") {
            if line.hasSuffix("\n") { line = "" }
            guard let byte = try output.fileHandleForReading.read(upToCount: 1) else { throw XCTSkip("no s_server") }
            line += String(decoding: byte, as: UTF8.self)
        }
        let port = line.trimmingCharacters(in: .whitespacesAndNewlines).split(separator: ":").last ?? ""
        url = URL(string: "https://localhost:\(port)/api/partner")!
    }

    deinit {
        kill(process.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(at: folder)
    }
}

/// 256 MiB of zeros in 266 KB, cut before its end.
private enum Gzip {
    static let bomb: Data = {
        let header: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]
        let start: [UInt8] = [0xec, 0xc1, 0x31, 1, 0, 0, 0, 0xc2, 0xa0, 0x4a, 0xeb, 0x9f, 0xce, 0x10, 0xbe, 0x40, 1]
        let megabyte = start + [UInt8](repeating: 0, count: 1_015) + [0x7c, 6, 0, 0, 0xff, 0xff]
        return Data(header) + Data((0..<256).flatMap { _ in megabyte })
    }()
}

extension Fault {
    fileprivate init(_ row: JSONValue, _ call: String) {
        self.init(
            delay: Double(row["delay_ms"]?.number ?? 0) / 1_000, response: Data(row["response"]?[call]?.latin1 ?? []),
            end: End(rawValue: row["then"]!.stringValue!)!)
    }
}

extension FaultTests.UploadFault {
    fileprivate init(_ row: JSONValue) {
        let fault = Fault(
            bodyBytes: row["body_bytes"]?.number, answersContinue: row["continue"] == true,
            response: Data(row["response"]!.latin1), end: Fault.End(rawValue: row["then"]!.stringValue!)!)
        self.init(name: row["name"]!.stringValue!, fault: fault, stores: row["stores"] == true)
    }
}

extension Vectors {
    fileprivate static func fault(_ name: String, _ call: String) throws -> Fault {
        Fault(try XCTUnwrap(json("faults.json")["faults"]?[name]), call)
    }
}

extension JSONValue {
    /// The bytes of text in Latin-1.
    fileprivate var latin1: [UInt8] { (stringValue ?? "").unicodeScalars.map { UInt8($0.value) } }

    fileprivate var number: Int? {
        guard case .integer(let number) = self else { return nil }
        return Int(number)
    }
}

extension FaultServer {
    /// The base URL of a row of a table.
    fileprivate func row(_ row: Int, host: String = "127.0.0.1") -> URL {
        URL(string: "http://\(host):\(port)/\(row)")!
    }
}

extension FaultServer.Request {
    fileprivate var row: Int { target.split(separator: "/").first.flatMap { Int($0) } ?? 0 }
}
