// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.PrivateText
import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** An image that stands in for characters of a text. */
@Serializable
public data class InlineSticker(
    /** The characters that it hides on iMessage; SMS and RCS show them instead. Documented as always present. */
    public val range: List<Long>? = null,
    /** The image's attachment. */
    public val id: String? = null,
    /** The image's file name. */
    @SerialName("file_name")
    public val fileName: String? = null,
    /** Its MIME type. */
    @SerialName("mime_type")
    public val mimeType: String? = null,
    /** Where to download it; for an ephemeral attachment a signed address that expires. */
    public val url: PrivateText? = null,
)
