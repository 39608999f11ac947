// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A group's name changed. */
@Serializable
public data class GroupNameUpdatedData(
    /** The group. Documented as always present. */
    @SerialName("chat_id")
    public val chatId: String? = null,
    /** When it changed. Documented as always present. */
    @SerialName("updated_at")
    public val updatedAt: Timestamp? = null,
    /** Who changed it. */
    @SerialName("changed_by_handle")
    public val changedByHandle: ChatHandle? = null,
    /** The name now; absent if it was taken away. */
    @SerialName("new_value")
    public val newValue: String? = null,
    /** The name before; absent if there was none. */
    @SerialName("old_value")
    public val oldValue: String? = null,
)
