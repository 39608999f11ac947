/// The `data` of an event, not read yet.
struct EventPayload {
    enum Field: String, CodingKey {
        case createdAt = "created_at"
        case traceId = "trace_id"
        case partnerId = "partner_id"
        case apiVersion = "api_version"
        case webhookVersion = "webhook_version"
        case data
    }

    let fields: KeyedDecodingContainer<Field>
    let isLegacy: Bool

    func decode<Payload: Decodable>(_ type: Payload.Type) throws -> Payload {
        try fields.decode(type, forKey: .data)
    }

    /// A message event's payload, in its version.
    func message() throws -> MessageEvent {
        if isLegacy {
            .v2025(try decode(LegacyMessageEvent.self))
        } else {
            .v2026(try decode(MessageEventData.self))
        }
    }

    func whole(problem: String?) throws -> OtherEvent {
        OtherEvent(json: try decode(JSONValue.self), problem: problem)
    }
}

/// The payload of a message event, in the version that the subscription's URL asks for with `?version=`.
public enum MessageEvent: Hashable, Sendable {
    /// Version `2026-02-03`.
    case v2026(MessageEventData)
    /// Version `2025-01-01`.
    case v2025(LegacyMessageEvent)
}

/// The payload of an event that this version does not understand, whole.
///
/// Its description does not show it: what an unknown payload holds may be a secret.
public struct OtherEvent: Hashable, Sendable {
    /// The payload as it came; null if Foundation does not read it, such as a number beyond all bounds. It is in
    /// ``WebhookEvent/raw`` in any case.
    public let json: JSONValue
    /// Why the payload of a type that this version knows was not understood.
    public let problem: String?
}

extension OtherEvent: CustomStringConvertible, CustomReflectable {
    public var description: String { "OtherEvent(problem: \(problem ?? "none"))" }
    public var customMirror: Mirror { Mirror(self, children: ["problem": problem as Any]) }
}
