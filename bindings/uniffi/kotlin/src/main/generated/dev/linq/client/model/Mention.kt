// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Somebody named in a text. */
@Serializable
public data class Mention(
    /** Their phone number (E.164) or e-mail address, as the device recorded it. */
    public val handle: String,
    /** Whether that is your line. */
    @SerialName("is_me")
    public val isMe: Boolean,
    /** The characters that name them. */
    public val range: List<Long>,
)
