import Foundation
import LinqClient
import XCTest
#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

#if os(Linux)
    /// The error messages of this package, rendered in `tests/vectors/messages.swift.txt` for a person to read.
    /// `BLESS=1` writes the file. On Linux only, since some are those of its transport.
    final class MessageTests: XCTestCase {
        func testMessagesAreInTheFileAsAreThoseOfTheSources() async throws {
            let messages = Messages()
            try await messages.renderAll()
            let rendered = messages.text
            if ProcessInfo.processInfo.environment["BLESS"] == "1" {
                try Vectors.write(Data(rendered.utf8), Self.file)
            }
            let recorded = String(decoding: try Vectors.data(Self.file), as: UTF8.self)
            let all = rendered.components(separatedBy: "\n")
            for change in all.difference(from: recorded.components(separatedBy: "\n")) {
                switch change {
                case .insert(_, let line, _): XCTFail("not in the file: \(line); BLESS=1 updates \(Self.file)")
                case .remove(_, let line, _): XCTFail("only in the file: \(line); BLESS=1 updates \(Self.file)")
                }
            }

            let lines = all.filter { !$0.hasPrefix("#") }
            let sources = try SourceMessages.all()
            for source in sources where Self.notRendered[source.text] == nil {
                XCTAssertTrue(lines.contains(where: source.matches), "\(source.place): no line renders: \(source.text)")
            }
            let unused = Set(Self.notRendered.keys).subtracting(sources.map(\.text))
            XCTAssertEqual(unused, [], "exceptions without a message")
        }

        private static let file = "messages.swift.txt"

        /// Messages that cannot be provoked, and why.
        private static let notRendered = [
            "permission denied": "root can read every file",
            "read failed": "requires a defective disk",
            "cannot be opened": "requires a file removed between two calls",
            "the transfer was cancelled": "the call is cancelled too, which has its own error",
            "not an HTTP response": "Foundation returns only those",
            "host not found": "depends on the resolver of the machine",
            "no network": "Apple's platforms",
            "TLS failed": "depends on the version of libcurl",
            "certificate rejected": "depends on the version of libcurl",
            "client certificate required or rejected": "depends on the version of libcurl",
            "http blocked by App Transport Security": "Apple's platforms",
            "not valid JSON": "the body is encoded by this package",
            "not a JSON object": "the fields are encoded by this package",
            "must be completed, and have a response body": "invariant",
            "unknown error": "variants that core may add",
            "not available: the native library was built without the feature `transport`": "libraries without it",
        ]
    }

    /// Provokes errors, and collects their messages.
    private final class Messages {
        private(set) var text = "# Error messages of Swift. MessageTests writes this file if BLESS=1.\n"
        private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("linq-\(UUID().uuidString)")
        private let nowhere = URL(string: "http://127.0.0.1:9/api/partner")!
        private let once = CallOptions(maxRetries: 0)

        func renderAll() async throws {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            try await clientOptions()
            try await tokens()
            try await callOptions()
            try await arguments()
            try await files()
            try await storage()
            try await downloads()
            try await connections()
            try await responses()
            try await webhooks()
            try await deduplication()
            try await json()
        }

        private func section(_ title: String) {
            text += "\n# \(title)\n"
        }

        private func add(_ message: String) throws {
            let port = try NSRegularExpression(pattern: #"(127\.0\.0\.1[: ](port )?)\d+"#)
            let path = message.replacingOccurrences(of: folder.path, with: "FOLDER")
            let whole = NSRange(path.startIndex..., in: path)
            let line = port.stringByReplacingMatches(in: path, range: whole, withTemplate: "$1PORT")
            XCTAssertFalse(line.contains("\n"), line)
            text += line + "\n"
        }

        /// Adds the message of the error that `work` throws.
        private func failing<Value>(_ work: () async throws -> Value) async throws {
            do {
                let value = try await work()
                XCTFail("no error, but \(value)")
            } catch let error as LinqError {
                try add("\(error)")
            } catch let error as TransportError {
                try add(error.reason)
            } catch DecodingError.dataCorrupted(let context), DecodingError.typeMismatch(_, let context) {
                try add(context.debugDescription)
            } catch EncodingError.invalidValue(_, let context) {
                try add(context.debugDescription)
            }
        }

        private func client(_ url: URL? = nil, _ transport: (any HTTPTransport)? = nil) throws -> Linq {
            try Linq(apiKey: "key", baseURL: url ?? nowhere, config: ClientConfig(maxRetries: 0), transport: transport)
        }

        private func clientOptions() async throws {
            section("Options of a client")
            for url in [
                "/linq", "ftp://h.example", "http://h.example", "https://u:p@h.example", "https://h.example:99999",
                "https://h.example?a=1",
            ] {
                try await failing { try Linq(apiKey: "key", baseURL: URL(string: url)!) }
            }
            let tokens = CachedTokenProvider { "" }
            try await failing { try Linq(backend: URL(string: "http://h.example")!, tokens: tokens) }
            let configs = [
                ClientConfig(timeout: -1), ClientConfig(deadline: 2e9), ClientConfig(maxRetries: -1),
                ClientConfig(maxRetries: 5_000_000_000),
            ]
            let headers = [
                ["a b": "1"], ["X-User": "Zoë"], ["X-User": "a\nb"], ["Content-Length": "1"], ["Idempotency-Key": "1"],
            ]
            for config in configs + headers.map({ ClientConfig(headers: $0) }) {
                try await failing { try Linq(apiKey: "key", config: config) }
            }
            try await failing { try ServerTransport(connectTimeout: -1) }
            try await failing { try ServerTransport(proxy: URL(string: "ftp://proxy.example")) }
            try await failing { try ServerTransport(rootCertificates: [Data("no PEM".utf8)]) }
        }

        private func tokens() async throws {
            section("API keys and tokens")
            for key in ["", " key", "two\nlines", "two\twords", "Zoë"] {
                try await failing { try await Linq(apiKey: key, baseURL: nowhere).chats.list().page() }
            }
            let multiline = CachedTokenProvider { "a token\n" }
            try await failing { try await Linq(backend: nowhere, tokens: multiline).chats.list().page() }
            let never = CachedTokenProvider {
                try await Task.sleep(nanoseconds: 60_000_000_000)
                return ""
            }
            let options = CallOptions(deadline: 0.05)
            try await failing { try await Linq(backend: nowhere, tokens: never).chats.list(options: options).page() }
        }

        private func callOptions() async throws {
            section("Options of a call")
            for options in [
                CallOptions(timeout: -1), CallOptions(deadline: 2e9), CallOptions(maxRetries: -1),
                CallOptions(idempotencyKey: ""), CallOptions(idempotencyKey: String(repeating: "k", count: 256)),
                CallOptions(headers: ["a b": "1"]), CallOptions(headers: ["X-User": "Zoë"]),
                CallOptions(headers: ["Host": "h.example"]), CallOptions(query: ["": "1"]),
                CallOptions(bodyFields: ["mood": .number(.nan)]),
            ] {
                let messages = try client().chats.messages
                try await failing { try await messages.send(chatID: "c", message: "Hi", options: options) }
            }
        }

        private func arguments() async throws {
            section("Arguments")
            for handle in ["", "nobody", "0205 2499136", "+1205x"] {
                try await failing { try Handle(handle) }
            }
            let linq = try client()
            try await failing { try await linq.chats.participants.add(chatID: "c", handle: "555") }
            try await failing { try await linq.chats.retrieve(chatID: "") }
            try await failing { try await linq.chats.create(from: line, to: [], message: "Hi") }
            try await failing { try await linq.chats.create(from: line, to: ["555"], message: "Hi") }
            for message: MessageContent in [
                .parts(.text(OutgoingText(value: ""))),
                .parts(.text(OutgoingText(value: String(repeating: "a", count: 20_000)))),
                .parts(.media(OutgoingMedia(url: "ftp://h.example/a.png"))),
                .parts(.media(OutgoingMedia())),
            ] {
                try await failing { try await linq.chats.messages.send(chatID: "c", message: message) }
            }
            try await failing { try await linq.chats.update(chatID: "c") }
            try await failing { try await linq.chats.sendVoiceMemo(chatID: "c") }
            try await failing {
                try await linq.messages.updateStickerPlacement(
                    messageID: "m", reactionID: "r", placement: StickerPlacement(x: .nan))
            }
            try await failing { try TextBuilder().mention("Ann", handle: "nobody").build() }
            for (method, path) in [
                ("GE T", "/v3/chats"), ("TRACE", "/v3/chats"), ("GET", "v3/chats"), ("GET", "/v3/chats?limit=1"),
                ("GET", "/v3/a b"), ("GET", "/v3/../chats"),
            ] {
                try await failing { try await linq.request(method, path) }
            }
            try await failing { try await linq.request("POST", "/v3/moods", body: ["mood": .number(.nan)]) }
        }

        private func files() async throws {
            section("Files")
            let attachments = try client().attachments
            let missing = UploadSource.file(folder.appendingPathComponent("missing.jpg"))
            let directory = folder.appendingPathComponent("folder.jpg")
            let unknown = folder.appendingPathComponent("cake.unknown")
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            try Data(count: 1).write(to: unknown)
            for source in [
                missing, .file(directory), .data(Data(), filename: "empty.jpg"), .file(unknown),
                .data(Data(count: 1), filename: ""), .data(Data(count: 104_857_601), filename: "cake.jpg"),
                .file(URL(string: "https://h.example/cake.jpg")!),
            ] {
                try await failing { try await attachments.upload(source) }
            }
            try await failing { try missing.read() }
            try await failing { try missing.stream() }
            let cake = UploadSource.data(Data(count: 1), filename: "cake.jpg")
            try await failing { try await attachments.upload(cake, timeout: -1) }
            try await failing { try await attachments.upload(cake, maxRetries: -1) }
            let file = folder.appendingPathComponent("cake.jpg")
            for change in [Data(count: 5), nil] {
                try Data(count: 10).write(to: file)
                try await failingUpload(
                    .file(file), { try? change?.write(to: file) ?? FileManager.default.removeItem(at: file) })
            }
        }

        private func storage() async throws {
            section("Storage")
            let file = UploadSource.data(Data(count: 10), filename: "cake.jpg")
            let denied = "<Error><Code>AccessDenied</Code></Error>"
            try await failingUpload(file, {}, response: .response(status: 403, body: denied))
            try await failingUpload(file, {}, response: .response(status: 503))
            try await failingUpload(file, {}, url: "ftp://h.example/file")
            try await failingUpload(file, {}, url: "http://127.0.0.1:9/file")
        }

        private func downloads() async throws {
            section("Downloads")
            let attachments = try client().attachments
            let source = DownloadSource.attachment("a")
            try await failing { try await attachments.download(DownloadSource(attachmentID: nil)) }
            try await failing { try await attachments.download(source, maxBytes: -1) }
            for file in [
                URL(string: "https://h.example/cake.jpg")!, folder.appendingPathComponent("folder.jpg"),
                folder.appendingPathComponent("missing/cake.jpg"),
            ] {
                try await failing { try await attachments.download(source, to: file) }
            }
            let silent = try RecordingServer { _ in .silence }
            let url = DownloadSource.url(Secret(silent.url.absoluteString))
            try await failing { try await attachments.download(url, timeout: 0.1, maxRetries: 0) }
            try await failing { try await attachments.download(url, maxRetries: 0, deadline: 0.1) }
        }

        /// Adds the message of a failing upload to a storage, by default one that returns this response. `started` is
        /// called when the upload has started.
        private func failingUpload(
            _ source: UploadSource, _ started: @escaping @Sendable () -> Void, url: String? = nil,
            response: RecordingServer.Reaction = .response(status: 200)
        ) async throws {
            let server = try RecordingServer { request in
                guard request.method == "POST" else {
                    return request.method == "PUT" ? response : .response(status: 204)
                }
                started()
                let own = "http://\(request.header("host") ?? "")/file"
                return .response(
                    status: 200,
                    body: """
                        {"attachment_id": "a", "download_url": "https://h.example/a", "http_method": "PUT",
                         "expires_at": "2030-01-01T00:00:00Z", "required_headers": {}, "upload_url": "\(url ?? own)"}
                        """)
            }
            try await failing { try await client(server.url).attachments.upload(source) }
        }

        private func connections() async throws {
            section("Connections")
            for transport in [nil, URLSessionTransport()] {
                try await failing { try await client(nowhere, transport).chats.leave(chatID: "c") }
            }
            try await failing {
                try await client(nowhere).chats.leave(chatID: "c", options: CallOptions(maxRetries: 1))
            }
            let closing = try FaultServer { _ in Fault(end: .close) }
            for transport in [nil, URLSessionTransport()] {
                try await failing { try await client(closing.url(), transport).chats.leave(chatID: "c") }
            }
            struct Fixed: HTTPTransport {
                let work: @Sendable () async throws -> HTTPResponse

                func send(_ request: HTTPRequest) async throws -> HTTPResponse { try await work() }
            }
            // A server transport also has the timeout, and reports it first or second.
            let hanging = Fixed {
                try await Task.sleep(nanoseconds: 60_000_000_000)
                throw CancellationError()
            }
            let options = CallOptions(timeout: 0.2)
            try await failing { try await client(nowhere, hanging).chats.list(options: options).page() }
            try await failing { try await client(nowhere, hanging).chats.leave(chatID: "c", options: options) }
            let silent = try RecordingServer { _ in .silence }
            let unanswered = HTTPRequest(method: "GET", url: silent.url.absoluteString, timeout: 0.2)
            try await failing { try await ServerTransport().send(unanswered) }
            let large = try RecordingServer { _ in .response(status: 200, body: String(repeating: " ", count: 20_000)) }
            let limited: [any HTTPTransport] = [
                try ServerTransport(maxResponseBytes: 10_000), URLSessionTransport(maxResponseBytes: 10_000),
            ]
            for transport in limited {
                try await failing { try await client(large.url, transport).chats.list().page() }
            }
            let invalidStatus = Fixed { HTTPResponse(status: 99, headers: [], body: Data()) }
            try await failing { try await client(nowhere, invalidStatus).chats.list().page() }
            let get = HTTPRequest(method: "GET", url: "https://h.example")
            var (url, method, name, value, body) = (get, get, get, get, get)
            url.url = "h.example/?signature=5ecret"
            method.method = "GE T"
            name.setHeader("a b", "1")
            value.setHeader("X-User", "a\nb")
            body.body = Data("{}".utf8)
            for request in [url, method, name, value] {
                let server = try ServerTransport()
                try await failing { try await server.send(request) }
                if request.method == "GET", request.headers.isEmpty {
                    let transport = Fixed { try await server.send(request) }
                    try await failing { try await client(nowhere, transport).chats.list().page() }
                }
            }
            for request in [url, body] {
                try await failing { try await URLSessionTransport().send(request) }
            }
            let available = try RecordingServer { _ in .response(status: 200, body: #"{"available": true}"#) }
            let slow = try Linq(apiKey: "key", baseURL: available.url, config: ClientConfig(rateLimits: .published))
            _ = try? await slow.capability.checkIMessage(address: guest)
            let error = await linqError {
                try await slow.capability.checkIMessage(address: guest, options: CallOptions(deadline: 1))
            }
            let time = try NSRegularExpression(pattern: #"\d+(\.\d+)?m?s"#)
            let message = "\(try XCTUnwrap(error))"
            let range = NSRange(message.startIndex..., in: message)
            try add(time.stringByReplacingMatches(in: message, range: range, withTemplate: "TIME"))
        }

        private func responses() async throws {
            section("Responses")
            let html = ["content-type": "text/html"]
            let json = ["content-type": "application/json"]
            let unauthorized = #"{"error": {"status": 401, "code": 2004, "message": "Unauthorized"}}"#
            for reaction: RecordingServer.Reaction in [
                .response(
                    status: 404, headers: ["x-trace-id": "trace-1"],
                    body: #"{"error": {"status": 404, "code": 2001, "message": "Chat not found"}}"#),
                .response(status: 401, body: unauthorized),
                .response(status: 502, headers: html, body: "<html></html>"),
                .response(status: 307, headers: ["location": "https://h.example"]),
                .response(status: 200, headers: html, body: "<html></html>"),
                .response(status: 200, headers: json),
                .response(status: 200, headers: json, body: "{}"),
                .response(status: 200, headers: json, body: #"{"id": 5}"#),
                .response(status: 200, headers: json, body: "[]"),
            ] {
                let server = try RecordingServer { _ in reaction }
                try await failing { try await client(server.url).chats.retrieve(chatID: "c") }
            }
            for body in ["{}", #"{"chats": 5}"#] {
                let server = try RecordingServer { _ in .response(status: 200, headers: json, body: body) }
                try await failing { try await client(server.url).chats.list().page() }
            }
            let server = try RecordingServer { _ in .response(status: 200, body: #"{"id": "c", "is_group": "yes"}"#) }
            let config = ClientConfig(strictResponses: true)
            try await failing {
                try await Linq(apiKey: "key", baseURL: server.url, config: config).chats.retrieve(chatID: "c")
            }
        }

        private func webhooks() async throws {
            section("Webhooks")
            let secret = "whsec_c2VjcmV0IG9mIHRoZSBleGFtcGxl"
            let date = Date(timeIntervalSince1970: 1_795_262_400)
            let receiver = try WebhookReceiver(secrets: [secret])
            try await failing { try WebhookReceiver(secrets: []) }
            for invalid in ["", "whsec_", " \(secret)", "\"\(secret)\""] {
                try await failing { try WebhookReceiver(secrets: [secret, invalid]) }
            }
            try await failing { try WebhookReceiver(secrets: [secret], tolerance: -1) }
            try await failing { try WebhookReceiver.sign(secret: "", id: "m1", at: date, body: Data()) }
            try await failing { try WebhookReceiver.sign(secret: secret, id: "a\nb", at: date, body: Data()) }
            let late = Date.distantFuture * 100
            try await failing { try WebhookReceiver.sign(secret: secret, id: "m1", at: late, body: Data()) }
            let body = Data(#"{"event_id": "e1", "event_type": "mood.changed", "data": {}}"#.utf8)
            let headers = try WebhookReceiver.sign(secret: secret, id: "m1", at: date, body: body)
            try await failing { try receiver.verify(headers: [HTTPHeader](), body: body, now: date) }
            // Otherwise, the legacy headers have a valid signature too.
            for isLegacy in [false, true] {
                let scheme = headers.filter { $0.name.lowercased().hasPrefix("x-") == isLegacy }
                for header in scheme {
                    let others = scheme.filter { $0.name != header.name }
                    try await failing { try receiver.verify(headers: others, body: body, now: date) }
                    let changed = others + [HTTPHeader(name: header.name, value: "x")]
                    try await failing { try receiver.verify(headers: changed, body: body, now: date) }
                }
            }
            try await failing { try receiver.verify(headers: headers, body: Data("{}".utf8), now: date) }
            try await failing { try receiver.verify(headers: headers, body: body, now: date + 301) }
            try await failing { try receiver.verify(headers: headers, body: body, now: date - 301) }
            let notBase64 = try WebhookReceiver(secrets: ["whsec_5ecret!"])
            try await failing { try notBase64.verify(headers: headers, body: body, now: date) }
            func verify(_ text: String) throws -> WebhookEvent {
                let body = Data(text.utf8)
                let headers = try WebhookReceiver.sign(secret: secret, id: "m1", at: date, body: body)
                return try receiver.verify(headers: headers, body: body, now: date)
            }
            for text in ["", "<html>", "[]", "{}", #"{"event_id": "e1", "event_type": 5}"#] {
                try await failing { try verify(text) }
            }
            section("Payloads of events (`problem`)")
            let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
            for (type, data) in [
                (EventType.participantAdded.rawValue, "5"), (EventType.participantAdded.rawValue, "null"),
                ("mood.changed", deep), (EventType.messageSent.rawValue, deep),
            ] {
                let event = try verify(#"{"event_id": "e1", "event_type": "\#(type)", "data": \#(data)}"#)
                var problem: String?
                if case .other(let other) = event.data { problem = other.problem }
                try add(problem ?? "none: \(type)")
            }
        }

        private func deduplication() async throws {
            section("Deduplication")
            try await failing { try MemoryDedupStore(capacity: 0) }
            try await failing { try MemoryDedupStore(capacity: -1) }
        }

        private func json() async throws {
            section("JSON, decoded or encoded with the coders of this package")
            let deep = String(repeating: #"{"a": "#, count: 300) + "1" + String(repeating: "}", count: 300)
            try await failing { try JSONDecoder.linq.decode([Date].self, from: Data(#"["yesterday"]"#.utf8)) }
            try await failing { try JSONDecoder.linq.decode(JSONValue.self, from: Data(deep.utf8)) }
            try await failing { try JSONEncoder.linq.encode([Date.distantFuture * 100]) }
        }
    }

    extension Date {
        /// Returns a date this many times as far from the reference date.
        fileprivate static func * (date: Date, factor: Double) -> Date {
            Date(timeIntervalSinceReferenceDate: date.timeIntervalSinceReferenceDate * factor)
        }
    }
#endif
