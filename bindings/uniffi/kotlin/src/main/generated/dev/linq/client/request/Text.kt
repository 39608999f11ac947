// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.request

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/**
 * Words, plain or decorated.
 *
 * Sent as it is: Markdown stays Markdown. Decorations and stickers show on iMessage only; over RCS and SMS the bare
 * words arrive.
 */
@Serializable
public data class Text(
    /** The words, 1 to 10,000 characters. */
    public val value: String,
    /** What some of the words look like. */
    @SerialName("text_decorations")
    public val textDecorations: List<OutgoingTextDecoration>? = null,
    /** The stickers among the words: at most 100, of at most 10 different images, and not together with a mention. */
    @SerialName("inline_stickers")
    public val inlineStickers: List<OutgoingInlineSticker>? = null,
    /** The participant whom the words call, in group chats only. iMessage notifies them even if they muted the chat. */
    public val mention: String? = null,
    /** The words that stand for the mentioned participant; all of them if absent. */
    @SerialName("mention_range")
    public val mentionRange: List<Long>? = null,
) : OutgoingPart {
    override val type: String get() = "text"
}
