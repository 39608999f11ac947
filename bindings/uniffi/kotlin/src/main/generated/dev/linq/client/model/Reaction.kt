// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A reaction to a part of a message. */
@Serializable
public data class Reaction(
    /** Who reacted. */
    public val handle: ChatHandle,
    /** Whether that is you. */
    @SerialName("is_me")
    public val isMe: Boolean,
    /** How they reacted. */
    public val type: ReactionType,
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
