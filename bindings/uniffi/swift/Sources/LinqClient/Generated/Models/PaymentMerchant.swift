// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Who is paid.
public struct PaymentMerchant: Codable, Hashable, Sendable {
    /// Their name.
    public let name: String?
    /// Their website.
    public let url: String?

    /// Creates one, for previews and tests.
    public init(
        name: String? = nil,
        url: String? = nil
    ) {
        self.name = name
        self.url = url
    }

    enum CodingKeys: String, CodingKey {
        case name
        case url
    }
}
