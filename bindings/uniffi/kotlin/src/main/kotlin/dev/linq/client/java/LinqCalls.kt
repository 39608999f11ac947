package dev.linq.client.java

import dev.linq.client.HttpResponse
import dev.linq.client.Idempotency
import dev.linq.client.Linq
import dev.linq.client.LinqException
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement

/**
 * The operations of a [Linq], as calls for Java, which closes the client itself.
 *
 * ```java
 * try (Linq linq = new Linq(apiKey)) {
 *     LinqCalls calls = linq.forJava();
 *     Chat chat = calls.chats().retrieve(chatId).execute();
 *     calls.messages().retrieve(messageId).executeAsync().thenAccept(message -> show(message.getText()));
 * }
 * ```
 */
public class LinqCalls internal constructor(private val linq: Linq) : ResourceCalls(linq) {
    /**
     * Returns a call that sends a request to any path. See [Linq.request].
     *
     * @param method HTTP method, such as `POST`.
     * @param path Path relative to the base URL, percent-encoded, such as `/v3/chats`.
     * @param body Body in JSON.
     * @param idempotency Idempotency of the request, which decides whether it is retried; by default that of the
     *     method.
     * @throws LinqException.InvalidArgument if the body is not JSON.
     */
    @JvmOverloads
    public fun request(
        method: String,
        path: String,
        body: String? = null,
        idempotency: Idempotency? = null,
    ): OperationCall<HttpResponse> {
        val json = body?.let { parseJson("body", it) }
        return OperationCall { linq.request(method, path, json, idempotency, it) }
    }
}

/** Parses an argument in JSON. */
internal fun parseJson(path: String, text: String): JsonElement = try {
    Json.parseToJsonElement(text)
} catch (_: SerializationException) { // its message quotes the text
    throw LinqException.InvalidArgument(path, "invalid JSON")
}
