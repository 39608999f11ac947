// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A voice memo that the API has just taken on. */
@Serializable
public data class VoiceMemo(
    /** The message that it is. */
    public val id: String,
    /** The chat that it goes to. */
    public val chat: VoiceMemoChat = VoiceMemoChat(),
    /** When it was created. Documented as always present. */
    @SerialName("created_at")
    public val createdAt: Timestamp? = null,
    /** The line that sends it, E.164. Documented as always present. */
    public val from: String? = null,
    /** How far it got, in a word. Documented as always present. */
    public val status: String? = null,
    /** Who gets it: phone numbers (E.164) and e-mail addresses. */
    public val to: List<String> = emptyList(),
    /** The sound. */
    @SerialName("voice_memo")
    public val voiceMemo: VoiceMemoVoiceMemo = VoiceMemoVoiceMemo(),
    /** The service that carries it. */
    public val service: ServiceType? = null,
)
