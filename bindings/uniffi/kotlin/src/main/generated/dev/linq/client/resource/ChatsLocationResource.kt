// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.internal.Calls
import dev.linq.client.internal.reply
import dev.linq.client.model.GetChatLocationResponse
import dev.linq.client.model.LocationRequestResponse

/** Where the people of a chat are. */
public class ChatsLocationResource internal constructor(private val calls: Calls) {
    /**
     * Gives the positions of those in a chat who share theirs with you; an empty list if nobody does.
     *
     * No event tells of a new position, so ask again, every few minutes: Apple does not update it more often. Somebody
     * who shares from the Find My app instead of the chat may do so under their e-mail address, and does not appear in
     * the chat with their phone number.
     *
     * Officially `chats.location.retrieve`, `GET /v3/chats/{chat_id}/location`:
     * https://docs.linqapp.com/api/resources/chats/subresources/location/methods/retrieve/
     *
     * @param chatId The chat.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun retrieve(
        chatId: String,
        options: CallOptions = CallOptions(),
    ): GetChatLocationResponse =
        calls.reply<GetChatLocationResponse>("chats.location.retrieve", options) {
            put("chat_id", chatId)
        }

    /**
     * Asks the other person of a direct iMessage chat to share their location with you.
     *
     * They are prompted on their device; `location.sharing.started` follows if they agree. Refused if they share
     * already (409), in groups (code 2016), over SMS and RCS (code 2017), and if asked too often (code 1007).
     *
     * Officially `chats.location.request`, `POST /v3/chats/{chat_id}/location/request`:
     * https://docs.linqapp.com/api/resources/chats/subresources/location/methods/request/
     *
     * @param chatId The chat.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun request(
        chatId: String,
        options: CallOptions = CallOptions(),
    ): LocationRequestResponse =
        calls.reply<LocationRequestResponse>("chats.location.request", options) {
            put("chat_id", chatId)
        }

    /**
     * Ends somebody's sharing of their location with you, in every chat that you have with them.
     *
     * `location.sharing.stopped` follows. Refused with 404 if they do not share.
     *
     * Officially `chats.location.stop`, `DELETE /v3/chats/{chat_id}/location`:
     * https://docs.linqapp.com/api/resources/chats/subresources/location/methods/stop/
     *
     * @param chatId The chat.
     * @param handle Whose: a phone number or an e-mail address.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun stop(
        chatId: String,
        handle: String,
        options: CallOptions = CallOptions(),
    ): LocationRequestResponse =
        calls.reply<LocationRequestResponse>("chats.location.stop", options) {
            put("chat_id", chatId)
            put("handle", handle)
        }
}
