// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.request

import dev.linq.client.model.EffectKind
import kotlinx.serialization.Serializable

/** What a message does on the recipient's screen as it arrives (iMessage only), one a message. */
@Serializable
public data class Effect(
    /** Where it plays. */
    public val type: EffectKind? = null,
    /** What it is called, such as `confetti`. */
    public val name: String? = null,
)
