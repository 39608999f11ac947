package dev.linq.client.internal

import dev.linq.client.OpenEnum
import kotlinx.serialization.KSerializer
import kotlinx.serialization.descriptors.PrimitiveKind
import kotlinx.serialization.descriptors.PrimitiveSerialDescriptor
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder

/** Serializer of a class that wraps a text. It is not a `value class`, whose uses have mangled names in Java. */
internal abstract class TextSerializer<T : Any>(
    name: String,
    private val wrap: (String) -> T,
    private val unwrap: (T) -> String,
) : KSerializer<T> {
    final override val descriptor: SerialDescriptor =
        PrimitiveSerialDescriptor("dev.linq.client.$name", PrimitiveKind.STRING)

    final override fun deserialize(decoder: Decoder): T = wrap(decoder.decodeString())

    final override fun serialize(encoder: Encoder, value: T) {
        encoder.encodeString(unwrap(value))
    }
}

internal abstract class OpenEnumSerializer<T : OpenEnum>(name: String, wrap: (String) -> T) :
    TextSerializer<T>(name, wrap, OpenEnum::value)
