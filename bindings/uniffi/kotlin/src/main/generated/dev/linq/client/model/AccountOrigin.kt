// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * Where something was changed.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class AccountOrigin(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** In the dashboard. */
        public val Dashboard: AccountOrigin = AccountOrigin("dashboard")

        /** Through the API. */
        public val Api: AccountOrigin = AccountOrigin("api")

        /** By Linq. */
        public val Linq: AccountOrigin = AccountOrigin("linq")
    }
}
