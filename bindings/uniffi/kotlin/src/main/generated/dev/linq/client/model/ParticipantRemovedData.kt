// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Somebody left a group, or was removed: you too, after leaving one. */
@Serializable
public data class ParticipantRemovedData(
    /** Their handle. Deprecated by the API in favour of `participant`. Documented as always present. */
    public val handle: String? = null,
    /** The group. */
    @SerialName("chat_id")
    public val chatId: String? = null,
    /** Who is gone. */
    public val participant: ChatHandle? = null,
    /** When they went. */
    @SerialName("removed_at")
    public val removedAt: Timestamp? = null,
)
