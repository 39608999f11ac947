package dev.linq.client

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNotNull
import kotlinx.coroutines.test.runTest
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** The request and the response of each operation, against the shared vectors. */
class RequestVectorsTest {
    private var operation = ""
    private val server = RecordingServer { response() }
    private val linq = Linq("any-key", server.baseUrl)

    private fun response(): RecordingServer.Response {
        val body = Vectors.readOrNull("responses/$operation") ?: return RecordingServer.Response(204)
        return RecordingServer.Response(200, body.toString())
    }

    @Test
    fun `request and response vectors of every operation`() = runTest {
        val calls = Calls(linq).all
        assertEquals(Vectors.names("requests"), calls.keys, "every operation has a case")
        for ((name, cases) in calls) {
            operation = name
            val vectors = Vectors.read("requests/$name").jsonArray
            assertEquals(vectors.size, cases.size, name)
            for ((vector, call) in vectors.zip(cases)) check(name, vector.jsonObject, call)
        }
        server.close()
    }

    private suspend fun check(name: String, vector: JsonObject, call: suspend () -> Any?) {
        server.received.clear()
        val value = call()
        val request = server.received.single()
        assertEquals("Bearer any-key", request.header("Authorization"), name)
        assertEquals(vector.text("method"), request.method, name)
        val path = vector.text("url").substringAfter("/api/partner")
        assertEquals("/api/partner$path", request.target, name)
        assertEquals(vector.getValue("content_type").jsonPrimitive.contentOrNull, request.header("Content-Type"), name)
        val key = request.header("Idempotency-Key")?.let(::JsonPrimitive) ?: JsonNull
        assertSameJson(vector.getValue("idempotency_key").masked(), key.masked(), name)
        assertSameJson(vector.getValue("json").masked(), (request.json ?: JsonNull).masked(), name)

        val response = Vectors.readOrNull("responses/$name")
        if (response == null) return assertEquals(Unit, value, name)
        assertSameJson(response, encoded(name, assertNotNull(value)), name)
    }

    /** Replaces generated idempotency keys, which are random, by a constant. */
    private fun JsonElement.masked(): JsonElement = when (this) {
        is JsonObject -> JsonObject(mapValues { it.value.masked() })
        is JsonArray -> JsonArray(map { it.masked() })
        is JsonPrimitive -> if (GENERATED_KEY.matches(content)) JsonPrimitive("generated") else this
    }

    private companion object {
        val GENERATED_KEY = Regex("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
    }
}
