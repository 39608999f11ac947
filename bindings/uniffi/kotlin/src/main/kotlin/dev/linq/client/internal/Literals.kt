package dev.linq.client.internal

import kotlinx.serialization.KSerializer
import kotlinx.serialization.SerializationException
import kotlinx.serialization.descriptors.PrimitiveKind
import kotlinx.serialization.descriptors.PrimitiveSerialDescriptor
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder
import kotlinx.serialization.json.JsonDecoder
import kotlinx.serialization.json.JsonPrimitive

/** Serializer of a number or boolean that, as in core, must not be quoted. */
internal abstract class LiteralSerializer<T : Any>(kind: PrimitiveKind, private val problem: String) : KSerializer<T> {
    final override val descriptor: SerialDescriptor = PrimitiveSerialDescriptor("dev.linq.client.$kind", kind)

    abstract fun read(literal: String): T?

    final override fun deserialize(decoder: Decoder): T {
        val input = decoder as? JsonDecoder ?: throw SerializationException("supports JSON only")
        val literal = (input.decodeJsonElement() as? JsonPrimitive)?.takeUnless { it.isString }
        return literal?.let { read(it.content) } ?: throw SerializationException(problem)
    }
}

/** Serializer of integers; unsigned ones above `Long.MAX_VALUE` are decoded as that. */
internal object IntegerSerializer : LiteralSerializer<Long>(PrimitiveKind.LONG, "not an integer") {
    override fun read(literal: String): Long? =
        literal.toLongOrNull() ?: literal.toULongOrNull()?.let { Long.MAX_VALUE }

    override fun serialize(encoder: Encoder, value: Long) {
        encoder.encodeLong(value)
    }
}

internal object NumberSerializer : LiteralSerializer<Double>(PrimitiveKind.DOUBLE, "not a number") {
    override fun read(literal: String): Double? = literal.toDoubleOrNull()?.takeIf { it.isFinite() }

    override fun serialize(encoder: Encoder, value: Double) {
        encoder.encodeDouble(value)
    }
}

internal object BooleanSerializer : LiteralSerializer<Boolean>(PrimitiveKind.BOOLEAN, "not a boolean") {
    override fun read(literal: String): Boolean? = literal.toBooleanStrictOrNull()

    override fun serialize(encoder: Encoder, value: Boolean) {
        encoder.encodeBoolean(value)
    }
}
