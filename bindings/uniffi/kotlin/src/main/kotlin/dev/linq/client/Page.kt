package dev.linq.client

/**
 * One page of a list.
 *
 * @property items The items, in the order of the list.
 * @property nextCursor What to ask the next page with; null on the last one.
 */
public data class Page<out T>(val items: List<T>, val nextCursor: String? = null) {
    /** Whether more follows. */
    public val hasNext: Boolean get() = nextCursor != null
}
