// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** Text, with what is laid over it. All ranges count UTF-16 code units of `value`. */
@Serializable
public data class TextPart(
    /** The text. Documented as always present. */
    public val value: String? = null,
    /** Reactions to this part; never in events. */
    public val reactions: List<Reaction>? = null,
    /**
     * Stickers within the text, in its order. Only on messages that were sent with them: one that is received comes as
     * a media part.
     */
    @SerialName("inline_stickers")
    public val inlineStickers: List<InlineSticker>? = null,
    /** Deprecated by the API in favour of `mentions`: the first one's handle. */
    public val mention: String? = null,
    /** Deprecated by the API in favour of `mentions`: the first one's range; absent when it is the whole text. */
    @SerialName("mention_range")
    public val mentionRange: List<Long>? = null,
    /** Who is mentioned, in the order of the text. iMessage only. */
    public val mentions: List<Mention>? = null,
    /** Styles and animations. */
    @SerialName("text_decorations")
    public val textDecorations: List<TextDecoration>? = null,
) : MessagePart {
    override val type: String get() = "text"
}
