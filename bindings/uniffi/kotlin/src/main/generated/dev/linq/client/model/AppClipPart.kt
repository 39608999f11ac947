// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.PrivateText
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A card that opens an App Clip. */
@Serializable
public data class AppClipPart(
    /** The link that it opens. Documented as always present. */
    public val value: String? = null,
    /** Reactions to this part; never in events. */
    public val reactions: List<Reaction>? = null,
    /** The line below the title, composed by Linq. */
    public val description: String? = null,
    /** The preview image. */
    @SerialName("image_url")
    public val imageUrl: PrivateText? = null,
    /** The headline, composed by Linq. */
    public val title: String? = null,
) : MessagePart {
    override val type: String get() = "app_clip"
}
