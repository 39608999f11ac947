// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// An API token, without the token.
public struct AccountApiToken: Codable, Hashable, Sendable {
    /// The token's identifier.
    ///
    /// Documented as always present.
    public let id: String?
    /// When it runs out; absent if never.
    public let expiresAt: Date?
    /// How the token begins.
    ///
    /// Documented as always present.
    public let tokenPrefix: String?
    /// Its name, if it has one.
    public let name: String?

    /// Creates one, for previews and tests.
    public init(
        id: String? = nil,
        expiresAt: Date? = nil,
        tokenPrefix: String? = nil,
        name: String? = nil
    ) {
        self.id = id
        self.expiresAt = expiresAt
        self.tokenPrefix = tokenPrefix
        self.name = name
    }

    enum CodingKeys: String, CodingKey {
        case id
        case expiresAt = "expires_at"
        case tokenPrefix = "token_prefix"
        case name
    }
}
