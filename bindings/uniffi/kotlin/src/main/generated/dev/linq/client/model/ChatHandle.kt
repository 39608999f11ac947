// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A participant of a chat, you included. */
@Serializable
public data class ChatHandle(
    /** This membership of this chat. */
    public val id: String,
    /** Their phone number (E.164) or e-mail address; a sender may also be a short code. */
    public val handle: String,
    /** When they joined the chat. */
    @SerialName("joined_at")
    public val joinedAt: Timestamp,
    /** The service that reaches them. */
    public val service: ServiceType,
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
