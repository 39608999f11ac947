// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** An option of a poll, and who voted for it. */
@Serializable
public data class PollResultOption(
    /** Whether it can be edited. */
    @SerialName("can_be_edited")
    public val canBeEdited: Boolean,
    /** The option's identifier. */
    @SerialName("option_id")
    public val optionId: String,
    /** What it says. */
    public val text: String,
    /** Who voted for it. */
    public val voters: List<PollOptionVoter>,
    /** Who added it; absent if nobody knows. */
    @SerialName("creator_handle")
    public val creatorHandle: ChatHandle? = null,
)
