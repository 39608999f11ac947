// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** The edited part of a message. */
@Serializable
public data class MessageEditedPart(
    /** Which part, counted from 0. */
    public val index: Long,
    /** Its text now. */
    public val text: String,
)
