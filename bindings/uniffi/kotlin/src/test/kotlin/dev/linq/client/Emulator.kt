package dev.linq.client

import java.io.File
import java.net.HttpURLConnection
import java.net.URI
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** The emulator that `cargo xtask test` or `cargo run -p linq-emulator` has started. */
internal object Emulator {
    val baseUrl: String = checkNotNull(System.getenv("LINQ_API_V3_BASE_URL")) {
        "LINQ_API_V3_BASE_URL must be the base URL of an emulator, which `cargo run -p linq-emulator` prints"
    }
    private val control = URI(baseUrl).resolve("/_emulator/")

    /** Restores the initial state. */
    fun reset() {
        post("reset")
    }

    fun fault(json: String) {
        post("faults", json)
    }

    fun clearFaults() {
        call("DELETE", "faults", null)
    }

    fun post(path: String, json: String = "{}"): JsonElement = call("POST", path, json)

    fun requests(): List<JsonObject> = list("requests")

    /** Returns the texts of all messages. */
    fun texts(): List<String> = list("messages").flatMap { message ->
        message.getValue("text").jsonArray.map { it.jsonPrimitive.content }
    }

    fun attachments(): List<JsonObject> = list("attachments")

    private fun list(path: String): List<JsonObject> {
        val json = call("GET", path, null)
        val items = json as? JsonArray ?: json.jsonObject.values.single().jsonArray
        return items.map { it.jsonObject }
    }

    private fun call(method: String, path: String, json: String?): JsonElement {
        val connection = control.resolve(path).toURL().openConnection() as HttpURLConnection
        connection.requestMethod = method
        // A reused connection may have been closed by a fault.
        connection.setRequestProperty("Connection", "close")
        if (json != null) {
            connection.doOutput = true
            connection.outputStream.use { it.write(json.encodeToByteArray()) }
        }
        val status = connection.responseCode
        val stream = if (status < 300) connection.inputStream else connection.errorStream
        val response = stream?.use { it.readBytes().decodeToString() }.orEmpty()
        check(status < 300) { "$method $path: $status $response" }
        return response.takeIf { it.isNotBlank() }?.let(Json::parseToJsonElement) ?: JsonPrimitive("")
    }
}

/**
 * Makes an assertion on documented fields that servers have omitted. If the emulator omits them too
 * (`LINQ_EMULATOR_OBSERVED_SHAPES`), the assertion is skipped, and recorded as a line in the file `LINQ_SKIPPED_ASSERTIONS`.
 */
internal inline fun documented(assertion: () -> Unit) {
    if (System.getenv("LINQ_EMULATOR_OBSERVED_SHAPES") == null) return assertion()
    val skipped = System.getenv("LINQ_SKIPPED_ASSERTIONS") ?: return
    File(skipped).appendText("${Throwable().stackTrace.first()}\n")
}

internal fun JsonObject.text(name: String): String = getValue(name).jsonPrimitive.content

internal const val LINE = "+12223334444"
internal const val ANN = "+15556667777"
internal const val BOB = "+18889990000"
internal const val GUEST = "+12052499136"

/** Resets the emulator and returns a client of it. */
internal fun freshLinq(
    transport: HttpTransport = OkHttpTransport(),
    config: ClientConfig = ClientConfig(),
): Linq {
    Emulator.reset()
    return Linq("any-key", Emulator.baseUrl, transport, config)
}
