// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.request

import dev.linq.client.hidden
import kotlinx.serialization.Serializable
import kotlinx.serialization.json.JsonElement

/**
 * A card of Linq's own iMessage app, such as a payment request, in place of a message's parts. It goes to one
 * recipient, over iMessage only.
 *
 * What there is, and which parameters it takes, is told by `linq.experiences`.
 */
@Serializable
public data class ExperienceInvocation(
    /** What the experience can do, such as `request_payment`. */
    public val action: String,
    /** The experience, such as `agentpay`. */
    public val name: String,
    /** The action's parameters, by name. One that the action does not have is refused. */
    public val params: JsonElement? = null,
) {
    /** Without what is private. */
    override fun toString(): String = "ExperienceInvocation(action=$action, name=$name, params=${hidden(params)})"
}
