package dev.linq.client

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlinx.coroutines.test.runTest

class EnvironmentTest {
    @Test
    fun `what the official variables say is sent`() = runTest {
        Recorder { Recorder.Answer(200, """{"chats": []}""") }.use { server ->
            val options = ClientOptions(headers = mapOf("X-Both" to "option"))
            val lines = "X-Team: blue\n\nX-Both: variable"
            linq(options, "API_KEY" to "key", "BASE_URL" to server.baseUrl, "CUSTOM_HEADERS" to lines).chats.list()
            val request = server.received.single()
            assertEquals("Bearer key", request.header("Authorization"))
            assertEquals("blue", request.header("X-Team"))
            assertEquals("option", request.header("X-Both"))
        }
    }

    @Test
    fun `a variable that makes no sense is named and an empty one is none`() {
        fun refused(vararg variables: Pair<String, String>) =
            assertFailsWith<LinqException.InvalidArgument> { linq(ClientOptions(), *variables) }.path
        assertEquals("LINQ_API_V3_API_KEY", refused())
        for (key in listOf("", " ", " key", "key ", "a\nb", "a\tb", "Zoë")) {
            assertEquals("LINQ_API_V3_API_KEY", refused("API_KEY" to key), key)
        }
        assertEquals("LINQ_API_V3_CUSTOM_HEADERS[1]", refused("API_KEY" to "key", "CUSTOM_HEADERS" to "X-A: 1\nX-B"))
        val linq = linq(ClientOptions(), "API_KEY" to "key", "BASE_URL" to "", "CUSTOM_HEADERS" to "")
        assertEquals("https://api.linqapp.com/api/partner", linq.baseUrl)
    }

    @Test
    fun `a key with spaces is sent as given`() = runTest {
        Recorder { Recorder.Answer(200, """{"chats": []}""") }.use { server ->
            linq(ClientOptions(), "API_KEY" to "My API Key", "BASE_URL" to server.baseUrl).chats.list()
            Linq("My API Key", server.baseUrl).chats.list()
            assertEquals(List(2) { "Bearer My API Key" }, server.received.map { it.header("Authorization") })
        }
    }

    @Test
    fun `the version at the end of Linq's own path is dropped`() = runTest {
        Recorder { Recorder.Answer(200, """{"chats": []}""") }.use { server ->
            for (end in listOf("", "/", "/v3", "/v3/")) {
                for (linq in listOf(
                    linq(ClientOptions(), "API_KEY" to "key", "BASE_URL" to server.baseUrl + end),
                    Linq("key", server.baseUrl + end),
                )) {
                    assertEquals(server.baseUrl, linq.baseUrl)
                    linq.chats.list()
                }
            }
            assertEquals(setOf("/api/partner/v3/chats"), server.received.map { it.target }.toSet())
            assertEquals("https://backend.example/v3", Linq("key", "https://backend.example/v3").baseUrl)
        }
    }

    private fun linq(options: ClientOptions, vararg variables: Pair<String, String>): Linq {
        val named = variables.associate { (name, value) -> "LINQ_API_V3_$name" to value }
        return Linq.fromVariables(OkHttpTransport(), options, named)
    }
}
