// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.Timestamp
import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/**
 * Something changed on your account, as its Activity page shows it.
 *
 * The objects (`apiToken` and so on) name what changed; only those that the event is about are there.
 */
@Serializable
public data class AccountEventData(
    /** Who changed it. */
    public val actor: AccountActor = AccountActor(),
    /** When it changed. The event's own `created_at` is when the webhook was made. Documented as always present. */
    @SerialName("occurred_at")
    public val occurredAt: Timestamp? = null,
    /** Where it was changed. Documented as always present. */
    public val origin: AccountOrigin? = null,
    /** What changed, in words for people: they may be put otherwise at any time. Documented as always present. */
    public val summary: String? = null,
    /** The API token. */
    @SerialName("api_token")
    public val apiToken: AccountApiToken? = null,
    /** From what to what. Only in events that change something that was there before and is there afterwards. */
    public val change: AccountChange? = null,
    /** The contact card. */
    @SerialName("contact_card")
    public val contactCard: AccountContactCard? = null,
    /** The environment. */
    public val environment: AccountEnvironment? = null,
    /** How many lines went to production, in `environment.deleted`. */
    @SerialName("lines_moved_to_production")
    public val linesMovedToProduction: Long? = null,
    /** How the team member signed in, in `team_member.signed_in`. */
    public val method: SignInMethod? = null,
    /** The line, E.164. */
    @SerialName("phone_number")
    public val phoneNumber: String? = null,
    /** The team member. */
    @SerialName("team_member")
    public val teamMember: AccountTeamMember? = null,
    /** How many API tokens were revoked, in `environment.deleted`. */
    @SerialName("tokens_revoked")
    public val tokensRevoked: Long? = null,
    /** The webhook subscription. */
    @SerialName("webhook_subscription")
    public val webhookSubscription: AccountWebhookSubscription? = null,
)
