// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.Timestamp
import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** A participant of a chat, you included. */
@Serializable
public data class ChatHandle(
    /** This membership of this chat. Documented as always present. */
    public val id: String? = null,
    /**
     * Their phone number (E.164) or e-mail address; a sender may also be a short code. Documented as always present.
     */
    public val handle: String? = null,
    /** When they joined the chat. Documented as always present. */
    @SerialName("joined_at")
    public val joinedAt: Timestamp? = null,
    /** The service that reaches them. Documented as always present. */
    public val service: ServiceType? = null,
    /** Whether this is your own line. */
    @SerialName("is_me")
    public val isMe: Boolean? = null,
    /** When they left the chat; absent while they are in it. */
    @SerialName("left_at")
    public val leftAt: Timestamp? = null,
    /** What the line can send; absent for participants who are not lines of yours. */
    @SerialName("line_type")
    public val lineType: LineType? = null,
    /** Whether they still take part. */
    public val status: ParticipantStatus? = null,
)
