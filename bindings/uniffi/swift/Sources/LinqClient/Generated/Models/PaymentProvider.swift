// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Your account at a payment provider.
public struct PaymentProvider: Codable, Hashable, Sendable {
    /// The provider, such as `agentcard`.
    public let provider: String?
    /// How far the account is.
    public let status: PaymentProviderStatus?

    enum CodingKeys: String, CodingKey {
        case provider
        case status
    }
}
