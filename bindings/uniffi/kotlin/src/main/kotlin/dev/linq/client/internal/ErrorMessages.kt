package dev.linq.client.internal

/** Returns the exception's message, or its class if it has none, prefixed by a name that it does not contain. */
internal fun Throwable.messageWith(name: String): String {
    val text = message ?: javaClass.simpleName
    return if (name in text) text else "$name: $text"
}
