// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// An option of a poll, and who voted for it.
public struct PollResultOption: Codable, Hashable, Sendable {
    /// Whether it can be edited.
    public let canBeEdited: Bool
    /// Who added it; absent if nobody knows.
    public let creatorHandle: ChatHandle?
    /// The option's identifier.
    public let optionId: String
    /// What it says.
    public let text: String
    /// Who voted for it.
    public let voters: [PollOptionVoter]

    enum CodingKeys: String, CodingKey {
        case canBeEdited = "can_be_edited"
        case creatorHandle = "creator_handle"
        case optionId = "option_id"
        case text
        case voters
    }
}
