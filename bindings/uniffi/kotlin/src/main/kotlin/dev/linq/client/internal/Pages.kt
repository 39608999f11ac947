package dev.linq.client.internal

import dev.linq.client.CallOptions
import dev.linq.client.Page
import dev.linq.client.ffi.CursorGuard
import dev.linq.client.ffi.nextOffset
import dev.linq.client.model.PaymentRequest
import dev.linq.client.model.PaymentRequestListResponse
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow

/** Returns all items, from the page with this cursor on. */
internal fun <T> itemsOf(first: String?, page: suspend (cursor: String?) -> Page<T>): Flow<T> = flow {
    native { CursorGuard(first) }.use { guard ->
        var cursor = first
        while (true) {
            val current = page(cursor)
            current.items.forEach { emit(it) }
            cursor = current.nextCursor?.takeIf { native { guard.admit(it) } } ?: break
        }
    }
}

/** Returns all payment requests, from this offset on, or from the one in the options. */
internal fun itemsByOffset(
    first: Long?,
    options: CallOptions,
    page: suspend (offset: Long?) -> PaymentRequestListResponse,
): Flow<PaymentRequest> = flow {
    var offset = first ?: options.query["offset"]?.toLongOrNull()
    while (true) {
        val current = page(offset)
        current.data.forEach { emit(it) }
        val items = current.data.size + (current.skipped ?: 0)
        val next = nextOffset((offset ?: 0).toULong(), items.toULong(), current.hasMore) ?: return@flow
        offset = next.toLong()
    }
}
