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

    /// Creates one, for previews and tests.
    public init(
        detail: String? = nil,
        expectedImpact: ExpectedImpact? = nil,
        priority: Int? = nil,
        title: String? = nil
    ) {
        self.detail = detail
        self.expectedImpact = expectedImpact
        self.priority = priority
        self.title = title
    }

    enum CodingKeys: String, CodingKey {
        case detail
        case expectedImpact = "expected_impact"
        case priority
        case title
    }
}
