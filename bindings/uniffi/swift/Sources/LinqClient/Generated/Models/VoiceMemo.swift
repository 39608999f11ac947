// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A voice memo that the API has just taken on.
public struct VoiceMemo: Codable, Hashable, Sendable {
    /// The message that it is.
    public let id: String
    /// The chat that it goes to.
    public let chat: VoiceMemoChat
    /// When it was created.
    public let createdAt: Date
    /// The line that sends it, E.164.
    public let from: String
    /// How far it got, in a word.
    public let status: String
    /// Who gets it: phone numbers (E.164) and e-mail addresses.
    public let to: [String]
    /// The sound.
    public let voiceMemo: VoiceMemoVoiceMemo
    /// The service that carries it.
    public let service: ServiceType?

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
