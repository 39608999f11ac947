import Foundation
internal import LinqFFI

/// A webhook event.
///
/// Delivery is at least once and in any order: use ``MemoryDedupStore`` to skip duplicates, and the timestamps in
/// ``data`` for the order.
public struct WebhookEvent: Hashable, Sendable {
    /// Identifier of the event, the same in every delivery.
    public let eventID: String
    /// Type of the event.
    public let eventType: EventType
    /// Time of creation.
    public let createdAt: Date?
    /// Trace identifier of the request that caused the event.
    public let traceID: String?
    /// Identifier of your account.
    public let partnerID: String?
    /// Version of the API, such as `v3`.
    public let apiVersion: String?
    /// Version of the payload, such as `2026-02-03`. If the payload has the shape of the other version, it is decoded
    /// as that one.
    public let webhookVersion: String?
    /// Payload, by the type of event.
    public let data: EventData
    /// The message, the same for both versions of the payload; only for `message.sent`, `.received`, `.read` and
    /// `.delivered`.
    public let message: MessageView?
    /// Identifier of the event's chat.
    public let chatID: String?
    /// True if the event is a message from a recipient; false if the payload does not say.
    public let isInbound: Bool
    /// True if an automatic reply is appropriate: the event is an inbound message, delivered live, that is not an
    /// opt-out.
    public let mayAutoReply: Bool
    /// The values of the payload that were skipped because they do not match the schema, at most 100.
    public let warnings: [DecodeWarning]
    /// Raw body of the delivery.
    public let raw: Data
    /// Index of the secret that the delivery was signed with, in the list of the ``WebhookReceiver``: shows when the old
    /// one of a rotation is no longer in use.
    public let secretIndex: Int

    /// Creates an event, for previews and tests. To test a receiver, sign a delivery with
    /// ``WebhookReceiver/sign(secret:id:at:body:)``.
    public init(
        eventID: String, eventType: EventType, createdAt: Date? = nil, traceID: String? = nil,
        partnerID: String? = nil, apiVersion: String? = nil, webhookVersion: String? = nil, data: EventData,
        message: MessageView? = nil, chatID: String? = nil, isInbound: Bool = false, mayAutoReply: Bool = false,
        warnings: [DecodeWarning] = [], raw: Data = Data(), secretIndex: Int = 0
    ) {
        self.eventID = eventID
        self.eventType = eventType
        self.createdAt = createdAt
        self.traceID = traceID
        self.partnerID = partnerID
        self.apiVersion = apiVersion
        self.webhookVersion = webhookVersion
        self.data = data
        self.message = message
        self.chatID = chatID
        self.isInbound = isInbound
        self.mayAutoReply = mayAutoReply
        self.warnings = warnings
        self.raw = raw
        self.secretIndex = secretIndex
    }

    init(_ verified: LinqFFI.VerifiedEvent, raw: Data) {
        eventID = verified.eventId
        eventType = EventType(rawValue: verified.eventType)
        createdAt = verified.createdAt
        traceID = verified.traceId
        partnerID = verified.partnerId
        apiVersion = verified.apiVersion
        webhookVersion = verified.webhookVersion
        data = EventPayload.read(verified, raw: raw)
        message = verified.message.flatMap {
            try? JSONDecoder.linq.decode(MessageView.self, from: Data($0.utf8))
        }
        chatID = verified.chatId
        isInbound = verified.isInbound
        mayAutoReply = verified.mayAutoReply
        warnings = verified.warnings.map(DecodeWarning.init)
        self.raw = raw
        secretIndex = Int(verified.secretIndex)
    }
}

extension WebhookEvent: CustomStringConvertible, CustomReflectable {
    /// Omits the body, which may contain signed URLs.
    public var description: String { "WebhookEvent(\(eventType), \(eventID))" }

    public var customMirror: Mirror {
        Mirror(
            self,
            children: ["eventID": eventID, "eventType": eventType, "createdAt": createdAt as Any, "data": data])
    }
}
