// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Where to fetch the details of a card, with what. They come from the provider and never pass through Linq; they are
/// not to be stored.
public struct PaymentCredentialsHandoff: Codable, Hashable, Sendable {
    /// The provider's name for the card.
    public let cardRef: PrivateText?
    /// Where to fetch the details.
    public let fetchUrl: PrivateText?
    /// Who provides the card.
    public let provider: String?
    /// The bearer token to fetch them with; short-lived.
    public let userToken: PrivateText?

    /// Creates one, for previews and tests.
    public init(
        cardRef: String? = nil,
        fetchUrl: String? = nil,
        provider: String? = nil,
        userToken: String? = nil
    ) {
        self.cardRef = cardRef.map(PrivateText.init(_:))
        self.fetchUrl = fetchUrl.map(PrivateText.init(_:))
        self.provider = provider
        self.userToken = userToken.map(PrivateText.init(_:))
    }

    enum CodingKeys: String, CodingKey {
        case cardRef = "card_ref"
        case fetchUrl = "fetch_url"
        case provider
        case userToken = "user_token"
    }
}
