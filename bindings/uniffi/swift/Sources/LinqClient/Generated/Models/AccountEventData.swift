// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Something changed on your account, as its Activity page shows it.
///
/// The objects (`apiToken` and so on) name what changed; only those that the event is about are there.
public struct AccountEventData: Codable, Hashable, Sendable {
    /// Who changed it.
    public let actor: AccountActor
    /// When it changed. The event's own `created_at` is when the webhook was made.
    ///
    /// Documented as always present.
    public let occurredAt: Date?
    /// Where it was changed.
    ///
    /// Documented as always present.
    public let origin: AccountOrigin?
    /// What changed, in words for people: they may be put otherwise at any time.
    ///
    /// Documented as always present.
    public let summary: String?
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

    /// Creates one, for previews and tests.
    public init(
        actor: AccountActor = AccountActor(),
        occurredAt: Date? = nil,
        origin: AccountOrigin? = nil,
        summary: String? = nil,
        apiToken: AccountApiToken? = nil,
        change: AccountChange? = nil,
        contactCard: AccountContactCard? = nil,
        environment: AccountEnvironment? = nil,
        linesMovedToProduction: Int? = nil,
        method: SignInMethod? = nil,
        phoneNumber: String? = nil,
        teamMember: AccountTeamMember? = nil,
        tokensRevoked: Int? = nil,
        webhookSubscription: AccountWebhookSubscription? = nil
    ) {
        self.actor = actor
        self.occurredAt = occurredAt
        self.origin = origin
        self.summary = summary
        self.apiToken = apiToken
        self.change = change
        self.contactCard = contactCard
        self.environment = environment
        self.linesMovedToProduction = linesMovedToProduction
        self.method = method
        self.phoneNumber = phoneNumber
        self.teamMember = teamMember
        self.tokensRevoked = tokensRevoked
        self.webhookSubscription = webhookSubscription
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.actor = try container.decodeIfPresent(AccountActor.self, forKey: .actor) ?? AccountActor()
        self.occurredAt = try container.decodeIfPresent(Date.self, forKey: .occurredAt)
        self.origin = try container.decodeIfPresent(AccountOrigin.self, forKey: .origin)
        self.summary = try container.decodeIfPresent(String.self, forKey: .summary)
        self.apiToken = try container.decodeIfPresent(AccountApiToken.self, forKey: .apiToken)
        self.change = try container.decodeIfPresent(AccountChange.self, forKey: .change)
        self.contactCard = try container.decodeIfPresent(AccountContactCard.self, forKey: .contactCard)
        self.environment = try container.decodeIfPresent(AccountEnvironment.self, forKey: .environment)
        self.linesMovedToProduction = try container.decodeIntegerIfPresent(forKey: .linesMovedToProduction)
        self.method = try container.decodeIfPresent(SignInMethod.self, forKey: .method)
        self.phoneNumber = try container.decodeIfPresent(String.self, forKey: .phoneNumber)
        self.teamMember = try container.decodeIfPresent(AccountTeamMember.self, forKey: .teamMember)
        self.tokensRevoked = try container.decodeIntegerIfPresent(forKey: .tokensRevoked)
        self.webhookSubscription =
            try container.decodeIfPresent(AccountWebhookSubscription.self, forKey: .webhookSubscription)
    }

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
