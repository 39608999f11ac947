package dev.linq.client.internal

import dev.linq.client.CallOptions
import dev.linq.client.Page
import dev.linq.client.model.PaymentRequest
import dev.linq.client.model.PaymentRequestListResponse
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow

/** Everything from the page with this cursor on. A cursor that was there before ends it. */
internal fun <T> itemsOf(first: String?, page: suspend (cursor: String?) -> Page<T>): Flow<T> = flow {
    val seen = mutableSetOf<String>()
    var cursor = first
    while (true) {
        val current = page(cursor)
        current.items.forEach { emit(it) }
        cursor = current.nextCursor?.takeIf(seen::add) ?: return@flow
    }
}

/**
 * Everything from this offset on, or from where the options say, which counts what was skipped as well. An empty page
 * ends it.
 */
internal fun itemsByOffset(
    first: Long?,
    options: CallOptions,
    page: suspend (offset: Long?) -> PaymentRequestListResponse,
): Flow<PaymentRequest> = flow {
    var offset = first ?: options.query["offset"]?.toLongOrNull()
    while (true) {
        val current = page(offset)
        current.data.forEach { emit(it) }
        val seen = current.data.size + (current.skipped ?: 0)
        if (current.hasMore == false || seen == 0L) return@flow
        offset = (offset ?: 0) + seen
    }
}
