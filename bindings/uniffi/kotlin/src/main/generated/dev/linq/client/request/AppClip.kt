// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.request

import dev.linq.client.hidden
import kotlinx.serialization.Serializable

/**
 * A card that opens an App Clip, such as a checkout by Apple Pay. It is the only part of its message, and goes over
 * iMessage or not at all.
 */
@Serializable
public data class AppClip(
    /** An `https` link whose page is a registered App Clip: yours, or the `checkout_url` of a payment request. */
    public val value: String,
    /** What its button says; `Tap open` if absent. */
    public val caption: String? = null,
) : OutgoingPart {
    override val type: String get() = "app_clip"

    /** Without what is private. */
    override fun toString(): String = "AppClip(value=${hidden(value)}, caption=$caption)"
}
