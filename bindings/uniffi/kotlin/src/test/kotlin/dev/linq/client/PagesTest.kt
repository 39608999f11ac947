package dev.linq.client

import dev.linq.client.model.PaymentRequestStatus
import dev.linq.client.request.MessageContent
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.test.runTest

class PagesTest {
    @Test
    fun `listAll reads pages lazily`() = runTest {
        val linq = freshLinq()
        val made = List(5) { number ->
            linq.chats.create(LINE, listOf("+1555666700$number"), MessageContent("Hi")).chat.id
        }
        val first = linq.chats.list(limit = 2)
        assertEquals(2, first.items.size)
        assertTrue(first.hasNext)
        val second = linq.chats.list(limit = 2, cursor = first.nextCursor)
        assertEquals(4, (first.items + second.items).map { it.id }.toSet().size)

        val before = Emulator.requests().size
        assertEquals(made.toSet(), linq.chats.listAll(limit = 2).map { it.id }.toList().toSet())
        assertEquals(3, Emulator.requests().size - before)
        assertEquals(2, linq.chats.listAll(limit = 2).take(2).toList().size)
        assertEquals(4, Emulator.requests().size - before)
    }

    @Test
    fun `repeated cursor ends the list`() = runTest {
        val page = """{"chats": [], "next_cursor": "round and round"}"""
        RecordingServer { RecordingServer.Response(200, page) }.use { server ->
            val linq = Linq("any-key", server.baseUrl)
            assertEquals(emptyList(), linq.chats.listAll().toList())
            assertEquals(2, server.received.size)
        }
    }

    @Test
    fun `payment requests are paged by offset`() = runTest {
        RecordingServer { request -> RecordingServer.Response(200, paymentRequests(request.target)) }.use { server ->
            val linq = Linq("any-key", server.baseUrl)
            val all = linq.paymentRequests.listAll(status = PaymentRequestStatus.Requested).toList()
            assertEquals(List(45) { "preq_$it" }, all.map { it.id })
            val queries = server.received.map { it.target.substringAfter('?') }
            assertEquals(
                listOf("status=requested", "offset=20&status=requested", "offset=40&status=requested"),
                queries,
            )
        }
    }

    @Test
    fun `offset in the query options is the start of the list`() = runTest {
        RecordingServer { request -> RecordingServer.Response(200, paymentRequests(request.target)) }.use { server ->
            val options = CallOptions(query = mapOf("offset" to "15"))
            val all = Linq("any-key", server.baseUrl).paymentRequests.listAll(options = options).toList()
            assertEquals(List(30) { "preq_${it + 15}" }, all.map { it.id })
        }
    }

    /** Of 45, in pages of 20. */
    private fun paymentRequests(target: String): String {
        val offset = Regex("offset=(\\d+)").find(target)?.groupValues?.get(1)?.toInt() ?: 0
        val numbers = (offset until 45).take(20)
        val items = numbers.joinToString { number ->
            """{"id": "preq_$number", "amount": 50, "checkout_url": "https://pay.example/a", "currency": "usd",
                "created_at": "2026-10-09T12:34:56Z", "mode": "payment", "object": "payment_request",
                "status": "requested"}"""
        }
        return """{"data": [$items], "has_more": ${offset + numbers.size < 45}, "object": "list"}"""
    }
}
