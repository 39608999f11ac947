@file:JvmName("MessageParts")

package dev.linq.client.model

/** The texts of the text parts, joined by line breaks; empty if there are none. */
public val List<MessagePart>.text: String
    get() = filterIsInstance<TextPart>().mapNotNull { it.value }.joinToString("\n")
