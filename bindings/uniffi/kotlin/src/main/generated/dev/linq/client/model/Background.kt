// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.PrivateText
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** What is behind the messages of a chat. */
@Serializable
public data class Background(
    /** What kind it is. Documented as always present. */
    public val type: BackgroundType? = null,
    /** A photo's address: an `https` URL of a JPEG, PNG, HEIC or WebP image. As the API tells it, Linq's own copy. */
    @SerialName("image_url")
    public val imageUrl: PrivateText? = null,
    /** The two colours of a custom gradient, top and bottom, such as `#F2C4E1`. */
    public val shades: List<String>? = null,
    /** The animation of a dynamic background. */
    public val style: BackgroundStyle? = null,
    /** Which colour, or which kind of the animation. */
    public val variant: String? = null,
)
