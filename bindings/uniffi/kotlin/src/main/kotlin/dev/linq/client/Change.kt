package dev.linq.client

import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.builtins.nullable
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder

/** A change of a field that can be cleared. A field that is omitted from a call remains unchanged. */
@Serializable(with = ChangeSerializer::class)
public sealed interface Change<out T : Any> {
    /** Sets the field to a value. */
    public data class Set<out T : Any>(val value: T) : Change<T>

    /** Clears the field; `null` in JSON. */
    public data object Clear : Change<Nothing>

    /** Creates changes in Java. */
    public companion object {
        /** Returns a change to a value. */
        @JvmStatic
        public fun <T : Any> set(value: T): Change<T> = Set(value)

        /** Returns a change that clears the field. */
        @JvmStatic
        public fun <T : Any> clear(): Change<T> = Clear
    }
}

internal class ChangeSerializer<T : Any>(value: KSerializer<T>) : KSerializer<Change<T>> {
    private val nullable = value.nullable
    override val descriptor: SerialDescriptor = nullable.descriptor

    override fun serialize(encoder: Encoder, value: Change<T>) {
        nullable.serialize(encoder, (value as? Change.Set)?.value)
    }

    override fun deserialize(decoder: Decoder): Change<T> =
        nullable.deserialize(decoder)?.let { Change.Set(it) } ?: Change.Clear
}
