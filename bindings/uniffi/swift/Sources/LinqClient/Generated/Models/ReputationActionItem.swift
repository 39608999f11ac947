// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Something to do for a line's reputation.
public struct ReputationActionItem: Codable, Hashable, Sendable {
    /// How.
    public let detail: String?
    /// How much it is likely to help.
    public let expectedImpact: ExpectedImpact?
    /// Its rank, from 1: what is to be done first.
    public let priority: Int?
    /// What.
    public let title: String?

    enum CodingKeys: String, CodingKey {
        case detail
        case expectedImpact = "expected_impact"
        case priority
        case title
    }
}
