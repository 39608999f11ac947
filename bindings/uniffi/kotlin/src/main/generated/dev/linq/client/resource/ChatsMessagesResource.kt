// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.Page
import dev.linq.client.internal.Calls
import dev.linq.client.internal.itemsOf
import dev.linq.client.internal.pageOf
import dev.linq.client.internal.reply
import dev.linq.client.model.Message
import dev.linq.client.model.MessageSendResponse
import dev.linq.client.request.MessageContent
import kotlinx.coroutines.flow.Flow

/** The messages of a chat. */
public class ChatsMessagesResource internal constructor(private val calls: Calls) {
    /**
     * Gives the messages of a chat, a page at a time.
     *
     * Officially `chats.messages.list`, `GET /v3/chats/{chat_id}/messages`:
     * https://docs.linqapp.com/api/resources/chats/subresources/messages/methods/list/
     *
     * @param chatId The chat.
     * @param cursor Where the page starts: the `next_cursor` of the page before.
     * @param limit How many items a page holds: 1 to 100, 20 unless told otherwise.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun list(
        chatId: String,
        cursor: String? = null,
        limit: Long? = null,
        options: CallOptions = CallOptions(),
    ): Page<Message> =
        calls.pageOf<Message>("messages", "chats.messages.list", options) {
            put("chat_id", chatId)
            put("cursor", cursor)
            put("limit", limit)
        }

    /**
     * Gives the messages of a chat, a page at a time.
     *
     * Everything from there to the end of the list, page after page as it is collected. A page that would be asked for
     * a second time ends it.
     *
     * Officially `chats.messages.list`, `GET /v3/chats/{chat_id}/messages`:
     * https://docs.linqapp.com/api/resources/chats/subresources/messages/methods/list/
     *
     * @param chatId The chat.
     * @param cursor Where the page starts: the `next_cursor` of the page before.
     * @param limit How many items a page holds: 1 to 100, 20 unless told otherwise.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public fun listAll(
        chatId: String,
        cursor: String? = null,
        limit: Long? = null,
        options: CallOptions = CallOptions(),
    ): Flow<Message> =
        itemsOf(cursor) { list(chatId, it, limit, options) }

    /**
     * Sends a message into a chat.
     *
     * Every send carries an idempotency key, yours or a fresh one, so that a retry cannot send it twice.
     *
     * Officially `chats.messages.send`, `POST /v3/chats/{chat_id}/messages`:
     * https://docs.linqapp.com/api/resources/chats/subresources/messages/methods/send/
     *
     * @param chatId The chat.
     * @param message What to send.
     * @param overrideOptout Sends although the recipient opted out (code 2024). Only with their renewed consent.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun send(
        chatId: String,
        message: MessageContent,
        overrideOptout: Boolean? = null,
        options: CallOptions = CallOptions(),
    ): MessageSendResponse =
        calls.reply<MessageSendResponse>("chats.messages.send", options) {
            put("chat_id", chatId)
            put("message", message)
            put("override_optout", overrideOptout)
        }
}
