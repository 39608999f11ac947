// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Money that you ask a recipient for.
public struct PaymentRequest: Codable, Hashable, Sendable {
    /// The request's identifier.
    public let id: String
    /// What they pay at checkout, in the currency's smallest unit; for a subscription the first invoice, discounts
    /// taken off, which may be 0.
    ///
    /// Documented as always present.
    public let amount: Int?
    /// Where they pay: send it as a ``OutgoingLink``.
    ///
    /// Documented as always present.
    public let checkoutUrl: PrivateText?
    /// When the request was made.
    ///
    /// Documented as always present.
    public let createdAt: Date?
    /// The currency, ISO 4217.
    ///
    /// Documented as always present.
    public let currency: String?
    /// Whether they pay once or subscribe.
    ///
    /// Documented as always present.
    public let mode: PaymentMode?
    /// The kind of object, in a word.
    ///
    /// Documented as always present.
    public let object: String?
    /// How far it got.
    ///
    /// Documented as always present.
    public let status: PaymentRequestStatus?
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

    /// Creates one, for previews and tests.
    public init(
        id: String,
        amount: Int? = nil,
        checkoutUrl: String? = nil,
        createdAt: Date? = nil,
        currency: String? = nil,
        mode: PaymentMode? = nil,
        object: String? = nil,
        status: PaymentRequestStatus? = nil,
        description: String? = nil,
        discount: PaymentRequestDiscount? = nil,
        expiresAt: Date? = nil,
        interval: PaymentInterval? = nil,
        intervalCount: Int? = nil,
        metadata: [String: String]? = nil,
        natural: PaymentRequestNatural? = nil,
        paidAt: Date? = nil,
        priceId: String? = nil,
        quantity: Int? = nil,
        rail: PaymentRail? = nil,
        stripe: PaymentRequestStripe? = nil,
        trialEnd: Date? = nil,
        updatedAt: Date? = nil
    ) {
        self.id = id
        self.amount = amount
        self.checkoutUrl = checkoutUrl.map(PrivateText.init(_:))
        self.createdAt = createdAt
        self.currency = currency
        self.mode = mode
        self.object = object
        self.status = status
        self.description = description
        self.discount = discount
        self.expiresAt = expiresAt
        self.interval = interval
        self.intervalCount = intervalCount
        self.metadata = metadata
        self.natural = natural
        self.paidAt = paidAt
        self.priceId = priceId
        self.quantity = quantity
        self.rail = rail
        self.stripe = stripe
        self.trialEnd = trialEnd
        self.updatedAt = updatedAt
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decode(String.self, forKey: .id)
        self.amount = try container.decodeIntegerIfPresent(forKey: .amount)
        self.checkoutUrl = try container.decodeIfPresent(PrivateText.self, forKey: .checkoutUrl)
        self.createdAt = try container.decodeIfPresent(Date.self, forKey: .createdAt)
        self.currency = try container.decodeIfPresent(String.self, forKey: .currency)
        self.mode = try container.decodeIfPresent(PaymentMode.self, forKey: .mode)
        self.object = try container.decodeIfPresent(String.self, forKey: .object)
        self.status = try container.decodeIfPresent(PaymentRequestStatus.self, forKey: .status)
        self.description = try container.decodeIfPresent(String.self, forKey: .description)
        self.discount = try container.decodeIfPresent(PaymentRequestDiscount.self, forKey: .discount)
        self.expiresAt = try container.decodeIfPresent(Date.self, forKey: .expiresAt)
        self.interval = try container.decodeIfPresent(PaymentInterval.self, forKey: .interval)
        self.intervalCount = try container.decodeIntegerIfPresent(forKey: .intervalCount)
        self.metadata = try container.decodeIfPresent([String: String].self, forKey: .metadata)
        self.natural = try container.decodeIfPresent(PaymentRequestNatural.self, forKey: .natural)
        self.paidAt = try container.decodeIfPresent(Date.self, forKey: .paidAt)
        self.priceId = try container.decodeIfPresent(String.self, forKey: .priceId)
        self.quantity = try container.decodeIntegerIfPresent(forKey: .quantity)
        self.rail = try container.decodeIfPresent(PaymentRail.self, forKey: .rail)
        self.stripe = try container.decodeIfPresent(PaymentRequestStripe.self, forKey: .stripe)
        self.trialEnd = try container.decodeIfPresent(Date.self, forKey: .trialEnd)
        self.updatedAt = try container.decodeIfPresent(Date.self, forKey: .updatedAt)
    }

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
