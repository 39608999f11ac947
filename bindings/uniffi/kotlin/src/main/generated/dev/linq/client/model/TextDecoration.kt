// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/**
 * A style or an animation of some words of a text part (iMessage only; over RCS and SMS the text arrives without it).
 */
@Serializable
public data class TextDecoration(
    /** Which words. Documented as always present. */
    public val range: List<Long>? = null,
    /** How they look. Ranges with styles may overlap each other. */
    public val style: TextStyle? = null,
    /** How they move, instead of `style`. A range with an animation overlaps no other. */
    public val animation: TextAnimation? = null,
)
