// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** A text that changed. */
@Serializable
public data class TextChange(
    /** The text before; absent if there was none. */
    public val from: String? = null,
    /** The text now; absent if it was taken away. */
    public val to: String? = null,
)
