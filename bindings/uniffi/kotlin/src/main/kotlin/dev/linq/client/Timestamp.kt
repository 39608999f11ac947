package dev.linq.client

import dev.linq.client.ffi.parseTimestamp
import dev.linq.client.internal.native
import java.time.Instant
import java.time.format.DateTimeFormatter
import java.time.format.DateTimeFormatterBuilder
import kotlin.time.ExperimentalTime
import kotlin.time.toJavaInstant
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

    /** Parses by the standard library, which is faster, or by core, which accepts more, such as a leap second. */
    @OptIn(ExperimentalTime::class)
    private fun parse(text: String): Instant =
        kotlin.time.Instant.parseOrNull(text)?.toJavaInstant() ?: try {
            native { parseTimestamp(text) }
        } catch (_: LinqException.InvalidArgument) {
            throw SerializationException("not an RFC 3339 date-time")
        }
}

/** A formatter with as many fractional digits as necessary. */
private val RFC_3339: DateTimeFormatter = DateTimeFormatterBuilder().appendInstant(-1).toFormatter()
