// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What a payment request is called on the Natural rail.
public struct PaymentRequestNatural: Codable, Hashable, Sendable {
    /// The request there (`prq_…`).
    public let paymentRequestId: String?
    /// The settled transaction (`txn_…`).
    public let transactionId: String?

    /// Creates one, for previews and tests.
    public init(
        paymentRequestId: String? = nil,
        transactionId: String? = nil
    ) {
        self.paymentRequestId = paymentRequestId
        self.transactionId = transactionId
    }

    enum CodingKeys: String, CodingKey {
        case paymentRequestId = "payment_request_id"
        case transactionId = "transaction_id"
    }
}
