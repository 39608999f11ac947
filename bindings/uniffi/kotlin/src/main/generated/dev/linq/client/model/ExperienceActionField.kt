// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class, IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.BooleanSerializer
import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** A parameter of an action. */
@Serializable
public data class ExperienceActionField(
    /** The most characters that a text may have. */
    public val max: Long? = null,
    /** Whether it has to be given. */
    public val required: Boolean? = null,
    /** What it takes. */
    public val type: ExperienceFieldType? = null,
)
