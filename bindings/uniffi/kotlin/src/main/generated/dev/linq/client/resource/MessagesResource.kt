// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.Page
import dev.linq.client.internal.Calls
import dev.linq.client.internal.done
import dev.linq.client.internal.itemsOf
import dev.linq.client.internal.pageOf
import dev.linq.client.internal.reply
import dev.linq.client.internal.replyOrNull
import dev.linq.client.model.AddOrRemove
import dev.linq.client.model.Message
import dev.linq.client.model.MessageCreateResponse
import dev.linq.client.model.MessageSendResponse
import dev.linq.client.model.MessageUpdateStickerPlacementResponse
import dev.linq.client.model.OperationAccepted
import dev.linq.client.model.ReactionType
import dev.linq.client.model.SortOrder
import dev.linq.client.request.AppCardLayout
import dev.linq.client.request.ContinuationMessage
import dev.linq.client.request.ExperienceInvocation
import dev.linq.client.request.MessageContent
import dev.linq.client.request.MessagesApp
import dev.linq.client.request.StickerPlacement
import kotlinx.coroutines.flow.Flow

/** Messages, whichever their chat. */
public class MessagesResource internal constructor(private val calls: Calls) {
    /** A poll that was sent. */
    public val poll: MessagesPollResource = MessagesPollResource(calls)

