// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.PrivateText
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/**
 * Where to fetch the details of a card, with what. They come from the provider and never pass through Linq; they are
 * not to be stored.
 */
@Serializable
public data class PaymentCredentialsHandoff(
    /** The provider's name for the card. */
    @SerialName("card_ref")
    public val cardRef: PrivateText? = null,
    /** Where to fetch the details. */
    @SerialName("fetch_url")
    public val fetchUrl: PrivateText? = null,
    /** Who provides the card. */
    public val provider: String? = null,
    /** The bearer token to fetch them with; short-lived. */
    @SerialName("user_token")
    public val userToken: PrivateText? = null,
)
