// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// An option of a poll, and who voted for it.
public struct PollResultOption: Codable, Hashable, Sendable {
    /// Whether it can be edited.
    ///
    /// Documented as always present.
    public let canBeEdited: Bool?
    /// Who added it.
    public let creatorHandle: ChatHandle
    /// The option's identifier.
    ///
    /// Documented as always present.
    public let optionId: String?
    /// What it says.
    ///
    /// Documented as always present.
    public let text: String?
    /// Who voted for it.
    public let voters: [PollOptionVoter]

    /// Creates one, for previews and tests.
    public init(
        canBeEdited: Bool? = nil,
        creatorHandle: ChatHandle = ChatHandle(),
        optionId: String? = nil,
        text: String? = nil,
        voters: [PollOptionVoter] = []
    ) {
        self.canBeEdited = canBeEdited
        self.creatorHandle = creatorHandle
        self.optionId = optionId
        self.text = text
        self.voters = voters
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.canBeEdited = try container.decodeIfPresent(Bool.self, forKey: .canBeEdited)
        self.creatorHandle = try container.decodeIfPresent(ChatHandle.self, forKey: .creatorHandle) ?? ChatHandle()
        self.optionId = try container.decodeIfPresent(String.self, forKey: .optionId)
        self.text = try container.decodeIfPresent(String.self, forKey: .text)
        self.voters = try container.decodeIfPresent([PollOptionVoter].self, forKey: .voters) ?? []
    }

    enum CodingKeys: String, CodingKey {
        case canBeEdited = "can_be_edited"
        case creatorHandle = "creator_handle"
        case optionId = "option_id"
        case text
        case voters
    }
}
