// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Somebody stopped sharing their location with a line of yours. */
@Serializable
public data class LocationSharingStoppedData(
    /** When they had started, if that is known. */
    @SerialName("began_at")
    public val beganAt: Timestamp? = null,
    /** The chat where they had first shared it, if that is known. */
    @SerialName("chat_id")
    public val chatId: String? = null,
    /** When it ended. Documented as always present. */
    @SerialName("ended_at")
    public val endedAt: Timestamp? = null,
    /** Who shared their location. Documented as always present. */
    @SerialName("shared_by")
    public val sharedBy: String? = null,
    /** The line that they shared it with, E.164. Documented as always present. */
    @SerialName("shared_with")
    public val sharedWith: String? = null,
)
