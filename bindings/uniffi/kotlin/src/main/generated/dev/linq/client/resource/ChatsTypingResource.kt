// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.internal.Calls
import dev.linq.client.internal.done

/** The typing indicator of a chat. */
public class ChatsTypingResource internal constructor(private val calls: Calls) {
    /**
     * Shows the others that you are typing.
     *
     * The guide says that groups do not show it, the endpoint's page that they do.
     *
     * Officially `chats.typing.start`, `POST /v3/chats/{chat_id}/typing`:
     * https://docs.linqapp.com/api/resources/chats/subresources/typing/methods/start/
     *
     * @param chatId The chat.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun start(
        chatId: String,
        options: CallOptions = CallOptions(),
    ) {
        calls.done("chats.typing.start", options) {
            put("chat_id", chatId)
        }
    }

    /**
     * Stops showing the others that you are typing.
     *
     * The guide says that groups do not show it, the endpoint's page that they do.
     *
     * Officially `chats.typing.stop`, `DELETE /v3/chats/{chat_id}/typing`:
     * https://docs.linqapp.com/api/resources/chats/subresources/typing/methods/stop/
     *
     * @param chatId The chat.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun stop(
        chatId: String,
        options: CallOptions = CallOptions(),
    ) {
        calls.done("chats.typing.stop", options) {
            put("chat_id", chatId)
        }
    }
}
