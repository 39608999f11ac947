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

    /// Creates one, for previews and tests.
    public init(
        coupon: String? = nil,
        label: String? = nil,
        promotionCode: String? = nil
    ) {
        self.coupon = coupon
        self.label = label
        self.promotionCode = promotionCode
    }

    enum CodingKeys: String, CodingKey {
        case coupon
        case label
        case promotionCode = "promotion_code"
    }
}
