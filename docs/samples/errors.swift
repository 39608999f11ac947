// ANCHOR: handle
import LinqClient

/// Sends a text, and returns a message for the user.
func outcome(of text: String, in chatID: String, with linq: Linq) async throws -> String {
    do {
        try await linq.chats.messages.send(chatID: chatID, message: .text(text))
        return "Sent."
    } catch let error as LinqError where error.code == 2013 {
        return "You have left this chat."
    } catch LinqError.invalidArgument(let path, let reason) {
        return "Please correct \(path): \(reason)."
    } catch let error as LinqError where error.mayHaveTakenEffect {
        return "No response: it may or may not have been sent."
    } catch let error as LinqError {
        print(error, error.traceID ?? "")  // for Linq's support
        return "It was not sent."
    }
}
// ANCHOR_END: handle

// ANCHOR: options
/// Sends a text within 10 seconds, with at most 4 retries.
func sendSoon(_ text: String, to chatID: String, with linq: Linq) async throws {
    let options = CallOptions(maxRetries: 4, deadline: 10)
    try await linq.chats.messages.send(chatID: chatID, message: .text(text), options: options)
}
// ANCHOR_END: options
