// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.request

import dev.linq.client.model.ServiceType
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A message to send: what it says, not where it goes. */
@Serializable
public data class MessageContent(
    /** The pieces, 1 to 100, in their order. Text parts do not follow each other, and a link or a card stands alone. */
    public val parts: List<OutgoingPart>? = null,
    /** What the message does as it arrives (iMessage only). */
    public val effect: Effect? = null,
    /** A card of Linq's own iMessage app, in place of parts. */
    public val experience: ExperienceInvocation? = null,
    /** The message that this one answers. */
    @SerialName("reply_to")
    public val replyTo: ReplyTarget? = null,
    /**
     * Which network carries it. `iMessage`: that or nothing. `RCS` and `SMS`: RCS where possible, else SMS, never
     * iMessage. Absent: the best of the three that the recipient has.
     */
    @SerialName("preferred_service")
    public val preferredService: ServiceType? = null,
    /** What makes a repeated send harmless; made by the client if absent. */
    @SerialName("idempotency_key")
    public val idempotencyKey: String? = null,
)
