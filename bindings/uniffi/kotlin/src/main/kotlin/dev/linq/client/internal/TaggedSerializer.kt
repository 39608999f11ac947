package dev.linq.client.internal

import kotlin.reflect.KClass
import kotlinx.serialization.DeserializationStrategy
import kotlinx.serialization.KSerializer
import kotlinx.serialization.SerializationException
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.descriptors.buildClassSerialDescriptor
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder
import kotlinx.serialization.json.JsonDecoder
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonEncoder
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive

/**
 * Serializer of a union of objects that is tagged by `type`, which is written first. An object without a known type is
 * unknown.
 */
internal abstract class TaggedSerializer<T : Any>(
    private val name: String,
    private val members: Map<String, Member<out T>>,
) : KSerializer<T> {
    class Member<M : Any>(val type: KClass<M>, val serializer: KSerializer<M>)

    abstract fun tagOf(value: T): String

    abstract fun unknown(type: String, json: JsonObject): T

    abstract fun unknownOf(value: T): JsonObject?

    override val descriptor: SerialDescriptor = buildClassSerialDescriptor("dev.linq.client.$name")

    override fun deserialize(decoder: Decoder): T {
        val input = decoder as? JsonDecoder ?: throw SerializationException("$name: supports JSON only")
        val json = input.decodeJsonElement() as? JsonObject
            ?: throw SerializationException("$name: not an object")
        val type = (json["type"] as? JsonPrimitive)?.takeIf { it.isString }?.content.orEmpty()
        val member: DeserializationStrategy<T>? = members[type]?.serializer
        return if (member == null) unknown(type, json) else input.json.decodeFromJsonElement(member, json)
    }

    override fun serialize(encoder: Encoder, value: T) {
        val output = encoder as? JsonEncoder ?: throw SerializationException("$name: supports JSON only")
        val tag = tagOf(value)
        val fields = unknownOf(value) ?: members.getValue(tag).write(output, value)
        val type = if (tag.isEmpty()) emptyMap() else mapOf<String, JsonElement>("type" to JsonPrimitive(tag))
        output.encodeJsonElement(JsonObject(type + fields))
    }

    private fun <M : T> Member<M>.write(output: JsonEncoder, value: T): JsonObject {
        val member = type.javaObjectType.cast(value)
        return output.json.encodeToJsonElement(serializer, member) as JsonObject
    }
}
