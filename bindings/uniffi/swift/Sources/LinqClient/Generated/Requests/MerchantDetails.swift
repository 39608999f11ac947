// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Who is to be paid: the card works there.
public struct MerchantDetails: Codable, Hashable, Sendable {
    /// Their name.
    public var name: String?
    /// Their website.
    public var url: String?

    /// Creates one of its fields.
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
