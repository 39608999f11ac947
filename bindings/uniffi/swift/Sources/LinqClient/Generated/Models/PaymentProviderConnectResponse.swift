// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Where an administrator connects your account with a payment provider.
public struct PaymentProviderConnectResponse: Codable, Hashable, Sendable {
    /// Where to send them.
    public let hostedUrl: PrivateText?
    /// The session's identifier.
    public let sessionId: String?
    /// How far it is, in a word.
    public let status: String?

    /// Creates one, for previews and tests.
    public init(
        hostedUrl: String? = nil,
        sessionId: String? = nil,
        status: String? = nil
    ) {
        self.hostedUrl = hostedUrl.map(PrivateText.init(_:))
        self.sessionId = sessionId
        self.status = status
    }

    enum CodingKeys: String, CodingKey {
        case hostedUrl = "hosted_url"
        case sessionId = "session_id"
        case status
    }
}
