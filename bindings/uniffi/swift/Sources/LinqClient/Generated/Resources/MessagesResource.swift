// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Messages, whichever their chat.
public struct MessagesResource: Sendable {
    let client: Linq

    /// A poll that was sent.
    public var poll: MessagesPollResource { MessagesPollResource(client: client) }

    /// Sends a message to one or more recipients, on a line and into a chat that Linq chooses.
    ///
    /// If these recipients have a chat on a line that can send, the message goes there; if they have none, a chat is
    /// started on the best line; if theirs are on lines that cannot send, a chat is started on another one. The reply
    /// says which. Unlike that of `linq.chats.create`, a first message may hold a link, though it puts the line at
    /// risk.
    ///
    /// Every send carries an idempotency key in its message, yours or a fresh one. Yours may be given as the message's
    /// own or as the operation's; two different ones are refused.
    ///
    /// `messages.create`: see <https://docs.linqapp.com/api/resources/messages/methods/create/>.
    ///
    /// - Parameters:
    ///   - to: To whom: 1 to 31 phone numbers or e-mail addresses, in any order.
    ///   - message: What to send.
    ///   - excludeFrom: Lines that are not to be chosen for a new chat. One that is there already stays on its line.
    ///   - continuationMessage: What to send instead if the recipients had a chat on a line that cannot send any more:
    ///     they hear from a number that is new to them.
    ///   - overrideOptout: Sends although the recipient opted out (code 2024). Only with their renewed consent.
    ///   - idempotencyKey: What makes a repeated send harmless; made by the client if absent. It is put into the
    ///     message too, where the API looks first.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func create(
        to: [String],
        message: MessageContent,
        excludeFrom: [String]? = nil,
        continuationMessage: ContinuationMessage? = nil,
        overrideOptout: Bool? = nil,
        idempotencyKey: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> MessageCreateResponse {
        var arguments = Arguments()
        arguments.set("to", to)
        arguments.set("message", message)
        arguments.set("exclude_from", excludeFrom)
        arguments.set("continuation_message", continuationMessage)
        arguments.set("override_optout", overrideOptout)
        arguments.set("idempotency_key", idempotencyKey)
        return try await client.call("messages.create", arguments, options)
    }

