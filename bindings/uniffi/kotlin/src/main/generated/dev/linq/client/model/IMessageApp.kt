// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** An iMessage app. */
@Serializable
public data class IMessageApp(
    /** The bundle identifier of the app's Messages extension. */
    @SerialName("bundle_id")
    public val bundleId: String,
    /** The app's name. */
    public val name: String,
    /** The developer's team: 10 upper-case letters and digits. */
    @SerialName("team_id")
    public val teamId: String,
    /** The app in the App Store, offered to recipients who do not have it. */
    @SerialName("app_store_id")
    public val appStoreId: Long? = null,
)
