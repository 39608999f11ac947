// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The reply to sending a voice memo.
public struct ChatSendVoicememoResponse: Codable, Hashable, Sendable {
    /// The voice memo as it was taken on.
    public let voiceMemo: VoiceMemo

    enum CodingKeys: String, CodingKey {
        case voiceMemo = "voice_memo"
    }
}
