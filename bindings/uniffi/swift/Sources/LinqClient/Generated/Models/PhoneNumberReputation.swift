// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// How a line is regarded, over all of its conversations (beta).
public struct PhoneNumberReputation: Codable, Hashable, Sendable {
    /// The passage of the guide that explains the status.
    public let docUrl: String
    /// The status itself.
    public let status: ReputationStatus

    enum CodingKeys: String, CodingKey {
        case docUrl = "doc_url"
        case status
    }
}
