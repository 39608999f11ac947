// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// An API token, without the token.
public struct AccountApiToken: Codable, Hashable, Sendable {
    /// The token's identifier.
    public let id: String
    /// When it runs out; absent if never.
    public let expiresAt: Date?
    /// How the token begins.
    public let tokenPrefix: String
    /// Its name, if it has one.
    public let name: String?

    enum CodingKeys: String, CodingKey {
        case id
        case expiresAt = "expires_at"
        case tokenPrefix = "token_prefix"
        case name
    }
}
