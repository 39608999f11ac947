// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** The reply to moving a sticker. */
@Serializable
public data class MessageUpdateStickerPlacementResponse(
    /** What became of the request, in a word. */
    public val status: String? = null,
    /** Whether it was accepted. */
    public val success: Boolean? = null,
    /** Ties the request to the events that follow from it. */
    @SerialName("trace_id")
    public val traceId: String? = null,
)
