// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A card of an iMessage app. */
@Serializable
public data class IMessageAppPart(
    /** The app behind the card. */
    public val app: IMessageApp = IMessageApp(),
    /** What the card shows. */
    public val layout: IMessageAppLayout = IMessageAppLayout(),
    /** Reactions to this part; never in events. */
    public val reactions: List<Reaction>? = null,
    /** What the app is handed when the card is tapped. Documented as always present. */
    public val url: String? = null,
    /** What is shown where the card cannot be. */
    @SerialName("fallback_text")
    public val fallbackText: String? = null,
) : MessagePart {
    override val type: String get() = "imessage_app"
}
