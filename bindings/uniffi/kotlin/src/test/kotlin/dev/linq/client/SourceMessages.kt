package dev.linq.client

import java.io.File

/** A message in source code: the literal text between its interpolations. */
internal class SourceMessage(val place: String, private val pieces: List<String>) {
    val text: String = pieces.joinToString("…")

    /** Returns whether a rendered message contains this text, with anything in place of the interpolations. */
    fun matches(message: String): Boolean {
        var from = 0
        for (piece in pieces) {
            val at = message.indexOf(piece, from)
            if (at < 0) return false
            from = at + piece.length
        }
        return true
    }
}

/** The messages in source code: string literals of several words, outside of comments and descriptions. */
internal object SourceMessages {
    fun ofKotlin(folder: File): List<SourceMessage> = of(folder, "kt", ::kotlinPieces) { line ->
        line.startsWith("*") || line.startsWith("//") || "toString()" in line || "Regex(" in line
    }

    fun ofRust(folder: File): List<SourceMessage> = of(folder, "rs", ::rustPieces) { line ->
        line.startsWith("//") || line.startsWith("#[") || line.startsWith("reason = ") || ".expect(" in line
    }

    private fun of(
        folder: File,
        extension: String,
        literals: (line: String) -> List<List<String>>,
        isIgnored: (line: String) -> Boolean,
    ): List<SourceMessage> = folder.walk().filter { it.extension == extension }.sorted().toList().flatMap { file ->
        val lines = file.readLines().takeWhile { it.trim() != "#[cfg(test)]" }
        lines.withIndex().filterNot { isIgnored(it.value.trim()) }.flatMap { (index, line) ->
            val messages = literals(line).map { SourceMessage("${file.name}:${index + 1}", it) }
            messages.filter { " " in it.text && WORD.containsMatchIn(it.text) }
        }
    }

    private fun kotlinPieces(line: String) = KOTLIN_LITERAL.findAll(line).map { literal ->
        literal.groupValues[1].split(KOTLIN_INTERPOLATION).map(::unescaped)
    }.toList()

    private fun rustPieces(line: String) = RUST_LITERAL.findAll(line).map { literal ->
        literal.groupValues[1].split(RUST_INTERPOLATION).map(::unescaped)
    }.toList()

    private fun unescaped(text: String) = text.replace("\\\"", "\"").replace("\\$", "$")

    private val WORD = Regex("[A-Za-z]{2}")
    private const val KOTLIN_EXPRESSION = """\$\{(?:[^{}]|\{[^{}]*})*}|\$\w+"""
    private val KOTLIN_INTERPOLATION = Regex(KOTLIN_EXPRESSION)
    private val KOTLIN_LITERAL = Regex("\"((?:$KOTLIN_EXPRESSION|\\\\.|[^\"\\\\])*)\"")
    private val RUST_INTERPOLATION = Regex("""\{[^{}]*}""")
    private val RUST_LITERAL = Regex(""""((?:\\.|[^"\\])*)"""")
}
