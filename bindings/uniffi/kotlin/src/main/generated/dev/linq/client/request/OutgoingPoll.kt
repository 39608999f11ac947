// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.request

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A poll to send: two options or more. It has no title; send that as a message. */
@Serializable
public data class OutgoingPoll(
    /** What can be voted for. More can be added later, but none changed or taken away. */
    public val options: List<PollOption>,
    /** What makes a repeated send harmless; made by the client if absent. */
    @SerialName("idempotency_key")
    public val idempotencyKey: String? = null,
)
