// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Somebody started to share their location with a line of yours. */
@Serializable
public data class LocationSharingStartedData(
    /** When they started, or when that was first noticed. */
    @SerialName("began_at")
    public val beganAt: Timestamp? = null,
    /**
     * The chat where they first did, if that is known. Sharing goes by person, not by chat, so that the location may be
     * seen in others too.
     */
    @SerialName("chat_id")
    public val chatId: String? = null,
    /** When it will end; absent if nobody knows. */
    @SerialName("ends_at")
    public val endsAt: Timestamp? = null,
    /** Who shares their location. Documented as always present. */
    @SerialName("shared_by")
    public val sharedBy: String? = null,
    /** The line that they share it with, E.164. Documented as always present. */
    @SerialName("shared_with")
    public val sharedWith: String? = null,
)
