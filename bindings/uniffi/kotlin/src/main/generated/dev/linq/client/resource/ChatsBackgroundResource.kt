// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.internal.Calls
import dev.linq.client.internal.done
import dev.linq.client.model.BackgroundStyle
import dev.linq.client.model.BackgroundType

/** What is behind the messages of a chat. */
public class ChatsBackgroundResource internal constructor(private val calls: Calls) {
    /**
     * Takes a chat's background away.
     *
     * Officially `chats.background.remove`, `DELETE /v3/chats/{chat_id}/background`:
     * https://docs.linqapp.com/api/resources/chats/subresources/background/methods/remove/
     *
     * @param chatId The chat.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun remove(
        chatId: String,
        options: CallOptions = CallOptions(),
    ) {
        calls.done("chats.background.remove", options) {
            put("chat_id", chatId)
        }
    }

    /**
     * Puts a colour, an animation or a photo behind the messages of a chat, direct or group.
     *
     * The reply only says that it is queued. The outcome arrives as `chat.background_updated` or
     * `chat.background_update_failed`; over RCS and SMS nothing happens and nothing arrives. A photo is fetched before
     * the reply (codes 5006 and 5007).
     *
     * Officially `chats.background.set`, `POST /v3/chats/{chat_id}/background`:
     * https://docs.linqapp.com/api/resources/chats/subresources/background/methods/set/
     *
     * @param chatId The chat.
     * @param type What kind it is.
     * @param shades The two colours of a custom gradient, top and bottom, such as `#F2C4E1`.
     * @param imageUrl A photo's address: an `https` URL of a JPEG, PNG, HEIC or WebP image.
     * @param style The animation: a sky, water or northern lights.
     * @param variant Which colour, or which kind of the animation. Without one, a colour is `custom`.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun set(
        chatId: String,
        type: BackgroundType,
        shades: List<String>? = null,
        imageUrl: String? = null,
        style: BackgroundStyle? = null,
        variant: String? = null,
        options: CallOptions = CallOptions(),
    ) {
        calls.done("chats.background.set", options) {
            put("chat_id", chatId)
            put("type", type)
            put("shades", shades)
            put("image_url", imageUrl)
            put("style", style)
            put("variant", variant)
        }
    }
}
