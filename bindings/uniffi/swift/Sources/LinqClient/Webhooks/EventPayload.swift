import Foundation
internal import LinqFFI

/// The payload of an event that core has verified, by the type of event.
struct EventPayload: Decodable {
    let data: EventData

    init(from decoder: any Decoder) throws {
        let verified = decoder.userInfo[.verified] as? LinqFFI.VerifiedEvent
        if let verified, verified.isKnown,
            let known = try EventData.read(
                EventType(rawValue: verified.eventType), isLegacy: verified.isLegacy, from: decoder)
        {
            data = known
        } else {
            data = .other(OtherEvent(json: try JSONValue(from: decoder), problem: verified?.problem))
        }
    }

    /// Reads the payload as it was delivered, or without what does not fit: where core says so, and where Foundation
    /// does not understand it.
    static func read(_ verified: LinqFFI.VerifiedEvent, raw: Data) -> EventData {
        let decoder = JSONDecoder.linq
        decoder.userInfo[.verified] = verified
        if verified.payload == nil, let envelope = try? decoder.decode(Envelope.self, from: raw) {
            return envelope.data?.data ?? .other(OtherEvent(json: .null, problem: verified.problem))
        }
        let clean =
            verified.payload ?? LinqFFI.readPayloadAgain(eventId: verified.eventId, json: verified.json) ?? "null"
        do {
            return try decoder.decode(EventPayload.self, from: Data(clean.utf8)).data
        } catch {
            let path = (error as? DecodingError)?.path ?? "."
            let problem = verified.problem ?? "\(path): nested too deeply, or with a number out of range"
            return .other(OtherEvent(json: .null, problem: problem))
        }
    }

    /// What is around the payload, which core has read.
    private struct Envelope: Decodable {
        let data: EventPayload?
    }
}

extension CodingUserInfoKey {
    /// The event that the payload is of.
    fileprivate static let verified = CodingUserInfoKey(rawValue: "verified")!
}

/// The payload of a message event, in the version that the subscription's URL asks for with `?version=`.
public enum MessageEvent: Hashable, Sendable {
    /// Version `2026-02-03`.
    case v2026(MessageEventData)
    /// Version `2025-01-01`.
    case v2025(LegacyMessageEvent)

    init(isLegacy: Bool, from decoder: any Decoder) throws {
        self = isLegacy ? .v2025(try LegacyMessageEvent(from: decoder)) : .v2026(try MessageEventData(from: decoder))
    }
}

/// The payload of an event of a type that this version does not know, or one that is not an object; whole.
///
/// Its description does not show it: what an unknown payload holds may be a secret.
public struct OtherEvent: Hashable, Sendable {
    /// The raw payload; null if Foundation does not read it, such as a number beyond all bounds. It is in
    /// ``WebhookEvent/raw`` in any case.
    public let json: JSONValue
    /// Why the payload was not understood; `nil` if only its type is not known.
    public let problem: String?
}

extension OtherEvent: CustomStringConvertible, CustomReflectable {
    public var description: String { "OtherEvent(problem: \(problem ?? "nil"))" }
    public var customMirror: Mirror { Mirror(self, children: ["problem": problem as Any]) }
}
