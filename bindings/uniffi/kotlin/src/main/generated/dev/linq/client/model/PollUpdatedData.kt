// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Options were added to a poll. None is ever changed or removed. */
@Serializable
public data class PollUpdatedData(
    /** The new options, and only those. Who added one is in its `creator_handle`. */
    @SerialName("added_options")
    public val addedOptions: List<PollResultOption>,
    /** The chat that the poll is in. */
    public val chat: EventChat,
    /** Which way the change went. */
    public val direction: Direction,
    /** The message that is the poll. */
    @SerialName("message_id")
    public val messageId: String,
    /** Your line, whichever way the change went; not who added the options. */
    @SerialName("sender_handle")
    public val senderHandle: ChatHandle,
    /** The service that carried it. */
    public val service: ServiceType,
    /**
     * Whether the line is under zero-day retention: the texts of options that you added are then empty, those of others
     * are not.
     */
    @SerialName("zero_retention")
    public val zeroRetention: Boolean? = null,
)
