// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** The iMessage effect that a message plays. */
@Serializable
public data class MessageEffect(
    /** Such as `confetti` or `slam`. */
    public val name: String? = null,
    /** Whether it fills the screen or moves the bubble. */
    public val type: EffectKind? = null,
)
