// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// How well a conversation goes (beta).
///
/// Many chats at risk on one line make it likelier that the line is flagged. To decide whether a send is allowed, send
/// it: a refusal is authoritative, the status is not.
public struct HealthStatus: Codable, Hashable, Sendable {
    /// The passage of the guide that explains the status.
    ///
    /// Documented as always present.
    public let docUrl: String?
    /// The status itself.
    ///
    /// Documented as always present.
    public let status: ChatHealth?
    /// When the status last changed.
    ///
    /// Documented as always present.
    public let updatedAt: Date?

    /// Creates one, for previews and tests.
    public init(
        docUrl: String? = nil,
        status: ChatHealth? = nil,
        updatedAt: Date? = nil
    ) {
        self.docUrl = docUrl
        self.status = status
        self.updatedAt = updatedAt
    }

    enum CodingKeys: String, CodingKey {
        case docUrl = "doc_url"
        case status
        case updatedAt = "updated_at"
    }
}
