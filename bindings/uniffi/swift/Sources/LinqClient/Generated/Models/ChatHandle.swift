// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A participant of a chat, you included.
public struct ChatHandle: Codable, Hashable, Sendable {
    /// This membership of this chat.
    ///
    /// Documented as always present.
    public let id: String?
    /// Their phone number (E.164) or e-mail address; a sender may also be a short code.
    ///
    /// Documented as always present.
    public let handle: String?
    /// When they joined the chat.
    ///
    /// Documented as always present.
    public let joinedAt: Date?
    /// The service that reaches them.
    ///
    /// Documented as always present.
    public let service: ServiceType?
    /// Whether this is your own line.
    public let isMe: Bool?
    /// When they left the chat; absent while they are in it.
    public let leftAt: Date?
    /// What the line can send; absent for participants who are not lines of yours.
    public let lineType: LineType?
    /// Whether they still take part.
    public let status: ParticipantStatus?

    /// Creates one, for previews and tests.
    public init(
        id: String? = nil,
        handle: String? = nil,
        joinedAt: Date? = nil,
        service: ServiceType? = nil,
        isMe: Bool? = nil,
        leftAt: Date? = nil,
        lineType: LineType? = nil,
        status: ParticipantStatus? = nil
    ) {
        self.id = id
        self.handle = handle
        self.joinedAt = joinedAt
        self.service = service
        self.isMe = isMe
        self.leftAt = leftAt
        self.lineType = lineType
        self.status = status
    }

    enum CodingKeys: String, CodingKey {
        case id
        case handle
        case joinedAt = "joined_at"
        case service
        case isMe = "is_me"
        case leftAt = "left_at"
        case lineType = "line_type"
        case status
    }
}
