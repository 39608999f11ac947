// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A payment that an agent makes for a customer, with a virtual card.
public struct Payment: Codable, Hashable, Sendable {
    /// The payment's identifier; absent until a card was made.
    public let id: String?
    /// The amount, in the currency's smallest unit.
    public let amountCents: Int?
    /// Where the customer approves the charge with their passkey. Once they have, send the same request again with the
    /// same idempotency key.
    public let approvalUrl: PrivateText?
    /// Where the customer adds a card, if they have none; good for about 48 hours.
    public let attachUrl: PrivateText?
    /// The currency, ISO 4217.
    public let currency: String?
    /// What it is for.
    public let description: String?
    /// The customer: a phone number (E.164) or an e-mail address.
    public let handle: String?
    /// Who is paid.
    public let merchant: PaymentMerchant?
    /// Notes of your own.
    public let metadata: [String: String]?
    /// How far it got.
    public let status: PaymentStatus?

    /// Creates one, for previews and tests.
    public init(
        id: String? = nil,
        amountCents: Int? = nil,
        approvalUrl: String? = nil,
        attachUrl: String? = nil,
        currency: String? = nil,
        description: String? = nil,
        handle: String? = nil,
        merchant: PaymentMerchant? = nil,
        metadata: [String: String]? = nil,
        status: PaymentStatus? = nil
    ) {
        self.id = id
        self.amountCents = amountCents
        self.approvalUrl = approvalUrl.map(PrivateText.init(_:))
        self.attachUrl = attachUrl.map(PrivateText.init(_:))
        self.currency = currency
        self.description = description
        self.handle = handle
        self.merchant = merchant
        self.metadata = metadata
        self.status = status
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decodeIfPresent(String.self, forKey: .id)
        self.amountCents = try container.decodeIntegerIfPresent(forKey: .amountCents)
        self.approvalUrl = try container.decodeIfPresent(PrivateText.self, forKey: .approvalUrl)
        self.attachUrl = try container.decodeIfPresent(PrivateText.self, forKey: .attachUrl)
        self.currency = try container.decodeIfPresent(String.self, forKey: .currency)
        self.description = try container.decodeIfPresent(String.self, forKey: .description)
        self.handle = try container.decodeIfPresent(String.self, forKey: .handle)
        self.merchant = try container.decodeIfPresent(PaymentMerchant.self, forKey: .merchant)
        self.metadata = try container.decodeIfPresent([String: String].self, forKey: .metadata)
        self.status = try container.decodeIfPresent(PaymentStatus.self, forKey: .status)
    }

    enum CodingKeys: String, CodingKey {
        case id
        case amountCents = "amount_cents"
        case approvalUrl = "approval_url"
        case attachUrl = "attach_url"
        case currency
        case description
        case handle
        case merchant
        case metadata
        case status
    }
}
