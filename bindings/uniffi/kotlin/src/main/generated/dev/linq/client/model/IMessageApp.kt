// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** An iMessage app. */
@Serializable
public data class IMessageApp(
    /** The bundle identifier of the app's Messages extension. Documented as always present. */
    @SerialName("bundle_id")
    public val bundleId: String? = null,
    /** The app's name. Documented as always present. */
    public val name: String? = null,
    /** The developer's team: 10 upper-case letters and digits. Documented as always present. */
    @SerialName("team_id")
    public val teamId: String? = null,
    /** The app in the App Store, offered to recipients who do not have it. */
    @SerialName("app_store_id")
    public val appStoreId: Long? = null,
)
