// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What is behind the messages of a chat.
public struct ChatsBackgroundResource: Sendable {
    let client: Linq

    /// Takes a chat's background away.
    ///
    /// `chats.background.remove`: see
    /// <https://docs.linqapp.com/api/resources/chats/subresources/background/methods/remove/>.
    ///
    /// - Parameters:
    ///   - chatId: The chat.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func remove(
        chatId: String,
        options: CallOptions = CallOptions()
    ) async throws {
        var arguments = Arguments()
        arguments.set("chat_id", chatId)
        try await client.callWithoutReply("chats.background.remove", arguments, options)
    }

    /// Puts a colour, an animation or a photo behind the messages of a chat, direct or group.
    ///
    /// The reply only says that it is queued. The outcome arrives as `chat.background_updated` or
    /// `chat.background_update_failed`; over RCS and SMS nothing happens and nothing arrives. A photo is fetched before
    /// the reply (codes 5006 and 5007).
    ///
    /// `chats.background.set`: see <https://docs.linqapp.com/api/resources/chats/subresources/background/methods/set/>.
    ///
    /// - Parameters:
    ///   - chatId: The chat.
    ///   - type: What kind it is.
    ///   - shades: The two colours of a custom gradient, top and bottom, such as `#F2C4E1`.
    ///   - imageUrl: A photo's address: an `https` URL of a JPEG, PNG, HEIC or WebP image.
    ///   - style: The animation: a sky, water or northern lights.
    ///   - variant: Which colour, or which kind of the animation. Without one, a colour is `custom`.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func set(
        chatId: String,
        type: ChatBackgroundType,
        shades: [String]? = nil,
        imageUrl: String? = nil,
        style: ChatBackgroundStyle? = nil,
        variant: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws {
        var arguments = Arguments()
        arguments.set("chat_id", chatId)
        arguments.set("type", type)
        arguments.set("shades", shades)
        arguments.set("image_url", imageUrl)
        arguments.set("style", style)
        arguments.set("variant", variant)
        try await client.callWithoutReply("chats.background.set", arguments, options)
    }
}
