// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.json.JsonElement

/**
 * From what to what something changed.
 *
 * `contact_card.updated` has `firstName`, `lastName` and `imageUrl`, each if it changed; the others have `from` and
 * `to`, whose JSON type depends on the event.
 */
@Serializable
public data class AccountChange(
    /** The first name on a contact card. */
    @SerialName("first_name")
    public val firstName: TextChange? = null,
    /** The value before; absent if there was none. */
    public val from: JsonElement? = null,
    /** The picture on a contact card. */
    @SerialName("image_url")
    public val imageUrl: ImageChange? = null,
    /** The last name on a contact card. */
    @SerialName("last_name")
    public val lastName: TextChange? = null,
    /** The value now; absent if it was taken away. */
    public val to: JsonElement? = null,
)
