import Foundation
import LinqClient
import XCTest

final class UploadTests: XCTestCase {
    @available(*, deprecated, message: "The status of attachments is deprecated.")
    func testFileUploadReportsProgressAndOmitsTheKey() async throws {
        let emulator = try Emulator()
        let linq = try emulator.client()
        let file = try temporaryFile(bytes: 3_000_000)
        defer { try? FileManager.default.removeItem(at: file) }
        let progress = Mutexed([UploadProgress]())
        let uploaded = try await linq.attachments.upload(.file(file)) { step in
            progress.withLock { $0.append(step) }
        }
        XCTAssertEqual(uploaded.sizeBytes, 3_000_000)
        XCTAssertEqual(uploaded.contentType, .png)
        XCTAssertEqual(uploaded.filename, file.lastPathComponent)
        let steps = progress.withLock { $0 }
        XCTAssertGreaterThan(steps.count, 1)
        XCTAssertEqual(steps.map(\.sentBytes), steps.map(\.sentBytes).sorted())
        XCTAssertEqual(steps.last, UploadProgress(sentBytes: 3_000_000, totalBytes: 3_000_000))
        XCTAssertFalse("\(uploaded)".contains("http"), "the URL is secret")

        let attachment = try await linq.attachments.retrieve(attachmentID: uploaded.attachmentID)
        try documented { XCTAssertEqual(attachment.status, .complete) }
        let created = try await linq.chats.create(
            from: line, to: ["+15556667777"], message: .media(attachmentID: uploaded.attachmentID))
        try documented {
            guard case .media(let part)? = created.chat.message.parts.first else { return XCTFail("a file") }
            XCTAssertEqual(part.sizeBytes, 3_000_000)
        }
    }

