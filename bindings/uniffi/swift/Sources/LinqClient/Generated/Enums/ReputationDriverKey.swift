// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What weighs on a line's reputation.
///
/// A value that this version does not know is kept as it came.
public struct ReputationDriverKey: OpenEnum {
    /// Several messages sent and hardly an answer. Said of single chats only.
    public static let lowEngagement = ReputationDriverKey(rawValue: "low_engagement")
    /// Many of the line's conversations do not go well: see to these first.
    public static let overallConversationHealth = ReputationDriverKey(rawValue: "overall_conversation_health")
    /// Far more messages in a day than is usual for the line, or than one line should send.
    public static let volumeSpike = ReputationDriverKey(rawValue: "volume_spike")
    /// Too many new conversations in a day.
    public static let newConversationRate = ReputationDriverKey(rawValue: "new_conversation_rate")
    /// Recipients asked the line to stop: send them nothing more.
    public static let optOutHandling = ReputationDriverKey(rawValue: "opt_out_handling")
    /// The line is restricted, and its messages may not arrive: use another until it recovers.
    public static let flagged = ReputationDriverKey(rawValue: "flagged")
    /// Something else.
    public static let other = ReputationDriverKey(rawValue: "other")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
