// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.PrivateText
import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** The image of a sticker. */
@Serializable
public data class Sticker(
    /** Its file name. */
    @SerialName("file_name")
    public val fileName: String? = null,
    /** Its height in pixels. */
    public val height: Long? = null,
    /** Its MIME type. */
    @SerialName("mime_type")
    public val mimeType: String? = null,
    /** Where to download it: a signed address that expires after an hour. */
    public val url: PrivateText? = null,
    /** Its width in pixels. */
    public val width: Long? = null,
)
