// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** How the vote stands. */
@Serializable
public data class PollResults(
    /** The options. */
    public val options: List<PollResultOption> = emptyList(),
    /** How many people voted, each counted once. Documented as always present. */
    @SerialName("total_voters")
    public val totalVoters: Long? = null,
)
