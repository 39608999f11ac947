// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.request

import dev.linq.client.PrivateText
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** What a card of an iMessage app shows: a caption of some kind or an image, else it is an empty bubble. */
@Serializable
public data class AppCardLayout(
    /** Top left, bold. */
    public val caption: String? = null,
    /** Over the image, below its title; refused without an image. */
    @SerialName("image_subtitle")
    public val imageSubtitle: String? = null,
    /** Over the image, bold; refused without an image. */
    @SerialName("image_title")
    public val imageTitle: String? = null,
    /**
     * The address of the image at the top: JPEG, PNG, HEIF or WebP. The recipient has to have written in the chat
     * before.
     */
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
