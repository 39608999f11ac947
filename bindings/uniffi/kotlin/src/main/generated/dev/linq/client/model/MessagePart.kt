// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.internal.TaggedSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.json.JsonObject

/** A part of a message. */
@Serializable(with = MessagePartSerializer::class)
public sealed interface MessagePart {
    /** What the API calls this kind of object. */
    public val type: String

    /** An object of a type that this version does not know, whole. */
    public data class Unknown(override val type: String, val json: JsonObject) : MessagePart {
        /** Without what is in it, which may be private. */
        override fun toString(): String = "Unknown(type=$type)"
    }
}

internal object MessagePartSerializer : TaggedSerializer<MessagePart>(
    name = "MessagePart",
    members = mapOf(
        "text" to Member(TextPart::class, TextPart.serializer()),
        "media" to Member(MediaPart::class, MediaPart.serializer()),
        "link" to Member(LinkPart::class, LinkPart.serializer()),
        "imessage_app" to Member(IMessageAppPart::class, IMessageAppPart.serializer()),
        "app_clip" to Member(AppClipPart::class, AppClipPart.serializer()),
    ),
) {
    override fun tagOf(value: MessagePart): String = value.type

    override fun unknown(type: String, json: JsonObject): MessagePart = MessagePart.Unknown(type, json)

    override fun unknownOf(value: MessagePart): JsonObject? = (value as? MessagePart.Unknown)?.json
}
