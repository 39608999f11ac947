package dev.linq.client.request

import dev.linq.client.ffi.TextPiece
import dev.linq.client.ffi.composeText
import dev.linq.client.internal.apiJson
import dev.linq.client.internal.checked
import dev.linq.client.internal.native
import dev.linq.client.model.TextAnimation
import dev.linq.client.model.TextStyle

/**
 * Words with decorations. Nobody has to count UTF-16 units.
 *
 * ```
 * Text {
 *     bold("Hello ")
 *     plain("wörld 🎂")
 *     animated("!", TextAnimation.Shake)
 * }
 * ```
 *
 * @throws dev.linq.client.LinqException.InvalidArgument if a mentioned handle is none, or words hold half of a surrogate pair.
 */
public fun Text(write: TextBuilder.() -> Unit): Text {
    val pieces = TextBuilder().apply(write).pieces
    return apiJson.decodeFromString(Text.serializer(), native { composeText(pieces) })
}

/** Writes a text, piece by piece. */
public class TextBuilder internal constructor() {
    internal val pieces = mutableListOf<TextPiece>()

    /** Words as they are. */
    public fun plain(words: String) {
        pieces += TextPiece.Plain(whole("words", words))
    }

    /** Words in bold. */
    public fun bold(words: String): Unit = styled(words, listOf(TextStyle.Bold))

    /** Words in italics. */
    public fun italic(words: String): Unit = styled(words, listOf(TextStyle.Italic))

    /** Words struck through. */
    public fun strikethrough(words: String): Unit = styled(words, listOf(TextStyle.Strikethrough))

    /** Words underlined. */
    public fun underlined(words: String): Unit = styled(words, listOf(TextStyle.Underline))

    /** Words in several styles. */
    public fun styled(words: String, styles: Collection<TextStyle>) {
        pieces += TextPiece.Styled(whole("words", words), styles.map { it.value })
    }

    /** Words that move. */
    public fun animated(words: String, animation: TextAnimation) {
        pieces += TextPiece.Animated(whole("words", words), animation.value)
    }

    /**
     * The name of a participant, who is notified; once a part, in group chats only.
     *
     * @param name The bare name, without an `@`.
     * @param handle The participant's phone number (E.164) or e-mail address.
     */
    public fun mention(name: String, handle: String) {
        pieces += TextPiece.Mention(whole("name", name), whole("handle", handle))
    }

    /**
     * A sticker among the words.
     *
     * @param standIn What is sent in its place over RCS and SMS, such as an emoji or `[cake]`.
     * @param attachmentId The image.
     */
    public fun sticker(standIn: String, attachmentId: String) {
        pieces += TextPiece.Sticker(whole("stand_in", standIn), whole("attachment_id", attachmentId))
    }

    private fun whole(field: String, text: String) = checked("pieces[${pieces.size}].$field", text)
}
