// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** An environment of your account: `Production`, or one that you made. */
@Serializable
public data class AccountEnvironment(
    /** Its name. Documented as always present. */
    public val name: String? = null,
    /** `environment`. Documented as always present. */
    public val type: String? = null,
)
