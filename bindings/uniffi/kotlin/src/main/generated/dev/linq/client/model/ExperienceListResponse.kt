// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** What your account can have rendered within Linq's iMessage app. */
@Serializable
public data class ExperienceListResponse(
    /** The experiences. */
    public val experiences: List<ExperienceRetrieveResponse>? = null,
)
