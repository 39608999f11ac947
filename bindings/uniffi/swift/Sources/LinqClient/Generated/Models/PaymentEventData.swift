// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What became of a payment request.
///
/// The documentation gives this shape for `connection.created` and `connection.revoked` too.
public struct PaymentEventData: Codable, Hashable, Sendable {
    /// The payment request.
    public let id: String
    /// What was charged at checkout, in the currency's smallest unit; for a subscription, the first invoice after
    /// discounts.
    public let amount: Int
    /// Where the recipient pays.
    public let checkoutUrl: PrivateText
    /// When the payment request was created.
    public let createdAt: Date
    /// The currency's code, such as `usd`.
    public let currency: String
    /// What the API calls this kind of object.
    public let object: String
    /// What became of it.
    public let status: PaymentEventStatus
    /// What it is for.
    public let description: String?
    /// For a subscription: the discount that was given.
    public let discount: PaymentRequestDiscount?
    /// For a subscription: the unit of time between renewals.
    public let interval: PaymentInterval?
    /// For a subscription: how many of these units.
    public let intervalCount: Int?
    /// Your own notes on the payment request.
    public let metadata: [String: String]?
    /// Whether it was a single payment or began a subscription.
    public let mode: PaymentMode?
    /// Natural's identifiers, if it was settled there.
    public let natural: PaymentRequestNatural?
    /// For a subscription: the recurring price.
    public let priceId: String?
    /// For a subscription: how many units of the price.
    public let quantity: Int?
    /// How it was settled.
    public let rail: PaymentRail?
    /// Stripe's identifiers on your account.
    public let stripe: PaymentRequestStripe?
    /// For a subscription with a trial: when the first charge happens. `payment.succeeded` then means that there is a
    /// way to pay, and that nothing was charged yet.
    public let trialEnd: Date?
    /// When the payment request last changed.
    public let updatedAt: Date?

    enum CodingKeys: String, CodingKey {
        case id
        case amount
        case checkoutUrl = "checkout_url"
        case createdAt = "created_at"
        case currency
        case object
        case status
        case description
        case discount
        case interval
        case intervalCount = "interval_count"
        case metadata
        case mode
        case natural
        case priceId = "price_id"
        case quantity
        case rail
        case stripe
        case trialEnd = "trial_end"
        case updatedAt = "updated_at"
    }
}
