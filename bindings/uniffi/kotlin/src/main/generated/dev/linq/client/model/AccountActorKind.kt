// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * What kind of actor changed something.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class AccountActorKind(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** Somebody of your team. */
        public val TeamMember: AccountActorKind = AccountActorKind("team_member")

        /** A call of the API. */
        public val Api: AccountActorKind = AccountActorKind("api")

        /** Linq. */
        public val System: AccountActorKind = AccountActorKind("system")

        /** Nobody knows. */
        public val Unidentified: AccountActorKind = AccountActorKind("unknown")
    }
}
