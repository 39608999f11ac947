package dev.linq.client

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlinx.coroutines.test.runTest

class EnvironmentTest {
    @Test
    fun `environment variables are sent`() = runTest {
        RecordingServer { RecordingServer.Response(200, """{"chats": []}""") }.use { server ->
            val config = ClientConfig(headers = mapOf("X-Both" to "option"))
            val lines = "X-Team: blue\n\nX-Both: variable"
            linq(config, "API_KEY" to "key", "BASE_URL" to server.baseUrl, "CUSTOM_HEADERS" to lines).chats.list()
            val request = server.received.single()
            assertEquals("Bearer key", request.header("Authorization"))
            assertEquals("blue", request.header("X-Team"))
            assertEquals("option", request.header("X-Both"))
        }
    }

    @Test
    fun `invalid variables are named and empty ones ignored`() {
        fun invalidPath(vararg variables: Pair<String, String>) =
            assertFailsWith<LinqException.InvalidArgument> { linq(ClientConfig(), *variables) }.path
        assertEquals("LINQ_API_V3_API_KEY", invalidPath())
        for (key in listOf("", " ", " key", "key ", "a\nb", "a\tb", "Zoë")) {
            assertEquals("LINQ_API_V3_API_KEY", invalidPath("API_KEY" to key), key)
        }
        val headers = "CUSTOM_HEADERS" to "X-A: 1\nX-B"
        assertEquals("LINQ_API_V3_CUSTOM_HEADERS[1]", invalidPath("API_KEY" to "key", headers))
        val linq = linq(ClientConfig(), "API_KEY" to "key", "BASE_URL" to "", "CUSTOM_HEADERS" to "")
        assertEquals("https://api.linqapp.com/api/partner", linq.baseUrl)
    }

    @Test
    fun `API key with spaces is sent verbatim`() = runTest {
        RecordingServer { RecordingServer.Response(200, """{"chats": []}""") }.use { server ->
            linq(ClientConfig(), "API_KEY" to "My API Key", "BASE_URL" to server.baseUrl).chats.list()
            Linq("My API Key", server.baseUrl).chats.list()
            assertEquals(List(2) { "Bearer My API Key" }, server.received.map { it.header("Authorization") })
        }
    }

    @Test
    fun `version at the end of the base URL is removed`() = runTest {
        RecordingServer { RecordingServer.Response(200, """{"chats": []}""") }.use { server ->
            for (suffix in listOf("", "/", "/v3", "/v3/")) {
                for (linq in listOf(
                    linq(ClientConfig(), "API_KEY" to "key", "BASE_URL" to server.baseUrl + suffix),
                    Linq("key", server.baseUrl + suffix),
                )) {
                    assertEquals(server.baseUrl, linq.baseUrl)
                    linq.chats.list()
                }
            }
            assertEquals(setOf("/api/partner/v3/chats"), server.received.map { it.target }.toSet())
            assertEquals("https://backend.example/v3", Linq("key", "https://backend.example/v3").baseUrl)
        }
    }

    private fun linq(config: ClientConfig, vararg variables: Pair<String, String>): Linq {
        val named = variables.associate { (name, value) -> "LINQ_API_V3_$name" to value }
        return Linq.fromVariables(OkHttpTransport(), config, named)
    }
}
