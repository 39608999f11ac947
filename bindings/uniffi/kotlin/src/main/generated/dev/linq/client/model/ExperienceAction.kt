// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** Something that an experience can do. */
@Serializable
public data class ExperienceAction(
    /** The parameters that it takes, by name. Others are refused. */
    public val fields: Map<String, ExperienceActionField>? = null,
    /** What it is called in an `ExperienceInvocation`. */
    public val name: String? = null,
    /** What it does, in words. */
    public val summary: String? = null,
)
