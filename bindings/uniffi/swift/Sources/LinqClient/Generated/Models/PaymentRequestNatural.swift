// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What a payment request is called on the Natural rail.
public struct PaymentRequestNatural: Codable, Hashable, Sendable {
    /// The request there (`prq_…`).
    public let paymentRequestId: String?
    /// The settled transaction (`txn_…`).
    public let transactionId: String?

    enum CodingKeys: String, CodingKey {
        case paymentRequestId = "payment_request_id"
        case transactionId = "transaction_id"
    }
}
