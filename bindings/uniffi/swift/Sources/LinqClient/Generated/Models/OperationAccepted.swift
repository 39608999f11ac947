// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The API took on work whose outcome comes later, by a webhook event.
public struct OperationAccepted: Codable, Hashable, Sendable {
    /// What was queued, in words.
    public let message: String?
    /// `accepted`.
    public let status: String?
    /// Ties the request to the events that follow from it.
    public let traceId: String?

    /// Creates one, for previews and tests.
    public init(
        message: String? = nil,
        status: String? = nil,
        traceId: String? = nil
    ) {
        self.message = message
        self.status = status
        self.traceId = traceId
    }

    enum CodingKeys: String, CodingKey {
        case message
        case status
        case traceId = "trace_id"
    }
}
