// ANCHOR: subscribe
import Foundation
import LinqClient

/// Subscribes to messages and new participants, and returns the secret that verifies deliveries.
func newSubscription(_ url: String, with linq: Linq) async throws -> Secret? {
    try await linq.webhookSubscriptions.create(
        subscribedEvents: [.messageReceived, .participantAdded], targetURL: url
    ).signingSecret
}
// ANCHOR_END: subscribe

// ANCHOR: receive
/// Receives deliveries on a server.
struct Hook {
    let receiver: WebhookReceiver
    let store: MemoryDedupStore  // for one process

    init(secret: String) throws {
        receiver = try WebhookReceiver(secrets: [secret])
        store = try MemoryDedupStore()
    }

    /// Returns the status to respond with. `body` is the raw body.
    func receive(_ headers: [String: String], _ body: Data) async -> Int {
        do {
            let event = try receiver.verify(headers: headers, body: body)
            let outcome = try await store.deduplicate(event.eventID) { try await process(event) }
            return outcome == .running ? 503 : 204  // an earlier delivery may still fail
        } catch {
            return (error as? LinqError)?.status ?? 500  // Linq redelivers the event after a 500
        }
    }
}
// ANCHOR_END: receive

// ANCHOR: handle
func process(_ event: WebhookEvent) async throws {
    switch event.data {
    case .messageReceived: print(event.message?.senderHandle ?? "", event.message?.text ?? "")
    case .participantAdded(let added): print(added.participant?.handle ?? "", "joined")
    default: print(event.eventType.rawValue)
    }
}
// ANCHOR_END: handle
