// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

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
