// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.PrivateText
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** What a card of an iMessage app shows. Events leave out the image and its texts. */
@Serializable
public data class IMessageAppLayout(
    /** Top left, bold. */
    public val caption: String? = null,
    /** Over the image, below its title. */
    @SerialName("image_subtitle")
    public val imageSubtitle: String? = null,
    /** Over the image, bold. */
    @SerialName("image_title")
    public val imageTitle: String? = null,
    /** The image at the top, as hosted by Linq. */
    @SerialName("image_url")
    public val imageUrl: PrivateText? = null,
    /** Left, below the caption. */
    public val subcaption: String? = null,
    /** Top right. */
    @SerialName("trailing_caption")
    public val trailingCaption: String? = null,
    /** Right, below the trailing caption. */
    @SerialName("trailing_subcaption")
    public val trailingSubcaption: String? = null,
)
