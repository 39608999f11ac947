// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.request

import dev.linq.client.internal.TaggedSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.json.JsonObject

/** One piece of a message that is sent. The pieces arrive in their order. */
@Serializable(with = OutgoingPartSerializer::class)
public sealed interface OutgoingPart {
    /** What the API calls this kind of object. */
    public val type: String

    /** An object of a type that this version does not know, whole. */
    public data class Unknown(override val type: String, val json: JsonObject) : OutgoingPart {
        /** Without what is in it, which may be private. */
        override fun toString(): String = "Unknown(type=$type)"
    }
}

internal object OutgoingPartSerializer : TaggedSerializer<OutgoingPart>(
    name = "OutgoingPart",
    members = mapOf(
        "text" to Member(Text::class, Text.serializer()),
        "media" to Member(Media::class, Media.serializer()),
        "link" to Member(Link::class, Link.serializer()),
        "imessage_app" to Member(AppCard::class, AppCard.serializer()),
        "app_clip" to Member(AppClip::class, AppClip.serializer()),
    ),
) {
    override fun tagOf(value: OutgoingPart): String = value.type

    override fun unknown(type: String, json: JsonObject): OutgoingPart = OutgoingPart.Unknown(type, json)

    override fun unknownOf(value: OutgoingPart): JsonObject? = (value as? OutgoingPart.Unknown)?.json
}
