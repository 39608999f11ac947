// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * What a team member may do.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class TeamRole(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** Everything. */
        public val Admin: TeamRole = TeamRole("admin")

        /** A manager. */
        public val Manager: TeamRole = TeamRole("manager")

        /** A member. */
        public val Member: TeamRole = TeamRole("member")
    }
}
