// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.request

import dev.linq.client.hidden
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/**
 * A card of an iMessage app (a Messages extension), which its recipient can tap. It is the only part of its message,
 * and goes over iMessage or not at all.
 */
@Serializable
public data class AppCard(
    /** The app behind the card. */
    public val app: MessagesApp,
    /** What the card shows. */
    public val layout: AppCardLayout,
    /** What is shown where the card cannot be, such as on the lock screen; the caption if absent. */
    @SerialName("fallback_text")
    public val fallbackText: String? = null,
    /** Whether recipients who have the app see its live view, which they do if absent. All others see the layout. */
    public val interactive: Boolean? = null,
    /**
     * What the app is handed when the card is tapped: an `https` URL of at most 2,048 characters, or a `data:` URL of
     * at most 16,384.
     */
    public val url: String? = null,
) : OutgoingPart {
    override val type: String get() = "imessage_app"

    /** Without what is private. */
    override fun toString(): String =
        "AppCard(app=$app, layout=$layout, fallbackText=$fallbackText, interactive=$interactive, url=${hidden(url)})"
}
