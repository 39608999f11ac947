// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Who is paid.
public struct PaymentMerchant: Codable, Hashable, Sendable {
    /// Their name.
    public let name: String?
    /// Their website.
    public let url: String?

    enum CodingKeys: String, CodingKey {
        case name
        case url
    }
}
