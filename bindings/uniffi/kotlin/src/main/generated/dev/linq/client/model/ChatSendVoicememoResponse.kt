// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** The reply to sending a voice memo. */
@Serializable
public data class ChatSendVoicememoResponse(
    /** The voice memo as it was taken on. */
    @SerialName("voice_memo")
    public val voiceMemo: VoiceMemo,
)
