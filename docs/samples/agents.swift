// ANCHOR: reply
import LinqClient

/// Replies to an inbound message, once. `think` is the agent.
func reply(
    to event: WebhookEvent, with linq: Linq, _ store: MemoryDedupStore,
    think: @escaping @Sendable (String) async throws -> String
) async throws {
    _ = try await store.deduplicate(event.eventID) {
        // False for your own messages, opt-outs, and messages that were recovered later.
        guard event.mayAutoReply, let chatID = event.chatID else { return }
        try await linq.chats.typing.start(chatID: chatID)
        let text = try await think(event.message?.text ?? "")
        // The key sends the reply once, even if the event is handled a second time.
        let options = CallOptions(idempotencyKey: event.eventID)
        try await linq.chats.messages.send(chatID: chatID, message: .text(text), options: options)
    }
}
// ANCHOR_END: reply
