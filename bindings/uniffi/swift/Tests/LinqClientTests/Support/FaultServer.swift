import Foundation
import XCTest
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The server's behavior on one request, from the tables `malformed_heads.json` and `faults.json`.
struct Fault: Sendable {
    enum End: String, Sendable { case keep, close, reset }

    /// Seconds before the response.
    var delay = 0.0
    /// Number of bytes of the body to read before the response; all by default.
    var bodyBytes: Int?
    var answersContinue = false
    var response = Data()
    /// Seconds between the response and the end of the connection.
    var endDelay = 0.0
    var end = End.keep
}

/// An HTTP server on loopback that executes faults over raw sockets.
final class FaultServer: Sendable {
    struct Request: Sendable {
        let method: String
        let target: String
        let headers: [String: String]
        /// The part of the body that was read.
        var body = Data()
    }

    let port: UInt16
    private let isClosed = Mutexed(false)

    /// Creates a server. `faultFor` is called once for each request: before its body is read if `early`, else after.
    init(early: Bool = false, _ faultFor: @escaping @Sendable (Request) -> Fault) throws {
        #if canImport(Glibc)
            let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let listener = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound: UInt16? = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                guard bind(listener, address, size) == 0, listen(listener, 128) == 0,
                    getsockname(listener, address, &size) == 0
                else { return nil }
                return UInt16(bigEndian: pointer.pointee.sin_port)
            }
        }
        guard let bound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = bound
        Thread.detachNewThread { [isClosed] in
            defer { close(listener) }
            while !isClosed.withLock({ $0 }) {
                var waiting = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
                guard poll(&waiting, 1, 20) > 0 else { continue }
                let connection = accept(listener, nil, nil)
                if connection < 0 { return }
                Thread.detachNewThread { Self.serve(connection, early, faultFor) }
            }
        }
    }

    deinit {
        isClosed.withLock { $0 = true }
    }

    func url(host: String = "127.0.0.1") -> URL { URL(string: "http://\(host):\(port)/api/partner")! }

    private static func serve(_ connection: Int32, _ early: Bool, _ faultFor: (Request) -> Fault) {
        defer { close(connection) }
        var buffer = Data()
        while var request = head(connection, &buffer) {
            let length = request.headers["content-length"].flatMap { Int($0) } ?? 0
            func readBody(_ count: Int) {
                while buffer.count < count, more(connection, &buffer) {}
                request.body = Data(buffer.prefix(count))
                buffer = Data(buffer.dropFirst(count))
            }
            if !early { readBody(length) }
            let fault = faultFor(request)
            if early, fault.answersContinue, request.headers["expect"] != nil {
                write(connection, Data("HTTP/1.1 100 Continue\r\n\r\n".utf8))
            }
            if early { readBody(min(length, fault.bodyBytes ?? length)) }
            if fault.delay > 0 { Thread.sleep(forTimeInterval: fault.delay) }
            write(connection, fault.response)
            if fault.endDelay > 0 { Thread.sleep(forTimeInterval: fault.endDelay) }
            switch fault.end {
            case .keep:
                continue
            case .close:
                return
            case .reset:
                var option = linger(l_onoff: 1, l_linger: 0)
                setsockopt(connection, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
                return
            }
        }
    }

    private static func head(_ connection: Int32, _ buffer: inout Data) -> Request? {
        let end = Data("\r\n\r\n".utf8)
        while buffer.range(of: end) == nil {
            guard more(connection, &buffer) else { return nil }
        }
        guard let range = buffer.range(of: end) else { return nil }
        let lines = String(decoding: buffer[..<range.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        buffer = Data(buffer[range.upperBound...])
        let first = lines[0].split(separator: " ").map(String.init)
        guard first.count == 3 else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            headers[line[..<colon].lowercased()] = value
        }
        return Request(method: first[0], target: first[1], headers: headers)
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

/// Sends without SIGPIPE, so that the tests detect a client that raises it.
func sendQuietly(_ connection: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
        send(connection, bytes, count, Int32(MSG_NOSIGNAL))
    #else
        send(connection, bytes, count, 0)
    #endif
}
