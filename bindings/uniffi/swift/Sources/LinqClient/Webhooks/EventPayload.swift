import Foundation
internal import LinqFFI

/// The payload of a verified event, decoded by the type of event.
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

    /// Decodes the raw payload, or the payload without the values that do not match the schema: if core requires it, or
    /// if Foundation fails to decode the raw one.
    static func read(_ verified: LinqFFI.VerifiedEvent, raw: Data) -> EventData {
        let decoder = JSONDecoder.linq
        decoder.userInfo[.verified] = verified
        if verified.payload == nil, let envelope = try? decoder.decode(Envelope.self, from: raw) {
            return envelope.data?.data ?? .other(OtherEvent(json: .null, problem: verified.problem))
        }
        let clean =
            verified.payload ?? LinqFFI.readPayloadTolerantly(eventId: verified.eventId, json: verified.json) ?? "null"
        do {
            return try decoder.decode(EventPayload.self, from: Data(clean.utf8)).data
        } catch {
            let path = (error as? DecodingError)?.path ?? "."
            let data = path == "." ? "data" : "data.\(path)"
            let problem = verified.problem ?? "\(data): nested too deeply, or with a number out of range"
            return .other(OtherEvent(json: .null, problem: problem))
        }
    }

    /// The envelope of the payload; core has decoded its other fields.
    private struct Envelope: Decodable {
        let data: EventPayload?
    }
}

extension CodingUserInfoKey {
    /// The event of the payload.
    fileprivate static let verified = CodingUserInfoKey(rawValue: "verified")!
}

/// The payload of a message event, in the version that `?version=` in the subscription's URL selects.
public enum MessageEvent: Hashable, Sendable {
    /// Version `2026-02-03`.
    case v2026(MessageEventData)
    /// Version `2025-01-01`.
    case v2025(LegacyMessageEvent)

    init(isLegacy: Bool, from decoder: any Decoder) throws {
        self = isLegacy ? .v2025(try LegacyMessageEvent(from: decoder)) : .v2026(try MessageEventData(from: decoder))
    }
}

/// The payload of an event of a type unknown to this version, or one that is not an object.
///
/// The description omits the payload, which may contain a secret.
public struct OtherEvent: Hashable, Sendable {
    /// The raw payload; null if Foundation cannot decode it, for example an out-of-range number. ``WebhookEvent/raw``
    /// contains it in any case.
    public let json: JSONValue
    /// The reason why the payload could not be decoded; `nil` if only the type is unknown.
    public let problem: String?

    /// Creates a value for previews and tests.
    public init(json: JSONValue, problem: String? = nil) {
        self.json = json
        self.problem = problem
    }
}

extension OtherEvent: CustomStringConvertible, CustomReflectable {
    public var description: String { "OtherEvent(problem: \(problem ?? "nil"))" }
    public var customMirror: Mirror { Mirror(self, children: ["problem": problem as Any]) }
}
