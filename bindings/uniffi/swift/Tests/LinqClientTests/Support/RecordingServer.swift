import Foundation
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A received request.
struct Received: Sendable {
    let method: String
    let target: String
    let headers: [(name: String, value: String)]
    let body: Data

    func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name }?.value
    }
}

/// An HTTP server on loopback that records requests and sends given responses.
final class RecordingServer: Sendable {
    /// The server's reaction to a request.
    enum Reaction: Sendable {
        case response(status: Int, headers: [String: String] = [:], body: String = "")
        /// Sends nothing and waits for the client to disconnect.
        case silence
    }

    private struct State {
        var received: [Received] = []
        var disconnects = 0
        var isClosed = false
    }

    let url: URL
    private let state = Mutexed(State())

    init(_ react: @escaping @Sendable (Received) -> Reaction) throws {
        #if canImport(Glibc)
            let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let listener = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let port: UInt16? = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                guard bind(listener, address, size) == 0, listen(listener, 64) == 0,
                    getsockname(listener, address, &size) == 0
                else { return nil }
                return UInt16(bigEndian: pointer.pointee.sin_port)
            }
        }
        guard let port else { throw POSIXError(.EADDRNOTAVAIL) }
        url = URL(string: "http://127.0.0.1:\(port)/api/partner")!
        Thread.detachNewThread { [state] in
            // Closed by this thread only, which could otherwise use a descriptor that belongs to the next server.
            defer { close(listener) }
            while !state.withLock({ $0.isClosed }) {
                var waiting = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
                guard poll(&waiting, 1, 20) > 0 else { continue }
                let connection = accept(listener, nil, nil)
                if connection < 0 { return }
                Thread.detachNewThread { Self.serve(connection, state, react) }
            }
        }
    }

    deinit {
        state.withLock { $0.isClosed = true }
    }

    /// Requests received so far.
    var received: [Received] { state.withLock { $0.received } }

    /// Number of silent connections that clients have closed.
    var disconnects: Int { state.withLock { $0.disconnects } }

    /// Removes and returns the received requests.
    func take() -> [Received] {
        state.withLock { state in
            defer { state.received = [] }
            return state.received
        }
    }

    private static func serve(
        _ connection: Int32, _ state: Mutexed<State>, _ react: (Received) -> Reaction
    ) {
        defer { close(connection) }
        var buffer = Data()
        while let request = read(connection, &buffer) {
            state.withLock { $0.received.append(request) }
            switch react(request) {
            case .response(let status, let headers, let body):
                var head = "HTTP/1.1 \(status) Status\r\ncontent-length: \(body.utf8.count)\r\n"
                if status == 204 { head = "HTTP/1.1 204 Status\r\n" }
                for (name, value) in headers { head += "\(name): \(value)\r\n" }
                write(connection, Data((head + "\r\n" + (status == 204 ? "" : body)).utf8))
            case .silence:
                while more(connection, &buffer) {}
                state.withLock { $0.disconnects += 1 }
                return
            }
        }
    }

    private static func read(_ connection: Int32, _ buffer: inout Data) -> Received? {
        let end = Data("\r\n\r\n".utf8)
        while buffer.range(of: end) == nil {
            guard more(connection, &buffer) else { return nil }
        }
        guard let range = buffer.range(of: end) else { return nil }
        let lines = String(decoding: buffer[..<range.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let first = lines[0].split(separator: " ").map(String.init)
        let headers = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            return (String(line[..<colon]), value)
        }
        buffer = Data(buffer[range.upperBound...])
        let length = headers.first { $0.name.lowercased() == "content-length" }.flatMap { Int($0.value) } ?? 0
        while buffer.count < length {
            guard more(connection, &buffer) else { return nil }
        }
        let body = Data(buffer.prefix(length))
        buffer = Data(buffer.dropFirst(length))
        return Received(method: first[0], target: first[1], headers: headers, body: body)
    }

    private static func more(_ connection: Int32, _ buffer: inout Data) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = recv(connection, &bytes, bytes.count, 0)
        guard count > 0 else { return false }
        buffer.append(contentsOf: bytes[..<count])
        return true
    }

    private static func write(_ connection: Int32, _ data: Data) {
        data.withUnsafeBytes { bytes in
            var sent = 0
            while sent < bytes.count {
                let count = sendQuietly(connection, bytes.baseAddress! + sent, bytes.count - sent)
                if count <= 0 { return }
                sent += count
            }
        }
    }
}

/// A value protected by a mutex.
final class Mutexed<Value>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    init(_ value: sending Value) {
        self.value = value
    }

    func withLock<Result>(_ work: (inout Value) throws -> Result) rethrows -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try work(&value)
    }
}
