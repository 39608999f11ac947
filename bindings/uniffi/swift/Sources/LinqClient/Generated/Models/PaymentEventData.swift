// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What became of a payment request.
///
/// The documentation gives this shape for `connection.created` and `connection.revoked` too.
public struct PaymentEventData: Codable, Hashable, Sendable {
    /// The payment request.
    ///
    /// Documented as always present.
    public let id: String?
    /// What was charged at checkout, in the currency's smallest unit; for a subscription, the first invoice after
    /// discounts.
    ///
    /// Documented as always present.
    public let amount: Int?
    /// Where the recipient pays.
    ///
    /// Documented as always present.
    public let checkoutUrl: PrivateText?
    /// When the payment request was created.
    ///
    /// Documented as always present.
    public let createdAt: Date?
    /// The currency's code, such as `usd`.
    ///
    /// Documented as always present.
    public let currency: String?
    /// What the API calls this kind of object.
    ///
    /// Documented as always present.
    public let object: String?
    /// What became of it.
    ///
    /// Documented as always present.
    public let status: PaymentEventStatus?
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

    /// Creates one, for previews and tests.
    public init(
        id: String? = nil,
        amount: Int? = nil,
        checkoutUrl: String? = nil,
        createdAt: Date? = nil,
        currency: String? = nil,
        object: String? = nil,
        status: PaymentEventStatus? = nil,
        description: String? = nil,
        discount: PaymentRequestDiscount? = nil,
        interval: PaymentInterval? = nil,
        intervalCount: Int? = nil,
        metadata: [String: String]? = nil,
        mode: PaymentMode? = nil,
        natural: PaymentRequestNatural? = nil,
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
        self.object = object
        self.status = status
        self.description = description
        self.discount = discount
        self.interval = interval
        self.intervalCount = intervalCount
        self.metadata = metadata
        self.mode = mode
        self.natural = natural
        self.priceId = priceId
        self.quantity = quantity
        self.rail = rail
        self.stripe = stripe
        self.trialEnd = trialEnd
        self.updatedAt = updatedAt
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decodeIfPresent(String.self, forKey: .id)
        self.amount = try container.decodeIntegerIfPresent(forKey: .amount)
        self.checkoutUrl = try container.decodeIfPresent(PrivateText.self, forKey: .checkoutUrl)
        self.createdAt = try container.decodeIfPresent(Date.self, forKey: .createdAt)
        self.currency = try container.decodeIfPresent(String.self, forKey: .currency)
        self.object = try container.decodeIfPresent(String.self, forKey: .object)
        self.status = try container.decodeIfPresent(PaymentEventStatus.self, forKey: .status)
        self.description = try container.decodeIfPresent(String.self, forKey: .description)
        self.discount = try container.decodeIfPresent(PaymentRequestDiscount.self, forKey: .discount)
        self.interval = try container.decodeIfPresent(PaymentInterval.self, forKey: .interval)
        self.intervalCount = try container.decodeIntegerIfPresent(forKey: .intervalCount)
        self.metadata = try container.decodeIfPresent([String: String].self, forKey: .metadata)
        self.mode = try container.decodeIfPresent(PaymentMode.self, forKey: .mode)
        self.natural = try container.decodeIfPresent(PaymentRequestNatural.self, forKey: .natural)
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
