package dev.linq.client

import java.net.URI
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** The server of `tests/vectors/malformed_heads.json` and `faults.json`. */
internal class FaultServer : AutoCloseable {
    private val process = ProcessBuilder(binary).redirectError(ProcessBuilder.Redirect.INHERIT).start()
    val url: String = process.inputReader().readLine()
    private val tables = Vectors.read("faults").jsonObject

    class Seen(val requests: Int, val executions: Int, val askedToRetry: Int, val stored: Set<String>)

    fun rows(table: String): List<JsonObject> = tables.getValue(table).jsonArray.map { it.jsonObject }

    fun malformedHeads(): Int = Vectors.read("malformed_heads").jsonArray.size

    /** Returns the content of a file for the table `uploads`. */
    fun fileContent(): ByteArray = ByteArray(FILE_SIZE) { (it % 251).toByte() }

    /** Returns the server's report of a row. */
    fun seen(table: String, row: Int): Seen {
        val report = URI("$url/report/$table/$row").toURL().readText()
        val seen = Json.parseToJsonElement(report).jsonObject
        fun count(name: String) = seen.getValue(name).jsonPrimitive.int
        val stored = seen.getValue("stored").jsonArray.map { it.jsonPrimitive.content }
        return Seen(count("requests"), count("executions"), count("asked_to_retry"), stored.toSet())
    }

    /** Starts an HTTP/2 server for a row of the table `http2`; returns its URL and its certificate. */
    fun http2(row: Int, responses: Int): Pair<String, String> {
        val started = Json.parseToJsonElement(URI("$url/http2/$row/$responses").toURL().readText()).jsonObject
        return started.text("url") to started.text("certificate")
    }

    /** Ends the server, which runs until its standard input is closed. */
    override fun close() {
        process.outputStream.close()
        process.waitFor()
    }

    companion object {
        private const val FILE_SIZE = 1_500_000
        private val binary = checkNotNull(System.getenv("LINQ_FAULT_SERVER")) {
            "LINQ_FAULT_SERVER must be the path of the program that `cargo build -p linq-suite --bin fault_server` builds"
        }
    }
}
