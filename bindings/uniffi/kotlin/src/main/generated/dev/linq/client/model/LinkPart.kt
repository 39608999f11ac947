// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** A link with a preview. */
@Serializable
public data class LinkPart(
    /** The address that it opens. Documented as always present. */
    public val value: String? = null,
    /** Reactions to this part; never in events. */
    public val reactions: List<Reaction>? = null,
) : MessagePart {
    override val type: String get() = "link"
}
