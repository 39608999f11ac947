// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A discount as Stripe applied it.
public struct PaymentRequestDiscount: Codable, Hashable, Sendable {
    /// The coupon's identifier.
    public let coupon: String?
    /// What it is called at checkout.
    public let label: String?
    /// The promotion code's identifier.
    public let promotionCode: String?

    enum CodingKeys: String, CodingKey {
        case coupon
        case label
        case promotionCode = "promotion_code"
    }
}
