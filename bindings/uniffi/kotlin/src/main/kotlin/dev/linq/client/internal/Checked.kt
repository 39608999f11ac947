package dev.linq.client.internal

import dev.linq.client.LinqException
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import kotlin.time.toJavaDuration

private val LONGEST = 1_000_000_000.seconds

/** A time that core can take: there is no telling it of others. */
internal fun checked(path: String, time: Duration?): java.time.Duration? {
    if (time == null) return null
    if (time !in Duration.ZERO..LONGEST) {
        throw LinqException.Invalid(path, "it has to be 0 to 1,000,000,000 seconds")
    }
    return time.toJavaDuration()
}

/** A count that core can take. */
internal fun checked(path: String, count: Int?): UInt? {
    if (count == null) return null
    if (count < 0) throw LinqException.Invalid(path, "it has to be 0 or more")
    return count.toUInt()
}
