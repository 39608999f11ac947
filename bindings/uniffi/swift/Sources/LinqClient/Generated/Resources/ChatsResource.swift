// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Conversations, direct and group.
public struct ChatsResource: Sendable {
    let client: Linq

    /// What is behind the messages of a chat.
    public var background: ChatsBackgroundResource { ChatsBackgroundResource(client: client) }

    /// Where the people of a chat are.
    public var location: ChatsLocationResource { ChatsLocationResource(client: client) }

    /// The messages of a chat.
    public var messages: ChatsMessagesResource { ChatsMessagesResource(client: client) }

    /// Who is in a group chat.
    public var participants: ChatsParticipantsResource { ChatsParticipantsResource(client: client) }

    /// New polls in a chat.
    public var polls: ChatsPollsResource { ChatsPollsResource(client: client) }

    /// The typing indicator of a chat.
    public var typing: ChatsTypingResource { ChatsTypingResource(client: client) }

    /// Starts a chat with its first message: one recipient makes a direct chat, two or more a group.
    ///
    /// A chat is known by its line and the exact set of its recipients: asked for again, the existing one is returned
    /// and the message is sent into it. A group with a name is left out of that, and so is one that you left.
    ///
    /// The first message must hold no link. Most carriers cap an SMS or MMS group at 20 people, some at 10.
    ///
    /// `chats.create`: see <https://docs.linqapp.com/api/resources/chats/methods/create/>.
    ///
    /// - Parameters:
    ///   - from: The line that sends, one of yours.
    ///   - to: Who is to be in the chat besides you: 1 to 31 phone numbers or e-mail addresses.
    ///   - message: The first message.
    ///   - overrideOptout: Sends although the recipient opted out (code 2024). Only with their renewed consent.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func create(
        from: String,
        to: [String],
        message: MessageContent,
        overrideOptout: Bool? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> ChatCreateResponse {
        var arguments = Arguments()
        arguments.set("from", from)
        arguments.set("to", to)
        arguments.set("message", message)
        arguments.set("override_optout", overrideOptout)
        return try await client.call("chats.create", arguments, options)
    }

    /// Gives a chat as it is now.
    ///
    /// `chats.retrieve`: see <https://docs.linqapp.com/api/resources/chats/methods/retrieve/>.
    ///
    /// - Parameters:
    ///   - chatId: The chat.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func retrieve(
        chatId: String,
        options: CallOptions = CallOptions()
    ) async throws -> Chat {
        var arguments = Arguments()
        arguments.set("chat_id", chatId)
        return try await client.call("chats.retrieve", arguments, options)
    }

    /// Gives a group another name or icon; at least one of the two.
    ///
    /// The reply only says that the change is queued. Its outcome arrives as `chat.group_name_updated`,
    /// `chat.group_icon_updated`, or their `_failed` twins. A direct chat is refused (code 1006).
    ///
    /// `chats.update`: see <https://docs.linqapp.com/api/resources/chats/methods/update/>.
    ///
    /// - Parameters:
    ///   - chatId: The group.
    ///   - displayName: The name that every member sees.
    ///   - groupChatIcon: The public `https` URL of the image that every member sees.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func update(
        chatId: String,
        displayName: String? = nil,
        groupChatIcon: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> ChatUpdateResponse {
        var arguments = Arguments()
        arguments.set("chat_id", chatId)
        arguments.set("display_name", displayName)
        arguments.set("group_chat_icon", groupChatIcon)
        return try await client.call("chats.update", arguments, options)
    }

    /// Takes your own line out of a group of four or more, yourself included.
    ///
    /// The reply only says that it is queued; `participant.removed` follows. After that every call about the chat is
    /// refused (code 2013) until a member adds you back.
    ///
    /// `chats.leave_chat`: see <https://docs.linqapp.com/api/resources/chats/methods/leave_chat/>.
    ///
    /// - Parameters:
    ///   - chatId: The group.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func leave(
        chatId: String,
        options: CallOptions = CallOptions()
    ) async throws -> OperationAccepted {
        var arguments = Arguments()
        arguments.set("chat_id", chatId)
        return try await client.call("chats.leave_chat", arguments, options)
    }

    /// Gives your chats, a page at a time.
    ///
    /// `chats.list_chats`: see <https://docs.linqapp.com/api/resources/chats/methods/list_chats/>.
    ///
    /// - Parameters:
    ///   - cursor: Where the page starts: the `next_cursor` of the page before.
    ///   - from: Only chats of this line of yours.
    ///   - limit: How many items a page holds: 1 to 100, 20 unless told otherwise.
    ///   - to: Only chats that this phone number or e-mail address is in.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Returns: All items, page after page as they are needed; nothing is sent before.
    public func list(
        cursor: String? = nil,
        from: String? = nil,
        limit: Int? = nil,
        to: String? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedList<Chat> {
        var arguments = Arguments()
        arguments.set("cursor", cursor)
        arguments.set("from", from)
        arguments.set("limit", limit)
        arguments.set("to", to)
        return PagedList(client, "chats.list_chats", arguments, options)
    }

    /// Marks every message of a chat as read.
    ///
    /// Over iMessage the other side of a direct chat sees it. There are no receipts in groups, nor over SMS.
    ///
    /// `chats.mark_as_read`: see <https://docs.linqapp.com/api/resources/chats/methods/mark_as_read/>.
    ///
    /// - Parameters:
    ///   - chatId: The chat.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func markAsRead(
        chatId: String,
        options: CallOptions = CallOptions()
    ) async throws {
        var arguments = Arguments()
        arguments.set("chat_id", chatId)
        try await client.callWithoutReply("chats.mark_as_read", arguments, options)
    }

    /// Sends a sound as a voice memo that iMessage plays in the chat, instead of as a file.
    ///
    /// The API takes no idempotency key for it: a call whose reply was lost is not repeated.
    ///
    /// `chats.send_voicememo`: see <https://docs.linqapp.com/api/resources/chats/methods/send_voicememo/>.
    ///
    /// - Parameters:
    ///   - chatId: The chat.
    ///   - attachmentId: A sound that was uploaded ahead; either this or `voice_memo_url`.
    ///   - overrideOptout: Sends although the recipient opted out (code 2024). Only with their renewed consent.
    ///   - voiceMemoUrl: Where the server downloads the sound: an `https` URL that needs no login.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func sendVoiceMemo(
        chatId: String,
        attachmentId: String? = nil,
        overrideOptout: Bool? = nil,
        voiceMemoUrl: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> ChatSendVoicememoResponse {
        var arguments = Arguments()
        arguments.set("chat_id", chatId)
        arguments.set("attachment_id", attachmentId)
        arguments.set("override_optout", overrideOptout)
        arguments.set("voice_memo_url", voiceMemoUrl)
        return try await client.call("chats.send_voicememo", arguments, options)
    }

    /// Shares your line's contact card (name and photo) with a chat.
    ///
    /// Once every five minutes a chat; more is refused (code 1007).
    ///
    /// `chats.share_contact_card`: see <https://docs.linqapp.com/api/resources/chats/methods/share_contact_card/>.
    ///
    /// - Parameters:
    ///   - chatId: The chat.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func shareContactCard(
        chatId: String,
        options: CallOptions = CallOptions()
    ) async throws {
        var arguments = Arguments()
        arguments.set("chat_id", chatId)
        try await client.callWithoutReply("chats.share_contact_card", arguments, options)
    }
}
