// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// One page of your payment requests, the newest first.
public struct PaymentRequestListResponse: Codable, Hashable, Sendable {
    /// The requests.
    public let data: [PaymentRequest]
    /// Whether more follow.
    public let hasMore: Bool
    /// `list`.
    public let object: String

    enum CodingKeys: String, CodingKey {
        case data
        case hasMore = "has_more"
        case object
    }
}
