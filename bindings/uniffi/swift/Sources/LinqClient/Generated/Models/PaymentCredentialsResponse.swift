// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What leads to the details of a payment's card.
public struct PaymentCredentialsResponse: Codable, Hashable, Sendable {
    /// Where to fetch them, with what.
    public let handoff: PaymentCredentialsHandoff?

    /// Creates one, for previews and tests.
    public init(
        handoff: PaymentCredentialsHandoff? = nil
    ) {
        self.handoff = handoff
    }

    enum CodingKeys: String, CodingKey {
        case handoff
    }
}
