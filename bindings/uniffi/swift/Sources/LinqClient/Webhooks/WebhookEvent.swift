import Foundation
internal import LinqFFI

/// One webhook event.
///
/// Delivery is at least once and in any order: let ``MemoryDedupStore`` skip duplicates, and go by the times in ``data``.
public struct WebhookEvent: Sendable {
    /// The same on every delivery of this event.
    public let eventId: String
    /// The type of event.
    public let eventType: EventType
    /// When the event was created.
    public let createdAt: Date?
    /// Ties the event to the call that caused it.
    public let traceId: String?
    /// Your account with Linq.
    public let partnerId: String?
    /// The version of the API, such as `v3`.
    public let apiVersion: String?
    /// The version of the payload, such as `2026-02-03`. Where it disagrees with the payload's shape, the shape decides.
    public let webhookVersion: String?
    /// What happened.
    public let data: EventData
    /// The message in one form for both versions of the payload; of `message.sent`, `.received`, `.read` and
    /// `.delivered` only.
    public let message: MessageView?
    /// The chat that the event is about.
    public let chatId: String?
    /// Whether this is a message from the other side; false also where the payload does not say.
    public let isInbound: Bool
    /// Whether an automatic answer is in order: to an inbound message that was delivered live and does not opt out.
    public let mayAutoReply: Bool
    /// The values of the payload that were set aside, since they do not fit; at most 100.
    public let warnings: [DecodeWarning]
    /// The raw body of the delivery, to be stored or passed on.
    public let raw: Data

    init(_ verified: LinqFFI.VerifiedEvent, raw: Data) {
        eventId = verified.eventId
        eventType = EventType(rawValue: verified.eventType)
        createdAt = verified.createdAt
        traceId = verified.traceId
        partnerId = verified.partnerId
        apiVersion = verified.apiVersion
        webhookVersion = verified.webhookVersion
        data = EventPayload.read(verified, raw: raw)
        message = verified.message.flatMap {
            try? JSONDecoder.linq.decode(MessageView.self, from: Data($0.utf8))
        }
        chatId = verified.chatId
        isInbound = verified.isInbound
        mayAutoReply = verified.mayAutoReply
        warnings = verified.warnings.map(DecodeWarning.init)
        self.raw = raw
    }
}

extension WebhookEvent: CustomStringConvertible, CustomReflectable {
    /// Without the body, which may hold signed addresses.
    public var description: String { "WebhookEvent(\(eventType), \(eventId))" }

    public var customMirror: Mirror {
        Mirror(
            self,
            children: ["eventId": eventId, "eventType": eventType, "createdAt": createdAt as Any, "data": data])
    }
}
