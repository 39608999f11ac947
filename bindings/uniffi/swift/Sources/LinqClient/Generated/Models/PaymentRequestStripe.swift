// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What belongs to a payment request in your own Stripe account, where a subscription goes on after its first payment.
public struct PaymentRequestStripe: Codable, Hashable, Sendable {
    /// The customer (`cus_…`).
    public let customerId: String?
    /// The payment (`pi_…`).
    public let paymentIntentId: String?
    /// The subscription (`sub_…`).
    public let subscriptionId: String?

    /// Creates one, for previews and tests.
    public init(
        customerId: String? = nil,
        paymentIntentId: String? = nil,
        subscriptionId: String? = nil
    ) {
        self.customerId = customerId
        self.paymentIntentId = paymentIntentId
        self.subscriptionId = subscriptionId
    }

    enum CodingKeys: String, CodingKey {
        case customerId = "customer_id"
        case paymentIntentId = "payment_intent_id"
        case subscriptionId = "subscription_id"
    }
}
