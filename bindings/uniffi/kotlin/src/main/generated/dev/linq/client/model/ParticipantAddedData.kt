// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Somebody joined a group. */
@Serializable
public data class ParticipantAddedData(
    /** Their handle. Deprecated by the API in favour of `participant`. Documented as always present. */
    public val handle: String? = null,
    /** When they joined. */
    @SerialName("added_at")
    public val addedAt: Timestamp? = null,
    /** The group. */
    @SerialName("chat_id")
    public val chatId: String? = null,
    /** Who joined. */
    public val participant: ChatHandle? = null,
)
