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

/** What each operation sends, and what it makes of a reply, as the vectors that all languages share have it. */
class RequestVectorsTest {
    private var operation = ""
    private val server = Recorder { reply() }
    private val linq = Linq("any-key", server.baseUrl)

    private fun reply(): Recorder.Answer {
        val body = Vectors.readOrNull("replies/$operation") ?: return Recorder.Answer(204)
        return Recorder.Answer(200, body.toString())
    }

    @Test
    fun `every operation sends and reads what its vectors say`() = runTest {
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
        assertSameJson(vector.getValue("idempotency_key").chosen(), key.chosen(), name)
        assertSameJson(vector.getValue("json").chosen(), (request.json ?: JsonNull).chosen(), name)

        val reply = Vectors.readOrNull("replies/$name")
        if (reply == null) return assertEquals(Unit, value, name)
        assertSameJson(reply, written(name, assertNotNull(value)), name)
    }

    /** With the keys that nobody chose alike: here they are random, in the vectors always the same. */
    private fun JsonElement.chosen(): JsonElement = when (this) {
        is JsonObject -> JsonObject(mapValues { it.value.chosen() })
        is JsonArray -> JsonArray(map { it.chosen() })
        is JsonPrimitive -> if (FRESH_KEY.matches(content)) JsonPrimitive("a fresh key") else this
    }

    private companion object {
        val FRESH_KEY = Regex("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
    }
}
