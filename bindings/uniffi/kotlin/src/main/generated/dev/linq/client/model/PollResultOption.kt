// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** An option of a poll, and who voted for it. */
@Serializable
public data class PollResultOption(
    /** Whether it can be edited. Documented as always present. */
    @SerialName("can_be_edited")
    public val canBeEdited: Boolean? = null,
    /** Who added it. */
    @SerialName("creator_handle")
    public val creatorHandle: ChatHandle = ChatHandle(),
    /** The option's identifier. Documented as always present. */
    @SerialName("option_id")
    public val optionId: String? = null,
    /** What it says. Documented as always present. */
    public val text: String? = null,
    /** Who voted for it. */
    public val voters: List<PollOptionVoter> = emptyList(),
)
