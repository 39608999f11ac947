// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.request

import kotlinx.serialization.Serializable

/**
 * What is sent instead of a message when its recipients have to be written to from another line than before: words
 * only.
 */
@Serializable
public data class ContinuationMessage(
    /** The words. */
    public val text: String,
)
