// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Something changed on your account, as its Activity page shows it.
///
/// The objects (`apiToken` and so on) name what changed; only those that the event is about are there.
public struct AccountEventData: Codable, Hashable, Sendable {
    /// Who changed it.
    public let actor: AccountActor
    /// When it changed. The event's own `created_at` is when the webhook was made.
    public let occurredAt: Date
    /// Where it was changed.
    public let origin: AccountOrigin
    /// What changed, in words for people: they may be put otherwise at any time.
    public let summary: String
    /// The API token.
    public let apiToken: AccountApiToken?
    /// From what to what. Only in events that change something that was there before and is there afterwards.
    public let change: AccountChange?
    /// The contact card.
    public let contactCard: AccountContactCard?
    /// The environment.
    public let environment: AccountEnvironment?
    /// How many lines went to production, in `environment.deleted`.
    public let linesMovedToProduction: Int?
    /// How the team member signed in, in `team_member.signed_in`.
    public let method: SignInMethod?
    /// The line, E.164.
    public let phoneNumber: String?
    /// The team member.
    public let teamMember: AccountTeamMember?
    /// How many API tokens were revoked, in `environment.deleted`.
    public let tokensRevoked: Int?
    /// The webhook subscription.
    public let webhookSubscription: AccountWebhookSubscription?

    enum CodingKeys: String, CodingKey {
        case actor
        case occurredAt = "occurred_at"
        case origin
        case summary
        case apiToken = "api_token"
        case change
        case contactCard = "contact_card"
        case environment
        case linesMovedToProduction = "lines_moved_to_production"
        case method
        case phoneNumber = "phone_number"
        case teamMember = "team_member"
        case tokensRevoked = "tokens_revoked"
        case webhookSubscription = "webhook_subscription"
    }
}
