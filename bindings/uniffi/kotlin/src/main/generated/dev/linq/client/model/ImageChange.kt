// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.PrivateText
import kotlinx.serialization.Serializable

/** A picture that changed. */
@Serializable
public data class ImageChange(
    /** The picture before; absent if there was none. */
    public val from: PrivateText? = null,
    /** The picture now; absent if it was taken away. */
    public val to: PrivateText? = null,
)
