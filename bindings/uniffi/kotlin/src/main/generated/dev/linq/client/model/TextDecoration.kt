// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * A style or an animation of some words of a text part (iMessage only; over RCS and SMS the text arrives without it).
 */
@Serializable
public data class TextDecoration(
    /** Which words. */
    public val range: List<Long>,
    /** How they look. Ranges with styles may overlap each other. */
    public val style: TextStyle? = null,
    /** How they move, instead of `style`. A range with an animation overlaps no other. */
    public val animation: TextAnimation? = null,
)
