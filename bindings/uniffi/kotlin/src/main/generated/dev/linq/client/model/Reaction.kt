// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** A reaction to a part of a message. */
@Serializable
public data class Reaction(
    /** Who reacted. */
    public val handle: ChatHandle = ChatHandle(),
    /** Whether that is you. Documented as always present. */
    @SerialName("is_me")
    public val isMe: Boolean? = null,
    /** How they reacted. Documented as always present. */
    public val type: ReactionType? = null,
    /**
     * Names the reaction when its sticker is moved. Stickers from before that was possible have one too, but moving
     * them is answered with 404.
     */
    public val id: String? = null,
    /** The emoji of a `custom` reaction. */
    @SerialName("custom_emoji")
    public val customEmoji: String? = null,
    /** The image of a `sticker` reaction. */
    public val sticker: Sticker? = null,
)
