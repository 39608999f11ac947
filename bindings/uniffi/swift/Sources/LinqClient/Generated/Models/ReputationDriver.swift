// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Something that weighs on a line's reputation.
public struct ReputationDriver: Codable, Hashable, Sendable {
    /// What it is.
    public let key: ReputationDriverKey?
    /// A figure that was observed, or a note where there is none.
    public let metric: String?
    /// The same in a sentence.
    public let summary: String?

    /// Creates one, for previews and tests.
    public init(
        key: ReputationDriverKey? = nil,
        metric: String? = nil,
        summary: String? = nil
    ) {
        self.key = key
        self.metric = metric
        self.summary = summary
    }

    enum CodingKeys: String, CodingKey {
        case key
        case metric
        case summary
    }
}
