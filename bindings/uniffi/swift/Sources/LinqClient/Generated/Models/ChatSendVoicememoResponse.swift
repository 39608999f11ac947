// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The reply to sending a voice memo.
public struct ChatSendVoicememoResponse: Codable, Hashable, Sendable {
    /// The voice memo as it was taken on.
    public let voiceMemo: VoiceMemo

    /// Creates one, for previews and tests.
    public init(
        voiceMemo: VoiceMemo
    ) {
        self.voiceMemo = voiceMemo
    }

    enum CodingKeys: String, CodingKey {
        case voiceMemo = "voice_memo"
    }
}
