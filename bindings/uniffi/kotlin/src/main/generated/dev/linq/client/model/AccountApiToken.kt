// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** An API token, without the token. */
@Serializable
public data class AccountApiToken(
    /** The token's identifier. Documented as always present. */
    public val id: String? = null,
    /** When it runs out; absent if never. */
    @SerialName("expires_at")
    public val expiresAt: Timestamp? = null,
    /** How the token begins. Documented as always present. */
    @SerialName("token_prefix")
    public val tokenPrefix: String? = null,
    /** Its name, if it has one. */
    public val name: String? = null,
)
