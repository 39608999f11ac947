// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** A member of your team. */
@Serializable
public data class AccountTeamMember(
    /** The member's user id. Documented as always present. */
    public val id: String? = null,
    /** The member's name, if there is one. */
    public val name: String? = null,
    /** The role that the member joined with, in `team_member.added`. */
    public val role: TeamRole? = null,
)
