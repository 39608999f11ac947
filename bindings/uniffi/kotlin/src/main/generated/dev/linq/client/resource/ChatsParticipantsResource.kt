// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.internal.Calls
import dev.linq.client.internal.reply
import dev.linq.client.model.OperationAccepted

/** Who is in a group chat. */
public class ChatsParticipantsResource internal constructor(private val calls: Calls) {
    /**
     * Adds a person to an iMessage group of three or more.
     *
     * They must be reachable over the group's service. The reply only says that it is queued; `participant.added`
     * follows.
     *
     * Officially `chats.participants.add`, `POST /v3/chats/{chat_id}/participants`:
     * https://docs.linqapp.com/api/resources/chats/subresources/participants/methods/add/
     *
     * @param chatId The group.
     * @param handle Whom to add: a phone number or an e-mail address.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun add(
        chatId: String,
        handle: String,
        options: CallOptions = CallOptions(),
    ): OperationAccepted =
        calls.reply<OperationAccepted>("chats.participants.add", options) {
            put("chat_id", chatId)
            put("handle", handle)
        }

    /**
     * Takes a person out of an iMessage group; three or more have to remain.
     *
     * The reply only says that it is queued; `participant.removed` follows.
     *
     * Officially `chats.participants.remove`, `DELETE /v3/chats/{chat_id}/participants`:
     * https://docs.linqapp.com/api/resources/chats/subresources/participants/methods/remove/
     *
     * @param chatId The group.
     * @param handle Whom to take out: a phone number or an e-mail address.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun remove(
        chatId: String,
        handle: String,
        options: CallOptions = CallOptions(),
    ): OperationAccepted =
        calls.reply<OperationAccepted>("chats.participants.remove", options) {
            put("chat_id", chatId)
            put("handle", handle)
        }
}
