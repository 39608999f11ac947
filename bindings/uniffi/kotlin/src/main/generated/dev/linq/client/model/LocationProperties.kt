// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Whose position it is, and how old. */
@Serializable
public data class LocationProperties(
    /** Their phone number (E.164) or e-mail address. Documented as always present. */
    public val handle: String? = null,
    /** The street address. */
    public val address: String? = null,
    /** The city, or what stands for one. */
    public val locality: String? = null,
    /**
     * When the position was last updated, which Apple decides: asking more often than every few minutes brings nothing
     * new.
     */
    @SerialName("updated_at")
    public val updatedAt: Timestamp? = null,
)
