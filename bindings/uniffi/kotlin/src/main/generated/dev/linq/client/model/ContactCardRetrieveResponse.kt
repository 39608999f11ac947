// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** The contact cards of your lines. */
@Serializable
public data class ContactCardRetrieveResponse(
    /** One for each line that has one, or for the line that was asked about. */
    @SerialName("contact_cards")
    public val contactCards: List<ContactCard>,
)