    /// Gives a message as it is now, reactions included.
    ///
    /// `messages.retrieve`: see <https://docs.linqapp.com/api/resources/messages/methods/retrieve/>.
    ///
    /// - Parameters:
    ///   - messageId: The message.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func retrieve(
        messageId: String,
        options: CallOptions = CallOptions()
    ) async throws -> Message {
        var arguments = Arguments()
        arguments.set("message_id", messageId)
        return try await client.call("messages.retrieve", arguments, options)
    }

    /// Edits the text of a message that you sent: up to 5 times, within 15 minutes of sending it.
    ///
    /// Returns the message; `nil` if it has been deleted.
    ///
    /// `messages.update`: see <https://docs.linqapp.com/api/resources/messages/methods/update/>.
    ///
    /// - Parameters:
    ///   - messageId: The message.
    ///   - text: The new words, 1 to 10,000 characters.
    ///   - partIndex: Which of its parts, counted from 0; the first unless told otherwise.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func update(
        messageId: String,
        text: String,
        partIndex: Int? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> Message? {
        var arguments = Arguments()
        arguments.set("message_id", messageId)
        arguments.set("text", text)
        arguments.set("part_index", partIndex)
        return try await client.callForOptional("messages.update", arguments, options)
    }

    /// Deletes a message from Linq's records. Its recipients still have it.
    ///
    /// Its idempotency key is used up: sending with it again is refused with 404.
    ///
    /// `messages.delete`: see <https://docs.linqapp.com/api/resources/messages/methods/delete/>.
    ///
    /// - Parameters:
    ///   - messageId: The message.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func delete(
        messageId: String,
        options: CallOptions = CallOptions()
    ) async throws {
        var arguments = Arguments()
        arguments.set("message_id", messageId)
        try await client.callWithoutReply("messages.delete", arguments, options)
    }

    /// Reacts to a message, or takes a reaction back.
    ///
    /// The reply only says that it is queued. A reaction whose reply was lost is not repeated: stickers stack.
    ///
    /// `messages.add_reaction`: see <https://docs.linqapp.com/api/resources/messages/methods/add_reaction/>.
    ///
    /// - Parameters:
    ///   - messageId: The message.
    ///   - operation: Whether to react or to take a reaction back.
    ///   - type: How.
    ///   - attachmentId: The image of a sticker, uploaded ahead.
    ///   - customEmoji: The emoji of a `custom` reaction.
    ///   - emoji: The emoji that is the sticker.
    ///   - partIndex: Which part of the message, counted from 0; the first unless told otherwise.
    ///   - placement: Where a sticker goes, how large and how turned.
    ///   - url: The image of a sticker: the `download_url` of an upload.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func addReaction(
        messageId: String,
        operation: AddOrRemove,
        type: ReactionType,
        attachmentId: String? = nil,
        customEmoji: String? = nil,
        emoji: String? = nil,
        partIndex: Int? = nil,
        placement: StickerPlacement? = nil,
        url: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> OperationAccepted {
        var arguments = Arguments()
        arguments.set("message_id", messageId)
        arguments.set("operation", operation)
        arguments.set("type", type)
        arguments.set("attachment_id", attachmentId)
        arguments.set("custom_emoji", customEmoji)
        arguments.set("emoji", emoji)
        arguments.set("part_index", partIndex)
        arguments.set("placement", placement)
        arguments.set("url", url)
        return try await client.call("messages.add_reaction", arguments, options)
    }

    /// Gives the thread that a message is in, a page at a time: the message that was answered first, and all answers. A
    /// message that is in none is given alone.
    ///
    /// `messages.list_messages_thread`: see
    /// <https://docs.linqapp.com/api/resources/messages/methods/list_messages_thread/>.
    ///
    /// - Parameters:
    ///   - messageId: Any message of the thread.
    ///   - cursor: Where the page starts: the `next_cursor` of the page before.
    ///   - limit: How many items a page holds: 1 to 100, 20 unless told otherwise.
    ///   - order: Which messages come first; the oldest unless told otherwise.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Returns: All items, page after page as they are needed; nothing is sent before.
    public func thread(
        messageId: String,
        cursor: String? = nil,
        limit: Int? = nil,
        order: SortOrder? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedList<Message> {
        var arguments = Arguments()
        arguments.set("message_id", messageId)
        arguments.set("cursor", cursor)
        arguments.set("limit", limit)
        arguments.set("order", order)
        return PagedList(client, "messages.list_messages_thread", arguments, options)
    }

    /// Shows other content on a card of an iMessage app that you sent, in place of the old.
    ///
    /// It counts as a new message, whose identifier the next update has to name. Refused with 409 until the card has
    /// been sent (`message.sent`). The API takes no idempotency key for it: a call whose reply was lost is not
    /// repeated.
    ///
    /// `messages.update_app_card`: see <https://docs.linqapp.com/api/resources/messages/methods/update_app_card/>.
    ///
    /// - Parameters:
    ///   - messageId: The message that the card is.
    ///   - layout: What the card is to show.
    ///   - app: The app behind the card, which cannot change.
    ///   - experience: An action of an experience, in place of a `url`.
    ///   - fallbackText: What is shown where the card cannot be; the caption unless told otherwise.
    ///   - interactive: Whether recipients who have the app see its live view, which they do unless told otherwise,
    ///     whatever was said of the card before.
    ///   - url: What the app is handed when the card is tapped.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func updateAppCard(
        messageId: String,
        layout: AppCardLayout,
        app: MessagesApp? = nil,
        experience: ExperienceInvocation? = nil,
        fallbackText: String? = nil,
        interactive: Bool? = nil,
        url: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> MessageSendResponse {
        var arguments = Arguments()
        arguments.set("message_id", messageId)
        arguments.set("layout", layout)
        arguments.set("app", app)
        arguments.set("experience", experience)
        arguments.set("fallback_text", fallbackText)
        arguments.set("interactive", interactive)
        arguments.set("url", url)
        return try await client.call("messages.update_app_card", arguments, options)
    }

    /// Moves, scales or turns a sticker that is on a message, for everybody in the chat. What is left out of the
    /// placement stays as it is.
    ///
    /// `messages.update_sticker_placement`: see
    /// <https://docs.linqapp.com/api/resources/messages/methods/update_sticker_placement/>.
    ///
    /// - Parameters:
    ///   - messageId: The message.
    ///   - reactionId: The sticker: the `id` of the reaction that it is.
    ///   - placement: Where it goes, how large and how turned.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func updateStickerPlacement(
        messageId: String,
        reactionId: String,
        placement: StickerPlacement,
        options: CallOptions = CallOptions()
    ) async throws -> MessageUpdateStickerPlacementResponse {
        var arguments = Arguments()
        arguments.set("message_id", messageId)
        arguments.set("reaction_id", reactionId)
        arguments.set("placement", placement)
        return try await client.call("messages.update_sticker_placement", arguments, options)
    }
}
