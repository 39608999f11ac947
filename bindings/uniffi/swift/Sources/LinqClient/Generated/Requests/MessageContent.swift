// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A message to send: what it says, not where it goes.
public struct MessageContent: Codable, Hashable, Sendable {
    /// The pieces, 1 to 100, in their order. Text parts do not follow each other, and a link or a card stands alone.
    public var parts: [OutgoingPart]?
    /// What the message does as it arrives (iMessage only).
    public var effect: Effect?
    /// A card of Linq's own iMessage app, in place of parts.
    public var experience: ExperienceInvocation?
    /// The message that this one answers.
    public var replyTo: ReplyTarget?
    /// Which network carries it. `iMessage`: that or nothing. `RCS` and `SMS`: RCS where possible, else SMS, never
    /// iMessage. Absent: the best of the three that the recipient has.
    public var preferredService: ServiceType?
    /// What makes a repeated send harmless; made by the client if absent.
    public var idempotencyKey: String?

    /// Creates one of its fields.
    public init(
        parts: [OutgoingPart]? = nil,
        effect: Effect? = nil,
        experience: ExperienceInvocation? = nil,
        replyTo: ReplyTarget? = nil,
        preferredService: ServiceType? = nil,
        idempotencyKey: String? = nil
    ) {
        self.parts = parts
        self.effect = effect
        self.experience = experience
        self.replyTo = replyTo
        self.preferredService = preferredService
        self.idempotencyKey = idempotencyKey
    }

    enum CodingKeys: String, CodingKey {
        case parts
        case effect
        case experience
        case replyTo = "reply_to"
        case preferredService = "preferred_service"
        case idempotencyKey = "idempotency_key"
    }
}
