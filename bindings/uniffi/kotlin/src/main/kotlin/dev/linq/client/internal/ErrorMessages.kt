package dev.linq.client.internal

import dev.linq.client.HttpRequest
import java.net.URI

/** Host of the URL, with its port if it has one, for error messages; null if the URL is invalid. */
internal val HttpRequest.host: String?
    get() {
        val uri = runCatching { URI(url) }.getOrNull()
        val host = uri?.host ?: return null
        return if (uri.port < 0) host else "$host:${uri.port}"
    }

/** Returns the exception's message, or its class if it has none, prefixed by a name that it does not contain. */
internal fun Throwable.messageWith(name: String?): String {
    val text = message ?: javaClass.simpleName
    return if (name == null || name in text) text else "$name: $text"
}
