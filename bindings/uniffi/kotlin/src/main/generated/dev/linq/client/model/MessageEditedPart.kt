// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** The edited part of a message. */
@Serializable
public data class MessageEditedPart(
    /** Which part, counted from 0. Documented as always present. */
    public val index: Long? = null,
    /** Its text now. Documented as always present. */
    public val text: String? = null,
)
