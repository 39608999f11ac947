// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.request

import dev.linq.client.hidden
import kotlinx.serialization.Serializable

/**
 * A URL, shown as a card with the page's title and picture. It is the only part of its message, and not in the first
 * message of a chat.
 *
 * For a URL without a card, write it in a `Text`.
 */
@Serializable
public data class Link(
    /** The URL: `https://` or `http://`, at most 2,048 characters. */
    public val value: String,
) : OutgoingPart {
    override val type: String get() = "link"

    /** Without what is private. */
    override fun toString(): String = "Link(value=${hidden(value)})"
}
