import Foundation
internal import LinqFFI

/// One webhook event.
///
/// Delivery is at least once and in any order: remember ``eventId`` to pass over repeats, and go by the times in
/// ``data``.
public struct WebhookEvent: Sendable {
    /// The same on every delivery of this event.
    public let eventId: String
    /// What it is about.
    public let eventType: EventType
    /// When the event came into being.
    public let createdAt: Date?
    /// Ties the event to the call that caused it.
    public let traceId: String?
    /// Your account with Linq.
    public let partnerId: String?
    /// The version of the API, such as `v3`.
    public let apiVersion: String?
    /// The version of the payload, such as `2026-02-03`.
    public let webhookVersion: String?
    /// What happened.
    public let data: EventData
    /// The message in one form for both versions of the payload: of `message.sent`, `.received`, `.read` and
    /// `.delivered` only, and `nil` if it was not understood.
    public let message: MessageView?
    /// The whole event as it came, to be stored or passed on.
    public let raw: Data

    init(_ verified: LinqFFI.VerifiedEvent) {
        raw = Data(verified.json.utf8)
        let decoder = JSONDecoder.linq
        decoder.userInfo[.verified] = verified
        let envelope = (try? decoder.read(Envelope.self, from: raw)) ?? Envelope(unreadable: verified)
        eventId = verified.eventId
        eventType = EventType(rawValue: verified.eventType)
        createdAt = envelope.createdAt
        traceId = envelope.traceId
        partnerId = envelope.partnerId
        apiVersion = envelope.apiVersion
        webhookVersion = envelope.webhookVersion
        data = envelope.data
        message = verified.message.flatMap {
            try? JSONDecoder.linq.decode(MessageView.self, from: Data($0.utf8))
        }
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

/// What is around the payload, and the payload as core understood it.
private struct Envelope: Decodable {
    let createdAt: Date?
    let traceId: String?
    let partnerId: String?
    let apiVersion: String?
    let webhookVersion: String?
    let data: EventData

    /// What core has verified is an event, also if Foundation does not read it: it is nested too deeply, say.
    init(unreadable verified: LinqFFI.VerifiedEvent) {
        (createdAt, traceId, partnerId, apiVersion, webhookVersion) = (nil, nil, nil, nil, nil)
        data = .other(OtherEvent(json: .null, problem: verified.problem ?? "Foundation does not read it"))
    }

    /// No event is lost because of a field that it can do without.
    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: EventPayload.Field.self)
        createdAt = try? fields.decodeIfPresent(Date.self, forKey: .createdAt)
        traceId = try? fields.decodeIfPresent(String.self, forKey: .traceId)
        partnerId = try? fields.decodeIfPresent(String.self, forKey: .partnerId)
        apiVersion = try? fields.decodeIfPresent(String.self, forKey: .apiVersion)
        webhookVersion = try? fields.decodeIfPresent(String.self, forKey: .webhookVersion)
        let verified = decoder.userInfo[.verified] as? LinqFFI.VerifiedEvent
        let payload = EventPayload(fields: fields, isLegacy: verified?.isLegacy ?? false)
        guard let verified, verified.isKnown else {
            data = .other(try payload.whole(problem: verified?.problem))
            return
        }
        do {
            let type = EventType(rawValue: verified.eventType)
            data = try EventData.read(type, from: payload) ?? .other(payload.whole(problem: nil))
        } catch {
            // A number that is too large is no `DecodingError` here yet.
            data = .other(try payload.whole(problem: (error as? DecodingError)?.words ?? "a value was not understood"))
        }
    }
}

extension CodingUserInfoKey {
    /// What core found out about the event.
    fileprivate static let verified = CodingUserInfoKey(rawValue: "verified")!
}
