import Foundation
import LinqClient
import XCTest
#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Custom transports, and `URLSessionTransport`.
final class TransportTests: XCTestCase {
    func testCustomTransportAddsAHeader() async throws {
        struct Attested: HTTPTransport {
            let inner = URLSessionTransport()

            func send(_ request: HTTPRequest) async throws -> HTTPResponse {
                var request = request
                request.setHeader("X-Attestation", "device")
                request.setHeader("user-agent", "custom")
                return try await inner.send(request)
            }
        }
        let server = try RecordingServer { _ in .response(status: 200, body: #"{"phone_numbers": []}"#) }
        let linq = try Linq(apiKey: "key", baseURL: server.url, transport: Attested())
        _ = try await linq.phoneNumbers.list()
        let received = try XCTUnwrap(server.received.first)
        XCTAssertEqual(received.header("x-attestation"), "device")
        XCTAssertEqual(received.header("authorization"), "Bearer key")
        XCTAssertEqual(received.headers.filter { $0.name.lowercased() == "user-agent" }.map(\.value), ["custom"])
    }

    @available(*, deprecated, message: "The status of attachments is deprecated.")
    func testCustomTransportStreamsAFile() async throws {
        struct Streaming: HTTPTransport {
            let inner = URLSessionTransport()
            let pieces = Mutexed([Int]())

            func send(_ request: HTTPRequest) async throws -> HTTPResponse { try await inner.send(request) }

            func upload(
                _ source: UploadSource, with request: HTTPRequest,
                progress: @escaping @Sendable (UploadProgress) -> Void
            ) async throws -> HTTPResponse {
                let stream = try source.stream()
                stream.open()
                defer { stream.close() }
                var request = request
                var body = Data()
                var piece = [UInt8](repeating: 0, count: 1_000)
                while case let count = stream.read(&piece, maxLength: piece.count), count > 0 {
                    body.append(contentsOf: piece[..<count])
                    pieces.withLock { $0.append(count) }
                }
                request.body = body
                return try await inner.send(request)
            }
        }
        let emulator = try Emulator()
        let transport = Streaming()
        let linq = try emulator.client(transport: transport)
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pdf")
        try Data(count: 2_500).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        for source in [UploadSource.file(file), .data(Data(count: 2_500), filename: "a.pdf")] {
            let uploaded = try await linq.attachments.upload(source)
            let stored = try await linq.attachments.retrieve(attachmentID: uploaded.attachmentID)
            XCTAssertEqual(stored.status, .complete)
            XCTAssertEqual(transport.pieces.withLock { $0.reduce(0, +) }, 2_500)
            transport.pieces.withLock { $0 = [] }
        }
    }

    func testAuthenticationChallengesDoNotHideThe401() async throws {
        let challenges = [
            #"Basic realm="x""#, #"Basic realm="api", charset="UTF-8""#, #"Bearer realm="api""#,
            #"Digest realm="x", nonce="y""#,
        ]
        for challenge in challenges {
            let server = try RecordingServer { request in
                request.header("authorization") == "Bearer new"
                    ? .response(status: 200, body: #"{"phone_numbers": []}"#)
                    : .response(
                        status: 401, headers: ["WWW-Authenticate": challenge],
                        body: #"{"error": {"status": 401, "code": 2004, "message": "no"}, "success": false}"#)
            }
            let tokenQueue = Mutexed(["new", "old"])
            let tokens = CachedTokenProvider { tokenQueue.withLock { $0.removeLast() } }
            let config = ClientConfig(timeout: 20)
            _ = try await Linq(backend: server.url, tokens: tokens, config: config).phoneNumbers.list()
            XCTAssertEqual(server.received.count, 2, challenge)
            let linq = try Linq(apiKey: "old", baseURL: server.url, config: config)
            let error = await linqError { try await linq.phoneNumbers.list() }
            XCTAssertEqual(error?.code, 2004, challenge)
        }
    }

    func testResponsesAboveTheSizeLimitAreErrors() async throws {
        for size in stride(from: 10_001, through: 60_001, by: 10_000) {
            let server = try RecordingServer { _ in
                .response(status: 200, body: String(repeating: "a", count: size))
            }
            let transport = URLSessionTransport(maxResponseBytes: 10_000)
            let linq = try Linq(apiKey: "key", baseURL: server.url, transport: transport)
            let error = await linqError { try await linq.request("GET", "/v3/chats") }
            guard case .transport(let failure) = error else { return XCTFail("\(size): \(error as Any)") }
            XCTAssertEqual(failure.kind, .responseTooLarge, "\(size)")
        }
    }

    func testGetWithBodyIsRejectedWithoutRetry() async throws {
        let server = try RecordingServer { _ in .response(status: 200, body: "{}") }
        let linq = try Linq(apiKey: "key", baseURL: server.url, transport: URLSessionTransport())
        let error = await linqError { try await linq.request("GET", "/v3/chats", body: ["a": 1]) }
        guard case .transport(let failure) = error else { return XCTFail("\(error as Any)") }
        XCTAssertEqual(failure.kind, .invalidRequest)
        XCTAssertEqual(failure.attempts, 1)
        XCTAssertFalse(failure.mayHaveTakenEffect)
        XCTAssertTrue(server.received.isEmpty)
    }

    func testSessionConfigurationIsNotModified() {
        let configuration = URLSessionConfiguration.default
        let cookies = configuration.httpCookieStorage
        let policy = URLRequest.CachePolicy.returnCacheDataElseLoad
        configuration.requestCachePolicy = policy
        _ = URLSessionTransport(configuration: configuration)
        XCTAssertNotNil(cookies)
        XCTAssertTrue(configuration.httpCookieStorage === cookies)
        XCTAssertEqual(configuration.requestCachePolicy, policy)
        XCTAssertTrue(configuration.httpShouldSetCookies)
    }

    func testCookiesAreNeitherStoredNorSent() async throws {
        let server = try RecordingServer { _ in
            .response(status: 200, headers: ["set-cookie": "a=1; path=/"], body: #"{"phone_numbers": []}"#)
        }
        let transport = URLSessionTransport(configuration: .default)
        let linq = try Linq(apiKey: "key", baseURL: server.url, transport: transport)
        for _ in 0..<2 { _ = try await linq.phoneNumbers.list() }
        XCTAssertEqual(server.received.count, 2)
        XCTAssertNil(server.received.last?.header("cookie"))
    }

    func testFailureInitializers() {
        let rejected = LinqError.api(APIFailure(detail: "left", status: 409, code: 2013))
        XCTAssertEqual(rejected.code, 2013)
        XCTAssertEqual(rejected.description, "left")
        let lost = LinqError.transport(
            TransportFailure(detail: "gone", kind: .connectionLost, mayHaveTakenEffect: true))
        XCTAssertTrue(lost.mayHaveTakenEffect)
        XCTAssertEqual(LinqError.decode(DecodeFailure(detail: "?", path: "id")).status, 200)
    }
}
