// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A card of Linq's own iMessage app, such as a payment request, in place of a message's parts. It goes to one
/// recipient, over iMessage only.
///
/// What there is, and which parameters it takes, is told by `linq.experiences`.
public struct ExperienceInvocation: Codable, Hashable, Sendable {
    /// What the experience can do, such as `request_payment`.
    public var action: String
    /// The experience, such as `agentpay`.
    public var name: String
    /// The action's parameters, by name. One that the action does not have is refused.
    public var params: JSONValue?

    /// Creates one of its fields.
    public init(
        action: String,
        name: String,
        params: JSONValue? = nil
    ) {
        self.action = action
        self.name = name
        self.params = params
    }

    enum CodingKeys: String, CodingKey {
        case action
        case name
        case params
    }
}
