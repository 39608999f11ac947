// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.internal.Calls
import dev.linq.client.internal.reply
import dev.linq.client.model.PollEnvelope
import dev.linq.client.request.OutgoingPoll

/** New polls in a chat. */
public class ChatsPollsResource internal constructor(private val calls: Calls) {
    /**
     * Sends a poll into a chat (iMessage only), which cannot be the first message there.
     *
     * Officially `chats.polls.create`, `POST /v3/chats/{chat_id}/polls`:
     * https://docs.linqapp.com/api/resources/chats/subresources/polls/methods/create/
     *
     * @param chatId The chat.
     * @param poll What can be voted for: two options or more.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun create(
        chatId: String,
        poll: OutgoingPoll,
        options: CallOptions = CallOptions(),
    ): PollEnvelope =
        calls.reply<PollEnvelope>("chats.polls.create", options) {
            put("chat_id", chatId)
            put("poll", poll)
        }
}
