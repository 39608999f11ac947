// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class, IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.Timestamp
import dev.linq.client.internal.BooleanSerializer
import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** Somebody reacted to a message or a poll, or took a reaction back. */
@Serializable
public data class ReactionEventData(
    /** Whether that was you. Documented as always present. */
    @SerialName("is_from_me")
    public val isFromMe: Boolean? = null,
    /** How they reacted. Documented as always present. */
    @SerialName("reaction_type")
    public val reactionType: ReactionType? = null,
    /** The chat. */
    @SerialName("chat_id")
    public val chatId: String? = null,
    /** The emoji of a `custom` reaction. */
    @SerialName("custom_emoji")
    public val customEmoji: String? = null,
    /** Deprecated by the API in favour of `fromHandle`: the handle of who reacted. */
    public val from: String? = null,
    /** Who reacted. */
    @SerialName("from_handle")
    public val fromHandle: ChatHandle? = null,
    /** The message that was reacted to. */
    @SerialName("message_id")
    public val messageId: String? = null,
    /** Which of its parts, counted from 0. */
    @SerialName("part_index")
    public val partIndex: Long? = null,
    /** When the reaction was added or removed. */
    @SerialName("reacted_at")
    public val reactedAt: Timestamp? = null,
    /** Names the reaction: stickers pile up, and this tells one on a message from another when it is moved. */
    @SerialName("reaction_id")
    public val reactionId: String? = null,
    /** The service that carried it. */
    public val service: ServiceType? = null,
    /** The image of a `sticker` reaction. */
    public val sticker: Sticker? = null,
)