    #if os(Linux)
        func testLargeFileIsStreamed() async throws {
            let emulator = try Emulator()
            let linq = try emulator.client()
            let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).mp4")
            try Data().write(to: file)
            defer { try? FileManager.default.removeItem(at: file) }
            let handle = try FileHandle(forWritingTo: file)
            try handle.truncate(atOffset: 90_000_000)
            try handle.close()
            let before = try peakMemory()
            let uploaded = try await linq.attachments.upload(.file(file))
            XCTAssertEqual(uploaded.sizeBytes, 90_000_000)
            XCTAssertLessThan(try peakMemory() - before, 30_000_000)
        }

        /// Returns the peak memory of this process in bytes.
        private func peakMemory() throws -> Int {
            let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            let kilobytes = line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
            return try XCTUnwrap(kilobytes) * 1024
        }
    #endif

    func testSymbolicLinkIsResolved() async throws {
        let emulator = try Emulator()
        let linq = try emulator.client()
        let file = try temporaryFile(bytes: 20_000)
        let link = file.deletingLastPathComponent().appendingPathComponent("\(UUID().uuidString).png")
        defer { for url in [file, link] { try? FileManager.default.removeItem(at: url) } }
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
        let uploaded = try await linq.attachments.upload(.file(link))
        XCTAssertEqual(uploaded.sizeBytes, 20_000)
        XCTAssertEqual(uploaded.filename, link.lastPathComponent)
        let stored = try await emulator.list("attachments").first
        XCTAssertEqual(stored?["size_bytes"], 20_000)
    }

    @available(*, deprecated, message: "The status of attachments is deprecated.")
    func testUploadIsRetriedWhenTheStorageIsUnavailable() async throws {
        let emulator = try Emulator()
        let linq = try emulator.client()
        try await emulator.control(
            "POST", "faults", ["kind": "status", "status": 503, "code": 3002, "path": "/uploads", "times": 1])
        let data = Data((0..<200_000).map { UInt8(truncatingIfNeeded: $0) })
        let uploaded = try await linq.attachments.upload(.data(data, filename: "a.pdf"))
        let stored = try await linq.attachments.retrieve(attachmentID: uploaded.attachmentID)
        XCTAssertEqual(stored.status, .complete)
        XCTAssertEqual(stored.contentType, .pdf)
    }

    func testUnreadableFileIsAnUploadErrorThatNamesThePath() async throws {
        let server = try RecordingServer { _ in .response(status: 500) }
        let linq = try Linq(apiKey: "key", baseURL: server.url)
        for path in ["/nowhere/cake.jpg", FileManager.default.temporaryDirectory.path] {
            let source = UploadSource.file(URL(fileURLWithPath: path), filename: "cake.jpg")
            let error = await linqError { try await linq.attachments.upload(source) }
            guard case .upload(let detail)? = error else { return XCTFail("\(String(describing: error))") }
            XCTAssertTrue(detail.hasPrefix("\(URL(fileURLWithPath: path).resolvingSymlinksInPath().path): not "), detail)
        }
        XCTAssertTrue(server.received.isEmpty)
    }

    func testNonFileURLIsRejectedBeforeAnyRequest() async throws {
        let emulator = try Emulator()
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pdf")
        try Data(count: 10).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        for address in [file.path, "https://example.com\(file.path)"] {
            let source = UploadSource.file(URL(string: address)!)
            let error = await linqError { try await emulator.client().attachments.upload(source) }
            guard case .invalidArgument("source", _) = error else { return XCTFail("\(error as Any)") }
            XCTAssertThrowsError(try source.read())
            XCTAssertThrowsError(try source.stream())
        }
        let calls = try await emulator.calls("POST", "/v3/attachments")
        XCTAssertTrue(calls.isEmpty)
    }

    func testFileRemovedDuringUploadDeletesTheAttachment() async throws {
        /// Reads the file after it has been removed.
        struct LateReader: HTTPTransport {
            let inner = URLSessionTransport()

            func send(_ request: HTTPRequest) async throws -> HTTPResponse { try await inner.send(request) }

            func upload(
                _ source: UploadSource, with request: HTTPRequest,
                progress: @escaping @Sendable (UploadProgress) -> Void
            ) async throws -> HTTPResponse {
                try FileManager.default.removeItem(at: source.file!)
                var request = request
                request.body = try source.read()
                return try await inner.send(request)
            }
        }
        let emulator = try Emulator()
        let linq = try emulator.client(transport: LateReader())
        let file = try temporaryFile(bytes: 1_000)
        let error = await linqError { try await linq.attachments.upload(.file(file)) }
        guard case .upload(let detail)? = error else { return XCTFail("\(String(describing: error))") }
        XCTAssertTrue(detail.contains(file.lastPathComponent), detail)
        let attachments = try await emulator.list("attachments")
        XCTAssertEqual(attachments, [])
    }

    func testCancellationAbortsTheUpload() async throws {
        let storage = try RecordingServer { _ in .silence }
        let response = """
            {"attachment_id": "a", "download_url": "https://d/x", "expires_at": "2030-01-01T00:00:00Z",
             "http_method": "PUT", "required_headers": {"content-type": "application/pdf"},
             "upload_url": "\(storage.url.absoluteString)/up?sig=s3cret"}
            """
        let server = try RecordingServer { _ in .response(status: 201, body: response) }
        let linq = try Linq(apiKey: "key", baseURL: server.url)
        let task = Task { try await linq.attachments.upload(.data(Data(count: 1_000), filename: "a.pdf")) }
        try await eventually { storage.received.count == 1 }
        XCTAssertNil(storage.received[0].header("authorization"))
        XCTAssertEqual(storage.received[0].header("content-type"), "application/pdf")
        XCTAssertEqual(storage.received[0].body.count, 1_000)
        task.cancel()
        await XCTAssertThrowsCancellation(task)
        try await eventually { storage.disconnects == 1 }
    }

    private func temporaryFile(bytes: Int) throws -> URL {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).png")
        try Data((0..<bytes).map { UInt8(truncatingIfNeeded: $0 &* 31) }).write(to: file)
        return file
    }
}
