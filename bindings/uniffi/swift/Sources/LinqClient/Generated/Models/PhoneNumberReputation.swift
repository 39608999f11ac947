// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// How a line is regarded, over all of its conversations (beta).
public struct PhoneNumberReputation: Codable, Hashable, Sendable {
    /// The passage of the guide that explains the status.
    ///
    /// Documented as always present.
    public let docUrl: String?
    /// The status itself.
    ///
    /// Documented as always present.
    public let status: ReputationStatus?

    /// Creates one, for previews and tests.
    public init(
        docUrl: String? = nil,
        status: ReputationStatus? = nil
    ) {
        self.docUrl = docUrl
        self.status = status
    }

    enum CodingKeys: String, CodingKey {
        case docUrl = "doc_url"
        case status
    }
}
