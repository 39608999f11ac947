// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Whether a customer lets an agent pay for them.
public struct PaymentHandleConnection: Codable, Hashable, Sendable {
    /// What the customer's code is verified with. Only the reply that starts the connection has it, and Linq does not
    /// keep it.
    public let connectId: String?
    /// The customer: a phone number (E.164) or an e-mail address.
    public let handle: String?
    /// How far the connection got.
    public let status: PaymentConnectionStatus?

    /// Creates one, for previews and tests.
    public init(
        connectId: String? = nil,
        handle: String? = nil,
        status: PaymentConnectionStatus? = nil
    ) {
        self.connectId = connectId
        self.handle = handle
        self.status = status
    }

    enum CodingKeys: String, CodingKey {
        case connectId = "connect_id"
        case handle
        case status
    }
}
