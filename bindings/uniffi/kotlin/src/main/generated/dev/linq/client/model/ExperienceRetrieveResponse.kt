// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Something that renders within Linq's iMessage app. */
@Serializable
public data class ExperienceRetrieveResponse(
    /** What it can do. */
    public val actions: List<ExperienceAction>? = null,
    /** What it is called among people. */
    @SerialName("display_name")
    public val displayName: String? = null,
    /** What it is called in an `ExperienceInvocation`. */
    public val experience: String? = null,
)
