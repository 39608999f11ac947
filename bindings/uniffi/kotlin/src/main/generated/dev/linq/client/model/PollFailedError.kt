// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** Why a poll could not be sent. */
@Serializable
public data class PollFailedError(
    /** One of 3007, 4001, 4002, and 4005 to 4008. Documented as always present. */
    public val code: Long? = null,
    /** The same in words. Documented as always present. */
    public val message: String? = null,
)
