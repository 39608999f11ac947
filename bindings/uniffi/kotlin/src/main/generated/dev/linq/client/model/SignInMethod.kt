// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * How a team member signed in.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class SignInMethod(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** With a code that was sent by e-mail or text message. */
        public val Code: SignInMethod = SignInMethod("code")

        /** With the company's single sign-on. */
        public val Sso: SignInMethod = SignInMethod("sso")

        /** With a Google account. */
        public val Google: SignInMethod = SignInMethod("google")

        /** With an Apple account. */
        public val Apple: SignInMethod = SignInMethod("apple")

        /** Through `linkedin.com`. */
        public val LinkedIn: SignInMethod = SignInMethod("linkedin")
    }
}
