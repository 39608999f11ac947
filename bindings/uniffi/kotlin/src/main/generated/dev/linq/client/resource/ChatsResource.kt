// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.Page
import dev.linq.client.internal.Calls
import dev.linq.client.internal.done
import dev.linq.client.internal.itemsOf
import dev.linq.client.internal.pageOf
import dev.linq.client.internal.reply
import dev.linq.client.model.Chat
import dev.linq.client.model.ChatCreateResponse
import dev.linq.client.model.ChatSendVoicememoResponse
import dev.linq.client.model.ChatUpdateResponse
import dev.linq.client.model.OperationAccepted
import dev.linq.client.request.MessageContent
import kotlinx.coroutines.flow.Flow

/** Conversations, direct and group. */
public class ChatsResource internal constructor(private val calls: Calls) {
    /** What is behind the messages of a chat. */
    public val background: ChatsBackgroundResource = ChatsBackgroundResource(calls)

    /** Where the people of a chat are. */
    public val location: ChatsLocationResource = ChatsLocationResource(calls)

    /** The messages of a chat. */
    public val messages: ChatsMessagesResource = ChatsMessagesResource(calls)

    /** Who is in a group chat. */
    public val participants: ChatsParticipantsResource = ChatsParticipantsResource(calls)

    /** New polls in a chat. */
    public val polls: ChatsPollsResource = ChatsPollsResource(calls)

    /** The typing indicator of a chat. */
    public val typing: ChatsTypingResource = ChatsTypingResource(calls)

