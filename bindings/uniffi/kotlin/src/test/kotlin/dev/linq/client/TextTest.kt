package dev.linq.client

import dev.linq.client.model.TextStyle
import dev.linq.client.request.OutgoingTextDecoration
import dev.linq.client.request.OutgoingText
import dev.linq.client.request.split
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue

class TextTest {
    @Test
    fun `ranges of a split text are relative to its parts`() {
        val text = OutgoingText {
            plain("🎂 one ")
            bold("two three")
            plain(" four ")
            mention("Ann", "+12052499136")
            plain("!")
        }
        val bold = OutgoingTextDecoration(listOf(7, 16), style = TextStyle.Bold)
        val expected = listOf(
            OutgoingText("🎂 one two three ", textDecorations = listOf(bold)),
            OutgoingText("four Ann!", mention = "+12052499136", mentionRange = listOf(5, 8)),
        )
        assertEquals(expected, text.split(maxCharacters = 18))
        assertEquals(listOf(text), text.split())
    }

    @Test
    fun `long text is split at paragraphs`() {
        val long = "Once upon a time, there was a cake. 🎂\n\n".repeat(1_000)
        val texts = OutgoingText(long).split().map { it.value }
        assertEquals(long, texts.joinToString(""))
        assertTrue(texts.all { it.codePointCount(0, it.length) <= 10_000 && it.endsWith("\n\n") })
    }

    @Test
    fun `text that cannot be split names its path`() {
        fun path(text: OutgoingText, max: Int? = null) =
            assertFailsWith<LinqException.InvalidArgument> { text.split(max) }.path
        assertEquals("text_decorations[0].range", path(OutgoingText { bold("x".repeat(10_001)) }))
        for (max in listOf(0, -1, 10_001)) assertEquals("maxCharacters", path(OutgoingText("Hi"), max))
        assertEquals("value", path(OutgoingText("cake \ud83c")))
    }
}
