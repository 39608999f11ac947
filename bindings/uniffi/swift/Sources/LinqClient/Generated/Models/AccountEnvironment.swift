// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// An environment of your account: `Production`, or one that you made.
public struct AccountEnvironment: Codable, Hashable, Sendable {
    /// Its name.
    ///
    /// Documented as always present.
    public let name: String?
    /// `environment`.
    ///
    /// Documented as always present.
    public let type: String?

    /// Creates one, for previews and tests.
    public init(
        name: String? = nil,
        type: String? = nil
    ) {
        self.name = name
        self.type = type
    }

    enum CodingKeys: String, CodingKey {
        case name
        case type
    }
}