    /**
     * Sends a message to one or more recipients, on a line and into a chat that Linq chooses.
     *
     * If these recipients have a chat on a line that can send, the message goes there; if they have none, a chat is
     * started on the best line; if theirs are on lines that cannot send, a chat is started on another one. The reply
     * says which. Unlike that of `linq.chats.create`, a first message may hold a link, though it puts the line at risk.
     *
     * Every send carries an idempotency key in its message, yours or a fresh one. Yours may be given as the message's
     * own or as the operation's; two different ones are refused.
     *
     * Officially `messages.create`, `POST /v3/messages`:
     * https://docs.linqapp.com/api/resources/messages/methods/create/
     *
     * @param to To whom: 1 to 31 phone numbers or e-mail addresses, in any order.
     * @param message What to send.
     * @param excludeFrom Lines that are not to be chosen for a new chat. One that is there already stays on its line.
     * @param continuationMessage What to send instead if the recipients had a chat on a line that cannot send any more:
     *     they hear from a number that is new to them.
     * @param overrideOptout Sends although the recipient opted out (code 2024). Only with their renewed consent.
     * @param idempotencyKey What makes a repeated send harmless; made by the client if absent. It is put into the
     *     message too, where the API looks first.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun create(
        to: List<String>,
        message: MessageContent,
        excludeFrom: List<String>? = null,
        continuationMessage: ContinuationMessage? = null,
        overrideOptout: Boolean? = null,
        idempotencyKey: String? = null,
        options: CallOptions = CallOptions(),
    ): MessageCreateResponse =
        calls.reply<MessageCreateResponse>("messages.create", options) {
            put("to", to)
            put("message", message)
            put("exclude_from", excludeFrom)
            put("continuation_message", continuationMessage)
            put("override_optout", overrideOptout)
            put("idempotency_key", idempotencyKey)
        }

    /**
     * Gives a message as it is now, reactions included.
     *
     * Officially `messages.retrieve`, `GET /v3/messages/{message_id}`:
     * https://docs.linqapp.com/api/resources/messages/methods/retrieve/
     *
     * @param messageId The message.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun retrieve(
        messageId: String,
        options: CallOptions = CallOptions(),
    ): Message =
        calls.reply<Message>("messages.retrieve", options) {
            put("message_id", messageId)
        }

    /**
     * Edits the text of a message that you sent: up to 5 times, within 15 minutes of sending it.
     *
     * Returns the message; `None` if it has been deleted.
     *
     * Officially `messages.update`, `PATCH /v3/messages/{message_id}`:
     * https://docs.linqapp.com/api/resources/messages/methods/update/
     *
     * @param messageId The message.
     * @param text The new words, 1 to 10,000 characters.
     * @param partIndex Which of its parts, counted from 0; the first unless told otherwise.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun update(
        messageId: String,
        text: String,
        partIndex: Long? = null,
        options: CallOptions = CallOptions(),
    ): Message? =
        calls.replyOrNull<Message>("messages.update", options) {
            put("message_id", messageId)
            put("text", text)
            put("part_index", partIndex)
        }

    /**
     * Deletes a message from Linq's records. Its recipients still have it.
     *
     * Its idempotency key is used up: sending with it again is refused with 404.
     *
     * Officially `messages.delete`, `DELETE /v3/messages/{message_id}`:
     * https://docs.linqapp.com/api/resources/messages/methods/delete/
     *
     * @param messageId The message.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun delete(
        messageId: String,
        options: CallOptions = CallOptions(),
    ) {
        calls.done("messages.delete", options) {
            put("message_id", messageId)
        }
    }

    /**
     * Reacts to a message, or takes a reaction back.
     *
     * The reply only says that it is queued. A reaction whose reply was lost is not repeated: stickers stack.
     *
     * Officially `messages.add_reaction`, `POST /v3/messages/{message_id}/reactions`:
     * https://docs.linqapp.com/api/resources/messages/methods/add_reaction/
     *
     * @param messageId The message.
     * @param operation Whether to react or to take a reaction back.
     * @param type How.
     * @param attachmentId The image of a sticker, uploaded ahead.
     * @param customEmoji The emoji of a `custom` reaction.
     * @param emoji The emoji that is the sticker.
     * @param partIndex Which part of the message, counted from 0; the first unless told otherwise.
     * @param placement Where a sticker goes, how large and how turned.
     * @param url The image of a sticker: the `download_url` of an upload.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun addReaction(
        messageId: String,
        operation: AddOrRemove,
        type: ReactionType,
        attachmentId: String? = null,
        customEmoji: String? = null,
        emoji: String? = null,
        partIndex: Long? = null,
        placement: StickerPlacement? = null,
        url: String? = null,
        options: CallOptions = CallOptions(),
    ): OperationAccepted =
        calls.reply<OperationAccepted>("messages.add_reaction", options) {
            put("message_id", messageId)
            put("operation", operation)
            put("type", type)
            put("attachment_id", attachmentId)
            put("custom_emoji", customEmoji)
            put("emoji", emoji)
            put("part_index", partIndex)
            put("placement", placement)
            put("url", url)
        }

    /**
     * Gives the thread that a message is in, a page at a time: the message that was answered first, and all answers. A
     * message that is in none is given alone.
     *
     * Officially `messages.list_messages_thread`, `GET /v3/messages/{message_id}/thread`:
     * https://docs.linqapp.com/api/resources/messages/methods/list_messages_thread/
     *
     * @param messageId Any message of the thread.
     * @param cursor Where the page starts: the `next_cursor` of the page before.
     * @param limit How many items a page holds: 1 to 100, 20 unless told otherwise.
     * @param order Which messages come first; the oldest unless told otherwise.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun thread(
        messageId: String,
        cursor: String? = null,
        limit: Long? = null,
        order: SortOrder? = null,
        options: CallOptions = CallOptions(),
    ): Page<Message> =
        calls.pageOf<Message>("messages", "messages.list_messages_thread", options) {
            put("message_id", messageId)
            put("cursor", cursor)
            put("limit", limit)
            put("order", order)
        }

    /**
     * Gives the thread that a message is in, a page at a time: the message that was answered first, and all answers. A
     * message that is in none is given alone.
     *
     * Everything from there to the end of the list, page after page as it is collected. A page that would be asked for
     * a second time ends it.
     *
     * Officially `messages.list_messages_thread`, `GET /v3/messages/{message_id}/thread`:
     * https://docs.linqapp.com/api/resources/messages/methods/list_messages_thread/
     *
     * @param messageId Any message of the thread.
     * @param cursor Where the page starts: the `next_cursor` of the page before.
     * @param limit How many items a page holds: 1 to 100, 20 unless told otherwise.
     * @param order Which messages come first; the oldest unless told otherwise.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public fun threadAll(
        messageId: String,
        cursor: String? = null,
        limit: Long? = null,
        order: SortOrder? = null,
        options: CallOptions = CallOptions(),
    ): Flow<Message> =
        itemsOf(cursor) { thread(messageId, it, limit, order, options) }

    /**
     * Shows other content on a card of an iMessage app that you sent, in place of the old.
     *
     * It counts as a new message, whose identifier the next update has to name. Refused with 409 until the card has
     * been sent (`message.sent`). The API takes no idempotency key for it: a call whose reply was lost is not repeated.
     *
     * Officially `messages.update_app_card`, `POST /v3/messages/{message_id}/update`:
     * https://docs.linqapp.com/api/resources/messages/methods/update_app_card/
     *
     * @param messageId The message that the card is.
     * @param layout What the card is to show.
     * @param app The app behind the card, which cannot change.
     * @param experience An action of an experience, in place of a `url`.
     * @param fallbackText What is shown where the card cannot be; the caption unless told otherwise.
     * @param interactive Whether recipients who have the app see its live view, which they do unless told otherwise,
     *     whatever was said of the card before.
     * @param url What the app is handed when the card is tapped.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun updateAppCard(
        messageId: String,
        layout: AppCardLayout,
        app: MessagesApp? = null,
        experience: ExperienceInvocation? = null,
        fallbackText: String? = null,
        interactive: Boolean? = null,
        url: String? = null,
        options: CallOptions = CallOptions(),
    ): MessageSendResponse =
        calls.reply<MessageSendResponse>("messages.update_app_card", options) {
            put("message_id", messageId)
            put("layout", layout)
            put("app", app)
            put("experience", experience)
            put("fallback_text", fallbackText)
            put("interactive", interactive)
            put("url", url)
        }

    /**
     * Moves, scales or turns a sticker that is on a message, for everybody in the chat. What is left out of the
     * placement stays as it is.
     *
     * Officially `messages.update_sticker_placement`, `PATCH /v3/messages/{message_id}/reactions/{reaction_id}`:
     * https://docs.linqapp.com/api/resources/messages/methods/update_sticker_placement/
     *
     * @param messageId The message.
     * @param reactionId The sticker: the `id` of the reaction that it is.
     * @param placement Where it goes, how large and how turned.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun updateStickerPlacement(
        messageId: String,
        reactionId: String,
        placement: StickerPlacement,
        options: CallOptions = CallOptions(),
    ): MessageUpdateStickerPlacementResponse =
        calls.reply<MessageUpdateStickerPlacementResponse>("messages.update_sticker_placement", options) {
            put("message_id", messageId)
            put("reaction_id", reactionId)
            put("placement", placement)
        }
}
