// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A voice memo that the API has just taken on.
public struct VoiceMemo: Codable, Hashable, Sendable {
    /// The message that it is.
    public let id: String
    /// The chat that it goes to.
    public let chat: VoiceMemoChat
    /// When it was created.
    ///
    /// Documented as always present.
    public let createdAt: Date?
    /// The line that sends it, E.164.
    ///
    /// Documented as always present.
    public let from: String?
    /// How far it got, in a word.
    ///
    /// Documented as always present.
    public let status: String?
    /// Who gets it: phone numbers (E.164) and e-mail addresses.
    public let to: [String]
    /// The sound.
    public let voiceMemo: VoiceMemoVoiceMemo
    /// The service that carries it.
    public let service: ServiceType?

    /// Creates one, for previews and tests.
    public init(
        id: String,
        chat: VoiceMemoChat = VoiceMemoChat(),
        createdAt: Date? = nil,
        from: String? = nil,
        status: String? = nil,
        to: [String] = [],
        voiceMemo: VoiceMemoVoiceMemo = VoiceMemoVoiceMemo(),
        service: ServiceType? = nil
    ) {
        self.id = id
        self.chat = chat
        self.createdAt = createdAt
        self.from = from
        self.status = status
        self.to = to
        self.voiceMemo = voiceMemo
        self.service = service
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decode(String.self, forKey: .id)
        self.chat = try container.decodeIfPresent(VoiceMemoChat.self, forKey: .chat) ?? VoiceMemoChat()
        self.createdAt = try container.decodeIfPresent(Date.self, forKey: .createdAt)
        self.from = try container.decodeIfPresent(String.self, forKey: .from)
        self.status = try container.decodeIfPresent(String.self, forKey: .status)
        self.to = try container.decodeIfPresent([String].self, forKey: .to) ?? []
        self.voiceMemo =
            try container.decodeIfPresent(VoiceMemoVoiceMemo.self, forKey: .voiceMemo) ?? VoiceMemoVoiceMemo()
        self.service = try container.decodeIfPresent(ServiceType.self, forKey: .service)
    }

    enum CodingKeys: String, CodingKey {
        case id
        case chat
        case createdAt = "created_at"
        case from
        case status
        case to
        case voiceMemo = "voice_memo"
        case service
    }
}
