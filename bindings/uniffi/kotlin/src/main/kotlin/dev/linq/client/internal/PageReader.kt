package dev.linq.client.internal

import dev.linq.client.Page
import kotlinx.serialization.DeserializationStrategy
import kotlinx.serialization.ExperimentalSerializationApi
import kotlinx.serialization.KSerializer
import kotlinx.serialization.MissingFieldException
import kotlinx.serialization.builtins.ListSerializer
import kotlinx.serialization.builtins.nullable
import kotlinx.serialization.builtins.serializer
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.descriptors.buildClassSerialDescriptor
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.decodeStructure

/** Deserializer of a page, whose items have a name that depends on the operation. */
@OptIn(ExperimentalSerializationApi::class)
internal class PageReader<T>(private val items: String, item: KSerializer<T>) : DeserializationStrategy<Page<T>> {
    private val list = ListSerializer(item)
    private val cursor = String.serializer().nullable

    override val descriptor: SerialDescriptor = buildClassSerialDescriptor("dev.linq.client.Page") {
        element(items, list.descriptor)
        element("next_cursor", cursor.descriptor, isOptional = true)
    }

    override fun deserialize(decoder: Decoder): Page<T> = decoder.decodeStructure(descriptor) {
        var found: List<T>? = null
        var next: String? = null
        while (true) {
            when (val index = decodeElementIndex(descriptor)) {
                ITEMS -> found = decodeSerializableElement(descriptor, index, list)
                NEXT_CURSOR -> next = decodeNullableSerializableElement(descriptor, index, cursor)
                else -> break
            }
        }
        Page(found ?: throw MissingFieldException(items, descriptor.serialName), next?.takeIf { it.isNotEmpty() })
    }

    private companion object {
        const val ITEMS = 0
        const val NEXT_CURSOR = 1
    }
}
