// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// An environment of your account: `Production`, or one that you made.
public struct AccountEnvironment: Codable, Hashable, Sendable {
    /// Its name.
    public let name: String
    /// `environment`.
    public let type: String

    enum CodingKeys: String, CodingKey {
        case name
        case type
    }
}
