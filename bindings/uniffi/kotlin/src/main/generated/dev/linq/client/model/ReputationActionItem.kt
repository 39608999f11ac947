// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** Something to do for a line's reputation. */
@Serializable
public data class ReputationActionItem(
    /** How. */
    public val detail: String? = null,
    /** How much it is likely to help. */
    @SerialName("expected_impact")
    public val expectedImpact: ExpectedImpact? = null,
    /** Its rank, from 1: what is to be done first. */
    public val priority: Long? = null,
    /** What. */
    public val title: String? = null,
)
