// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Whose position it is, and how old.
public struct LocationProperties: Codable, Hashable, Sendable {
    /// Their phone number (E.164) or e-mail address.
    ///
    /// Documented as always present.
    public let handle: String?
    /// The street address.
    public let address: String?
    /// The city, or what stands for one.
    public let locality: String?
    /// When the position was last updated, which Apple decides: asking more often than every few minutes brings nothing
    /// new.
    public let updatedAt: Date?

    /// Creates one, for previews and tests.
    public init(
        handle: String? = nil,
        address: String? = nil,
        locality: String? = nil,
        updatedAt: Date? = nil
    ) {
        self.handle = handle
        self.address = address
        self.locality = locality
        self.updatedAt = updatedAt
    }

    enum CodingKeys: String, CodingKey {
        case handle
        case address
        case locality
        case updatedAt = "updated_at"
    }
}
