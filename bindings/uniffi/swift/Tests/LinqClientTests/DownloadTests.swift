import Foundation
import LinqClient
import XCTest

final class DownloadTests: XCTestCase {
    private let content = Data((0..<700_000).map { UInt8(truncatingIfNeeded: $0 ^ ($0 >> 8)) })

    /// An emulator with an uploaded file.
    private struct Fixture {
        let emulator: Emulator
        let linq: Linq
        let uploaded: UploadedFile

        init(_ content: Data, transport: (any HTTPTransport)? = nil) async throws {
            emulator = try Emulator()
            linq = try emulator.client(transport: transport)
            uploaded = try await emulator.client().attachments.upload(.data(content, filename: "cat.jpg"))
        }

        func fault(_ kind: String, _ fields: [String: JSONValue] = [:]) async throws {
            let fault = fields.merging(["kind": .string(kind), "path": "/attachments/partners/*"]) { $1 }
            try await emulator.control("POST", "faults", .object(fault))
        }
    }

    private func temporaryFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        addTeardownBlock { try? FileManager.default.removeItem(at: folder) }
        return folder
    }

    private func names(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
    }

    private func transports() throws -> [any HTTPTransport] {
        #if os(Linux)
            [try ServerTransport(), URLSessionTransport()]
        #else
            [URLSessionTransport()]
        #endif
    }

    func testDownloadToMemoryAndToDisk() async throws {
        for transport in try transports() {
            let fixture = try await Fixture(content, transport: transport)
            let attachments = fixture.linq.attachments
            let source = DownloadSource.uploaded(fixture.uploaded)
            let url = try XCTUnwrap(source.url)
            for source in [source, .attachment(try XCTUnwrap(source.attachmentID)), .url(url)] {
                let data = try await attachments.download(source)
                XCTAssertEqual(data, content)
            }
            let folder = try temporaryFolder()
            let file = folder.appendingPathComponent("cat.jpg")
            for _ in 0..<2 {
                let size = try await attachments.download(source, to: file)
                XCTAssertEqual(size, content.count)
                XCTAssertEqual(try Data(contentsOf: file), content)
                XCTAssertEqual(try names(folder), ["cat.jpg"])
                try Data("replaced".utf8).write(to: file)
            }
        }
    }

    func testProgressNeverDecreases() async throws {
        for transport in try transports() {
            let fixture = try await Fixture(content, transport: transport)
            try await fixture.fault("truncate", ["times": 1])
            let progress = Mutexed([DownloadProgress]())
            _ = try await fixture.linq.attachments.download(.uploaded(fixture.uploaded)) { step in
                progress.withLock { $0.append(step) }
            }
            let steps = progress.withLock { $0 }
            XCTAssertEqual(steps.map(\.receivedBytes), steps.map(\.receivedBytes).sorted())
            let size = Int64(content.count)
            XCTAssertEqual(steps.last, DownloadProgress(receivedBytes: size, totalBytes: size))
            XCTAssertEqual(steps.last?.fraction, 1)
        }
    }

    func testFileLargerThanTheLimitIsRejected() async throws {
        for transport in try transports() {
            let fixture = try await Fixture(content, transport: transport)
            let source = DownloadSource.uploaded(fixture.uploaded)
            let attachments = fixture.linq.attachments
            let size = content.count
            _ = try await attachments.download(source, maxBytes: size)
            let declared = await linqError { _ = try await attachments.download(source, maxBytes: size - 1) }
            XCTAssertEqual(declared?.description, "the file is larger than the allowed \(size - 1) bytes")
            try await fixture.fault("large_body", ["bytes": 1_000_000_000_000])
            let folder = try temporaryFolder()
            let file = folder.appendingPathComponent("cat.jpg")
            let endless = await linqError { try await attachments.download(source, to: file, maxBytes: 100_000) }
            XCTAssertEqual(endless?.description, "the file is larger than the allowed 100000 bytes")
            XCTAssertEqual(try names(folder), [])
        }
    }

    func testTruncatedDownloadIsRetriedAndLeavesTheFileUntouchedIfItFails() async throws {
        for transport in try transports() {
            let fixture = try await Fixture(content, transport: transport)
            let source = DownloadSource.uploaded(fixture.uploaded)
            let attachments = fixture.linq.attachments
            let folder = try temporaryFolder()
            let file = folder.appendingPathComponent("cat.jpg")
            try await fixture.fault("truncate", ["times": 1])
            try await attachments.download(source, to: file)
            XCTAssertEqual(try Data(contentsOf: file), content)
            try Data("kept".utf8).write(to: file)
            try await fixture.fault("truncate")
            let error = await linqError { try await attachments.download(source, to: file, maxRetries: 0) }
            guard case .transport(let failure)? = error else { return XCTFail("\(String(describing: error))") }
            XCTAssertEqual(failure.kind, .connectionLost)
            XCTAssertFalse(failure.mayHaveTakenEffect)
            XCTAssertEqual(try Data(contentsOf: file), Data("kept".utf8))
            XCTAssertEqual(try names(folder), ["cat.jpg"])
        }
    }

    func testExpiredURLIsRenewed() async throws {
        for transport in try transports() {
            let fixture = try await Fixture(content, transport: transport)
            let source = DownloadSource.uploaded(fixture.uploaded)
            for status in [403, 404] {
                try await fixture.fault("html", ["status": .integer(Int64(status)), "times": 1])
                let data = try await fixture.linq.attachments.download(source)
                XCTAssertEqual(data, content)
            }
            try await fixture.fault("html", ["status": 403])
            let url = try XCTUnwrap(source.url)
            let error = await linqError { _ = try await fixture.linq.attachments.download(.url(url)) }
            XCTAssertEqual(error, .download(detail: "the storage did not return the file: HTTP 403", status: 403))
            XCTAssertEqual(error?.status, 403)
        }
    }

    func testRedirectIsFollowedWithoutTheKey() async throws {
        for transport in try transports() {
            let storage = try RecordingServer { _ in .response(status: 200, body: "file") }
            let target = storage.url.absoluteString + "/b?X-Amz-Signature=s3cret"
            let front = try RecordingServer { _ in .response(status: 302, headers: ["Location": target]) }
            let url = front.url.absoluteString + "/a?X-Amz-Signature=s3cret"
            let api = try RecordingServer { _ in
                .response(
                    status: 200, headers: ["Content-Type": "application/json"],
                    body: #"{"id": "a1", "download_url": "\#(url)"}"#)
            }
            var config = ClientConfig()
            config.headers = ["X-Tenant": "tenant_secret"]
            let linq = try Linq(apiKey: "sk_secret", baseURL: api.url, config: config, transport: transport)
            let data = try await linq.attachments.download(.attachment("a1"))
            XCTAssertEqual(data, Data("file".utf8))
            XCTAssertEqual(api.received.first?.header("authorization"), "Bearer sk_secret")
            XCTAssertEqual(front.received.count, 1)
            XCTAssertEqual(storage.received.count, 1)
            for request in front.received + storage.received {
                XCTAssertNil(request.header("authorization"))
                XCTAssertNil(request.header("x-tenant"))
                XCTAssertNil(request.header("cookie"))
                XCTAssertEqual(request.header("accept-encoding"), "identity")
            }
        }
    }

    func testStalledDownloadTimesOutAndASlowOneDoesNot() async throws {
        for transport in try transports() {
            let fixture = try await Fixture(content, transport: transport)
            let source = DownloadSource.uploaded(fixture.uploaded)
            let attachments = fixture.linq.attachments
            try await fixture.fault("drip", ["ms": 50, "times": 1])
            let data = try await attachments.download(source, timeout: 0.7, maxRetries: 0)
            XCTAssertEqual(data, content)
            try await fixture.fault("drip", ["ms": 20_000, "times": 1])
            let error = await linqError { _ = try await attachments.download(source, timeout: 0.3, maxRetries: 0) }
            guard case .transport(let failure)? = error else { return XCTFail("\(String(describing: error))") }
            XCTAssertEqual(failure.kind, .timedOut)
        }
    }

    func testFileThatCannotBeWrittenFailsTheDownload() async throws {
        let fixture = try await Fixture(content)
        let source = DownloadSource.uploaded(fixture.uploaded)
        let folder = try temporaryFolder()
        for file in [folder, folder.appendingPathComponent("missing/cat.jpg")] {
            let error = await linqError { try await fixture.linq.attachments.download(source, to: file) }
            let text = error?.description ?? ""
            XCTAssertTrue(text.hasPrefix("the file cannot be written: \(file.path): "), text)
        }
    }

    func testSourceIsCheckedBeforeAnythingIsSent() async throws {
        let server = try RecordingServer { _ in .response(status: 500) }
        let linq = try Linq(apiKey: "key", baseURL: server.url)
        let empty = await linqError { _ = try await linq.attachments.download(DownloadSource(attachmentID: nil)) }
        XCTAssertEqual(empty?.description, "source: must have an identifier or a URL")
        let ftp = await linqError { _ = try await linq.attachments.download(.url(Secret("ftp://cdn.example/a"))) }
        XCTAssertEqual(ftp?.description, "url: must start with https://")
        let negative = await linqError { _ = try await linq.attachments.download(.attachment("a1"), maxBytes: -1) }
        XCTAssertEqual(negative?.description, "maxBytes: must not be negative")
        XCTAssertTrue(server.received.isEmpty)
    }
}
