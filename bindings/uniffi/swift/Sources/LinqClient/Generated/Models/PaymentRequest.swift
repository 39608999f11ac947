// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Money that you ask a recipient for.
public struct PaymentRequest: Codable, Hashable, Sendable {
    /// The request's identifier.
    public let id: String
    /// What they pay at checkout, in the currency's smallest unit; for a subscription the first invoice, discounts
    /// taken off, which may be 0.
    public let amount: Int
    /// Where they pay: send it as a ``OutgoingLink``.
    public let checkoutUrl: PrivateText
    /// When the request was made.
    public let createdAt: Date
    /// The currency, ISO 4217.
    public let currency: String
    /// Whether they pay once or subscribe.
    public let mode: PaymentMode
    /// The kind of object, in a word.
    public let object: String
    /// How far it got.
    public let status: PaymentRequestStatus
    /// What it is for, as shown at checkout.
    public let description: String?
    /// The discount on a subscription.
    public let discount: PaymentRequestDiscount?
    /// When it expires unless it is paid.
    public let expiresAt: Date?
    /// The unit of a subscription's interval.
    public let interval: PaymentInterval?
    /// How many of these units pass between two payments: 3 months is a quarter.
    public let intervalCount: Int?
    /// Notes of your own.
    public let metadata: [String: String]?
    /// What it is called on the Natural rail.
    public let natural: PaymentRequestNatural?
    /// When it was paid; for a trial, when the means of payment was given.
    public let paidAt: Date?
    /// The Stripe price that is subscribed to.
    public let priceId: String?
    /// How many units of it.
    public let quantity: Int?
    /// What carries the money.
    public let rail: PaymentRail?
    /// What it is called in your Stripe account.
    public let stripe: PaymentRequestStripe?
    /// When a trial ends and the first payment is taken.
    public let trialEnd: Date?
    /// When the request last changed.
    public let updatedAt: Date?

    enum CodingKeys: String, CodingKey {
        case id
        case amount
        case checkoutUrl = "checkout_url"
        case createdAt = "created_at"
        case currency
        case mode
        case object
        case status
        case description
        case discount
        case expiresAt = "expires_at"
        case interval
        case intervalCount = "interval_count"
        case metadata
        case natural
        case paidAt = "paid_at"
        case priceId = "price_id"
        case quantity
        case rail
        case stripe
        case trialEnd = "trial_end"
        case updatedAt = "updated_at"
    }
}
