// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** An API token, without the token. */
@Serializable
public data class AccountApiToken(
    /** The token's identifier. */
    public val id: String,
    /** How the token begins. */
    @SerialName("token_prefix")
    public val tokenPrefix: String,
    /** When it runs out; absent if never. */
    @SerialName("expires_at")
    public val expiresAt: Timestamp? = null,
    /** Its name, if it has one. */
    public val name: String? = null,
)
