// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// How well a conversation goes (beta).
///
/// Many chats at risk on one line make it likelier that the line is flagged. To decide whether a send is allowed, send
/// it: a refusal is authoritative, the status is not.
public struct HealthStatus: Codable, Hashable, Sendable {
    /// The passage of the guide that explains the status.
    public let docUrl: String
    /// The status itself.
    public let status: ChatHealth
    /// When the status last changed.
    public let updatedAt: Date

    enum CodingKeys: String, CodingKey {
        case docUrl = "doc_url"
        case status
        case updatedAt = "updated_at"
    }
}
