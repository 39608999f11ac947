// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.request

import kotlinx.serialization.Serializable

/**
 * Where a sticker is on a message, how large and how turned. What is absent stays as it is, or is in the middle, of the
 * usual size and upright on a new sticker.
 */
@Serializable
public data class StickerPlacement(
    /** Clockwise, in degrees. */
    public val rotation: Double? = null,
    /** How large: 0.05 to 2.5, and what is beyond counts as that. The usual is 1 for an image and 0.5 for an emoji. */
    public val scale: Double? = null,
    /** From -1, far left, to 1, far right. */
    public val x: Double? = null,
    /** From -1, at the top, to 1, at the bottom. */
    public val y: Double? = null,
)
