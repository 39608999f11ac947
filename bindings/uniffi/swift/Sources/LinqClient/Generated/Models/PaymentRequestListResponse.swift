// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// One page of your payment requests, the newest first.
public struct PaymentRequestListResponse: Codable, Hashable, Sendable {
    /// The requests.
    public let data: [PaymentRequest]
    /// Whether more follow.
    ///
    /// Documented as always present.
    public let hasMore: Bool?
    /// `list`.
    ///
    /// Documented as always present.
    public let object: String?
    /// How many items were left out since they lack their `id`. Not of the API: the offset of the next page counts
    /// them.
    public let skipped: Int?

    /// Creates one, for previews and tests.
    public init(
        data: [PaymentRequest],
        hasMore: Bool? = nil,
        object: String? = nil,
        skipped: Int? = nil
    ) {
        self.data = data
        self.hasMore = hasMore
        self.object = object
        self.skipped = skipped
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.data = try container.decode([PaymentRequest].self, forKey: .data)
        self.hasMore = try container.decodeIfPresent(Bool.self, forKey: .hasMore)
        self.object = try container.decodeIfPresent(String.self, forKey: .object)
        self.skipped = try container.decodeIntegerIfPresent(forKey: .skipped)
    }

    enum CodingKeys: String, CodingKey {
        case data
        case hasMore = "has_more"
        case object
        case skipped
    }
}
