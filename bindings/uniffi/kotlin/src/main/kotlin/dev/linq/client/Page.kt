package dev.linq.client

/**
 * One page of a list.
 *
 * @property items The items, in the order of the list.
 * @property nextCursor Cursor of the next page; null on the last one.
 */
public data class Page<out T>(val items: List<T>, val nextCursor: String? = null) {
    /** True if there is a next page. */
    public val hasNext: Boolean get() = nextCursor != null
}
