// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** Options were added to a poll. None is ever changed or removed. */
@Serializable
public data class PollUpdatedData(
    /** The new options, and only those. Who added one is in its `creator_handle`. */
    @SerialName("added_options")
    public val addedOptions: List<PollResultOption> = emptyList(),
    /** The chat that the poll is in. */
    public val chat: EventChat = EventChat(),
    /** Which way the change went. Documented as always present. */
    public val direction: Direction? = null,
    /** The message that is the poll. Documented as always present. */
    @SerialName("message_id")
    public val messageId: String? = null,
    /** Your line, whichever way the change went; not who added the options. */
    @SerialName("sender_handle")
    public val senderHandle: ChatHandle = ChatHandle(),
    /** The service that carried it. Documented as always present. */
    public val service: ServiceType? = null,
    /**
     * Whether the line is under zero-day retention: the texts of options that you added are then empty, those of others
     * are not.
     */
    @SerialName("zero_retention")
    public val zeroRetention: Boolean? = null,
)
