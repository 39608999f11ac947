// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** Who changed something on the account. Only a team member is named. */
@Serializable
public data class AccountActor(
    /** What they are. Documented as always present. */
    public val type: AccountActorKind? = null,
    /** The team member's user id. */
    public val id: String? = null,
    /** The team member's e-mail address. */
    public val email: String? = null,
    /** The team member's name. */
    public val name: String? = null,
)
