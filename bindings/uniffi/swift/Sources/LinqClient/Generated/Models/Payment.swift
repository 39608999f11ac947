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
