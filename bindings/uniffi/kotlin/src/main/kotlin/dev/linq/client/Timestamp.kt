package dev.linq.client

import dev.linq.client.ffi.parseTimestamp
import dev.linq.client.internal.native
import java.time.DateTimeException
import java.time.Instant
import java.time.LocalDate
import java.time.ZoneOffset
import java.time.format.DateTimeFormatter
import java.time.format.DateTimeFormatterBuilder
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.SerializationException
import kotlinx.serialization.descriptors.PrimitiveKind
import kotlinx.serialization.descriptors.PrimitiveSerialDescriptor
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder

/** An instant, in RFC 3339 to the nanosecond. */
public typealias Timestamp = @Serializable(with = TimestampSerializer::class) Instant

/** Serializer of a [Timestamp] in RFC 3339, in UTC. */
public object TimestampSerializer : KSerializer<Instant> {
    override val descriptor: SerialDescriptor =
        PrimitiveSerialDescriptor("dev.linq.client.Timestamp", PrimitiveKind.STRING)

    override fun serialize(encoder: Encoder, value: Instant) {
        encoder.encodeString(RFC_3339.format(value))
    }

    override fun deserialize(decoder: Decoder): Instant = parse(decoder.decodeString())

    /** Parses the usual form here, which is faster, and others by core. */
    private fun parse(text: String): Instant = parseUtc(text) ?: try {
        native { parseTimestamp(text) }
    } catch (_: LinqException.InvalidArgument) {
        throw SerializationException("not an RFC 3339 date-time")
    }
}

/** Parses `2026-02-03T04:05:06Z`, with at most nine fractional digits; returns null for another form. */
private fun parseUtc(text: String): Instant? {
    val end = text.length - 1
    val hasForm = (end == 19 || end in 21..FORM.length) && text[end] == 'Z' &&
        (0 until end).all { if (FORM[it] == '0') text[it] in '0'..'9' else text[it] == FORM[it] }
    if (!hasForm) return null
    fun number(from: Int, to: Int) = (from until to).fold(0) { value, index -> value * 10 + (text[index] - '0') }
    val nanos = (end until FORM.length).fold(number(20, end)) { value, _ -> value * 10 }
    return try {
        val date = LocalDate.of(number(0, 4), number(5, 7), number(8, 10))
        date.atTime(number(11, 13), number(14, 16), number(17, 19), nanos).toInstant(ZoneOffset.UTC)
    } catch (_: DateTimeException) {
        null
    }
}

private const val FORM = "0000-00-00T00:00:00.000000000"

/** A formatter with as many fractional digits as necessary. */
private val RFC_3339: DateTimeFormatter = DateTimeFormatterBuilder().appendInstant(-1).toFormatter()
