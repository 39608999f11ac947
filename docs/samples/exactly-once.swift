// ANCHOR: key
import LinqClient

/// Tells a customer that an order has been shipped: once, however often this is called.
func notify(_ chatID: String, of order: Int, with linq: Linq) async throws {
    let options = CallOptions(idempotencyKey: "order-\(order)-shipped")
    try await linq.chats.messages.send(
        chatID: chatID, message: "Your order has been shipped.", options: options)
}
// ANCHOR_END: key

// ANCHOR: resume
/// Sends a text; if the outcome is unknown, once more under the same key.
func sendOnce(_ text: String, to chatID: String, with linq: Linq) async throws {
    do {
        try await linq.chats.messages.send(chatID: chatID, message: .text(text))
    } catch let error as LinqError where error.mayHaveTakenEffect {
        guard let key = error.idempotencyKey else { throw error }
        let options = CallOptions(idempotencyKey: key)
        try await linq.chats.messages.send(chatID: chatID, message: .text(text), options: options)
    }
}
// ANCHOR_END: resume
