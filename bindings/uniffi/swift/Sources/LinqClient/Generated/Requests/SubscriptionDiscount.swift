// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A discount on a subscription: a coupon or a promotion code of your Stripe account, one of the two.
public struct SubscriptionDiscount: Codable, Hashable, Sendable {
    /// A coupon's identifier.
    public var coupon: String?
    /// What it is called at checkout, with all of its terms; what Stripe calls it if absent.
    public var label: String?
    /// A promotion code's identifier (`promo_…`), not the code that customers type.
    public var promotionCode: String?

    /// Creates one of its fields.
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
