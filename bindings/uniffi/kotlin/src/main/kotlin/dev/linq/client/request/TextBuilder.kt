package dev.linq.client.request

import dev.linq.client.ffi.TextPiece
import dev.linq.client.ffi.composeText
import dev.linq.client.ffi.splitText
import dev.linq.client.internal.apiJson
import dev.linq.client.internal.checked
import dev.linq.client.internal.checkedJson
import dev.linq.client.internal.native
import dev.linq.client.model.TextAnimation
import dev.linq.client.model.TextStyle

/**
 * Returns decorated text, with all ranges in UTF-16 code units.
 *
 * ```
 * OutgoingText {
 *     bold("Hello ")
 *     plain("wörld 🎂")
 *     animated("!", TextAnimation.Shake)
 * }
 * ```
 *
 * @throws dev.linq.client.LinqException.InvalidArgument if the handle of a mention is invalid, or a text contains a
 *     lone surrogate.
 */
@JvmSynthetic
public fun OutgoingText(write: TextBuilder.() -> Unit): OutgoingText = TextBuilder().apply(write).build()

/**
 * Splits the text into texts that fit into messages. Joined, they are the original text: no character is removed.
 *
 * The text is cut at paragraphs, lines, sentences or words, preferably, and always between grapheme clusters; never inside
 * a decoration, a sticker or a mention, whose ranges are those of their new text. A text that is short enough is returned
 * unchanged.
 *
 * @param maxCharacters Maximum number of characters (Unicode code points) of a text: 10,000 by default, which is also the
 *     maximum of a message.
 * @throws dev.linq.client.LinqException.InvalidArgument if a range is invalid, or a decoration, a sticker, a mention or a
 *     grapheme cluster is longer than the maximum.
 */
public fun OutgoingText.split(maxCharacters: Int? = null): List<OutgoingText> {
    val json = checkedJson("", apiJson.encodeToString(OutgoingText.serializer(), this))
    val texts = native { splitText(json.decodeToString(), checked("maxCharacters", maxCharacters)) }
    return texts.map { apiJson.decodeFromString(OutgoingText.serializer(), it) }
}

/**
 * Builder of decorated text. Its methods return the builder.
 *
 * ```java
 * OutgoingText text = new TextBuilder().bold("Hello ").plain("wörld 🎂").build();
 * ```
 */
public class TextBuilder {
    private val pieces = mutableListOf<TextPiece>()

    /**
     * Returns the text, with all ranges in UTF-16 code units.
     *
     * @throws dev.linq.client.LinqException.InvalidArgument if the handle of a mention is invalid.
     */
    public fun build(): OutgoingText =
        apiJson.decodeFromString(OutgoingText.serializer(), native { composeText(pieces) })

    /** Adds plain text. */
    public fun plain(text: String): TextBuilder = add(TextPiece.Plain(checkedField("text", text)))

    /** Adds bold text. */
    public fun bold(text: String): TextBuilder = styled(text, listOf(TextStyle.Bold))

    /** Adds italic text. */
    public fun italic(text: String): TextBuilder = styled(text, listOf(TextStyle.Italic))

    /** Adds struck-through text. */
    public fun strikethrough(text: String): TextBuilder = styled(text, listOf(TextStyle.Strikethrough))

    /** Adds underlined text. */
    public fun underlined(text: String): TextBuilder = styled(text, listOf(TextStyle.Underline))

    /** Adds text in several styles. */
    public fun styled(text: String, styles: Collection<TextStyle>): TextBuilder =
        add(TextPiece.Styled(checkedField("text", text), styles.map { it.value }))

    /** Adds animated text. */
    public fun animated(text: String, animation: TextAnimation): TextBuilder =
        add(TextPiece.Animated(checkedField("text", text), animation.value))

    /**
     * Adds a mention of a participant, who is notified; at most once in a part, in group chats only.
     *
     * @param name The participant's name, without an `@`.
     * @param handle The participant's phone number (E.164) or e-mail address.
     */
    public fun mention(name: String, handle: String): TextBuilder =
        add(TextPiece.Mention(checkedField("name", name), checkedField("handle", handle)))

    /**
     * Adds an inline sticker.
     *
     * @param fallback Text sent in its place over RCS and SMS, such as an emoji or `[cake]`.
     * @param attachmentId Identifier of the image's attachment.
     */
    public fun sticker(fallback: String, attachmentId: String): TextBuilder =
        add(TextPiece.Sticker(checkedField("fallback", fallback), checkedField("attachment_id", attachmentId)))

    private fun add(piece: TextPiece) = apply { pieces += piece }

    private fun checkedField(field: String, text: String) = checked("pieces[${pieces.size}].$field", text)
}
