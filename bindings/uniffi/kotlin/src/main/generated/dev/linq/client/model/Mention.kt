// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class, IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.BooleanSerializer
import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** Somebody named in a text. */
@Serializable
public data class Mention(
    /** Their phone number (E.164) or e-mail address, as the device recorded it. Documented as always present. */
    public val handle: String? = null,
    /** Whether that is your line. Documented as always present. */
    @SerialName("is_me")
    public val isMe: Boolean? = null,
    /** The characters that name them. Documented as always present. */
    public val range: List<Long>? = null,
)
