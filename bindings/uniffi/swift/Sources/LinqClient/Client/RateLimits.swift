import Foundation
internal import LinqFFI

/// Client-side rate limits: calls wait until the limits allow them, instead of provoking a 429. A call whose deadline is
/// before that fails at once with ``LinqError/rateLimited(detail:wait:)``.
///
/// Only the calls of one client are counted.
public struct RateLimits: Hashable, Sendable {
    /// The rate limits that Linq documents, such as 30 messages a minute from a sender to a recipient.
    public static let published = RateLimits()

    /// Returns the rate limits that Linq documents, and a limit for each line.
    ///
    /// - Parameters:
    ///   - messagesPerLine: The maximum number of messages of a line in any window.
    ///   - window: The length of the window in seconds; one minute by default.
    public static func published(messagesPerLine: Int, window: TimeInterval = 60) -> RateLimits {
        RateLimits(messagesPerLine: messagesPerLine, window: window)
    }

    /// Maximum number of messages of a line in any ``window``, to all of its recipients; unlimited by default, since Linq
    /// documents no number. The line of a message to an existing chat is not known here:
    /// ``CallOptions/rateLimitLine`` names it. Without a name, all such messages count for one further line.
    public var messagesPerLine: Int?
    /// Length of the window of ``messagesPerLine`` in seconds: 60 by default, at most 24 hours.
    public var window: TimeInterval
    /// If true, as by default, the rate limits that Linq documents apply too.
    public var published: Bool

    /// Creates rate limits; by default, those that Linq documents.
    public init(messagesPerLine: Int? = nil, window: TimeInterval = 60, published: Bool = true) {
        self.messagesPerLine = messagesPerLine
        self.window = window
        self.published = published
    }

    func config() throws -> LinqFFI.RateLimitConfig {
        _ = try Checked.seconds("rateLimits.window", window)
        return LinqFFI.RateLimitConfig(
            published: published,
            messagesPerLine: try Checked.count("rateLimits.messagesPerLine", messagesPerLine),
            window: window
        )
    }
}
