package dev.linq.client

import dev.linq.client.ffi.parseTimestamp
import dev.linq.client.internal.NativeException
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

/** An instant as the API writes it: RFC 3339, to the nanosecond. */
public typealias Timestamp = @Serializable(with = TimestampSerializer::class) Instant

/** Reads and writes a [Timestamp] in RFC 3339; written in UTC. */
public object TimestampSerializer : KSerializer<Instant> {
    override val descriptor: SerialDescriptor =
        PrimitiveSerialDescriptor("dev.linq.client.Timestamp", PrimitiveKind.STRING)

    override fun serialize(encoder: Encoder, value: Instant) {
        encoder.encodeString(RFC_3339.format(value))
    }

    override fun deserialize(decoder: Decoder): Instant = read(decoder.decodeString())

    /** By the standard library where it can, which is quick; core reads more, such as a leap second. */
    @OptIn(ExperimentalTime::class)
    private fun read(text: String): Instant =
        kotlin.time.Instant.parseOrNull(text)?.toJavaInstant() ?: try {
            parseTimestamp(text)
        } catch (_: NativeException) {
            throw SerializationException("not an RFC 3339 date-time")
        }
}

/** With as many digits of the second as it takes. */
private val RFC_3339: DateTimeFormatter = DateTimeFormatterBuilder().appendInstant(-1).toFormatter()
