import Foundation
internal import LinqFFI

/// What all calls of a client share. Its description shows the names of headers only: their values may be secrets.
public struct Configuration: Sendable {
    /// The seconds for one attempt; 60 unless told otherwise.
    public var timeout: TimeInterval?
    /// How often a failed request may be tried again, where that is safe and can help; 2 unless told otherwise.
    public var maxRetries: Int?
    /// The seconds for a whole call, tokens, pauses and retries included; none unless told otherwise.
    public var deadline: TimeInterval?
    /// Headers for every request.
    public var headers: [String: String]
    /// Waits for a turn where the API limits how often it may be called, instead of being refused.
    public var isRateLimited: Bool
    /// Takes an `http` address of any host, and not of this machine only: keys then travel in the clear.
    public var allowsHTTP: Bool
    /// Rejects responses that are not as documented, with ``LinqError/decode(_:)``, although the request was accepted.
    /// By default, a value that does not fit is absent, and listed in ``HTTPResponse/warnings``.
    public var strictResponses: Bool

    /// Makes one of what is to be otherwise than usual.
    public init(
        timeout: TimeInterval? = nil,
        maxRetries: Int? = nil,
        deadline: TimeInterval? = nil,
        headers: [String: String] = [:],
        isRateLimited: Bool = false,
        allowsHTTP: Bool = false,
        strictResponses: Bool = false
    ) {
        self.timeout = timeout
        self.maxRetries = maxRetries
        self.deadline = deadline
        self.headers = headers
        self.isRateLimited = isRateLimited
        self.allowsHTTP = allowsHTTP
        self.strictResponses = strictResponses
    }
}

extension Configuration: CustomStringConvertible, CustomReflectable {
    public var description: String { described(self) }

    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "timeout": timeout as Any, "maxRetries": maxRetries as Any, "deadline": deadline as Any,
                "headers": headers.keys.sorted(), "isRateLimited": isRateLimited, "allowsHTTP": allowsHTTP,
                "strictResponses": strictResponses,
            ])
    }
}

extension Configuration {
    /// `name` is what the address is called where it was given.
    func engine(baseURL: URL?, _ name: String) throws -> LinqFFI.Engine {
        var headers = headers
        if !headers.keys.contains(where: { $0.lowercased() == "user-agent" }) {
            headers["User-Agent"] = "linq-swift/\(Linq.version)"
        }
        let settings = LinqFFI.EngineSettings(
            baseUrl: baseURL?.absoluteString,
            allowHttp: allowsHTTP,
            timeout: try Checked.seconds("timeout", timeout),
            maxRetries: try Checked.count("maxRetries", maxRetries),
            deadline: try Checked.seconds("deadline", deadline),
            headers: LinqFFI.Header.all(headers),
            isRateLimited: isRateLimited,
            strictResponses: strictResponses
        )
        return try LinqError.translated(["base_url": name]) { try LinqFFI.Engine(settings: settings) }
    }
}
