package dev.linq.client.model

/** The texts of these parts, one a line; empty if there are none. */
public val List<MessagePart>.text: String
    get() = filterIsInstance<TextPart>().mapNotNull { it.value }.joinToString("\n")