    /**
     * Starts a chat with its first message: one recipient makes a direct chat, two or more a group.
     *
     * A chat is known by its line and the exact set of its recipients: asked for again, the existing one is returned
     * and the message is sent into it. A group with a name is left out of that, and so is one that you left.
     *
     * The first message must hold no link. Most carriers cap an SMS or MMS group at 20 people, some at 10.
     *
     * Officially `chats.create`, `POST /v3/chats`: https://docs.linqapp.com/api/resources/chats/methods/create/
     *
     * @param from The line that sends, one of yours.
     * @param to Who is to be in the chat besides you: 1 to 31 phone numbers or e-mail addresses.
     * @param message The first message.
     * @param overrideOptout Sends although the recipient opted out (code 2024). Only with their renewed consent.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun create(
        from: String,
        to: List<String>,
        message: MessageContent,
        overrideOptout: Boolean? = null,
        options: CallOptions = CallOptions(),
    ): ChatCreateResponse =
        calls.reply<ChatCreateResponse>("chats.create", options) {
            put("from", from)
            put("to", to)
            put("message", message)
            put("override_optout", overrideOptout)
        }

    /**
     * Gives a chat as it is now.
     *
     * Officially `chats.retrieve`, `GET /v3/chats/{chat_id}`:
     * https://docs.linqapp.com/api/resources/chats/methods/retrieve/
     *
     * @param chatId The chat.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun retrieve(
        chatId: String,
        options: CallOptions = CallOptions(),
    ): Chat =
        calls.reply<Chat>("chats.retrieve", options) {
            put("chat_id", chatId)
        }

    /**
     * Gives a group another name or icon; at least one of the two.
     *
     * The reply only says that the change is queued. Its outcome arrives as `chat.group_name_updated`,
     * `chat.group_icon_updated`, or their `_failed` twins. A direct chat is refused (code 1006).
     *
     * Officially `chats.update`, `PUT /v3/chats/{chat_id}`:
     * https://docs.linqapp.com/api/resources/chats/methods/update/
     *
     * @param chatId The group.
     * @param displayName The name that every member sees.
     * @param groupChatIcon The public `https` URL of the image that every member sees.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun update(
        chatId: String,
        displayName: String? = null,
        groupChatIcon: String? = null,
        options: CallOptions = CallOptions(),
    ): ChatUpdateResponse =
        calls.reply<ChatUpdateResponse>("chats.update", options) {
            put("chat_id", chatId)
            put("display_name", displayName)
            put("group_chat_icon", groupChatIcon)
        }

    /**
     * Takes your own line out of a group of four or more, yourself included.
     *
     * The reply only says that it is queued; `participant.removed` follows. After that every call about the chat is
     * refused (code 2013) until a member adds you back.
     *
     * Officially `chats.leave_chat`, `POST /v3/chats/{chat_id}/leave`:
     * https://docs.linqapp.com/api/resources/chats/methods/leave_chat/
     *
     * @param chatId The group.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun leave(
        chatId: String,
        options: CallOptions = CallOptions(),
    ): OperationAccepted =
        calls.reply<OperationAccepted>("chats.leave_chat", options) {
            put("chat_id", chatId)
        }

    /**
     * Gives your chats, a page at a time.
     *
     * Officially `chats.list_chats`, `GET /v3/chats`: https://docs.linqapp.com/api/resources/chats/methods/list_chats/
     *
     * @param cursor Where the page starts: the `next_cursor` of the page before.
     * @param from Only chats of this line of yours.
     * @param limit How many items a page holds: 1 to 100, 20 unless told otherwise.
     * @param to Only chats that this phone number or e-mail address is in.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun list(
        cursor: String? = null,
        from: String? = null,
        limit: Long? = null,
        to: String? = null,
        options: CallOptions = CallOptions(),
    ): Page<Chat> =
        calls.pageOf<Chat>("chats", "chats.list_chats", options) {
            put("cursor", cursor)
            put("from", from)
            put("limit", limit)
            put("to", to)
        }

    /**
     * Gives your chats, a page at a time.
     *
     * Everything from there to the end of the list, page after page as it is collected. A page that would be asked for
     * a second time ends it.
     *
     * Officially `chats.list_chats`, `GET /v3/chats`: https://docs.linqapp.com/api/resources/chats/methods/list_chats/
     *
     * @param cursor Where the page starts: the `next_cursor` of the page before.
     * @param from Only chats of this line of yours.
     * @param limit How many items a page holds: 1 to 100, 20 unless told otherwise.
     * @param to Only chats that this phone number or e-mail address is in.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public fun listAll(
        cursor: String? = null,
        from: String? = null,
        limit: Long? = null,
        to: String? = null,
        options: CallOptions = CallOptions(),
    ): Flow<Chat> =
        itemsOf(cursor) { list(it, from, limit, to, options) }

    /**
     * Marks every message of a chat as read.
     *
     * Over iMessage the other side of a direct chat sees it. There are no receipts in groups, nor over SMS.
     *
     * Officially `chats.mark_as_read`, `POST /v3/chats/{chat_id}/read`:
     * https://docs.linqapp.com/api/resources/chats/methods/mark_as_read/
     *
     * @param chatId The chat.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun markAsRead(
        chatId: String,
        options: CallOptions = CallOptions(),
    ) {
        calls.done("chats.mark_as_read", options) {
            put("chat_id", chatId)
        }
    }

    /**
     * Sends a sound as a voice memo that iMessage plays in the chat, instead of as a file.
     *
     * The API takes no idempotency key for it: a call whose reply was lost is not repeated.
     *
     * Officially `chats.send_voicememo`, `POST /v3/chats/{chat_id}/voicememo`:
     * https://docs.linqapp.com/api/resources/chats/methods/send_voicememo/
     *
     * @param chatId The chat.
     * @param attachmentId A sound that was uploaded ahead; either this or `voice_memo_url`.
     * @param overrideOptout Sends although the recipient opted out (code 2024). Only with their renewed consent.
     * @param voiceMemoUrl Where the server downloads the sound: an `https` URL that needs no login.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun sendVoiceMemo(
        chatId: String,
        attachmentId: String? = null,
        overrideOptout: Boolean? = null,
        voiceMemoUrl: String? = null,
        options: CallOptions = CallOptions(),
    ): ChatSendVoicememoResponse =
        calls.reply<ChatSendVoicememoResponse>("chats.send_voicememo", options) {
            put("chat_id", chatId)
            put("attachment_id", attachmentId)
            put("override_optout", overrideOptout)
            put("voice_memo_url", voiceMemoUrl)
        }

    /**
     * Shares your line's contact card (name and photo) with a chat.
     *
     * Once every five minutes a chat; more is refused (code 1007).
     *
     * Officially `chats.share_contact_card`, `POST /v3/chats/{chat_id}/share_contact_card`:
     * https://docs.linqapp.com/api/resources/chats/methods/share_contact_card/
     *
     * @param chatId The chat.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun shareContactCard(
        chatId: String,
        options: CallOptions = CallOptions(),
    ) {
        calls.done("chats.share_contact_card", options) {
            put("chat_id", chatId)
        }
    }
}
