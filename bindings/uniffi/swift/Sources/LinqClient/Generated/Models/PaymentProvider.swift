// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Your account at a payment provider.
public struct PaymentProvider: Codable, Hashable, Sendable {
    /// The provider, such as `agentcard`.
    public let provider: String?
    /// How far the account is.
    public let status: PaymentProviderStatus?

    /// Creates one, for previews and tests.
    public init(
        provider: String? = nil,
        status: PaymentProviderStatus? = nil
    ) {
        self.provider = provider
        self.status = status
    }

    enum CodingKeys: String, CodingKey {
        case provider
        case status
    }
}
