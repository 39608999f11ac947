import Foundation
internal import LinqFFI

/// Tells webhook deliveries that Linq signed from all others.
///
/// ```swift
/// let receiver = try WebhookReceiver(secrets: [secret])
/// let event = try receiver.unwrap(headers: request.headers, body: request.body)
/// switch event.data {
/// case .messageReceived: print(event.message?.text ?? "")
/// default: break
/// }
/// ```
public final class WebhookReceiver: Sendable {
    private let verifier: LinqFFI.WebhookReceiver

    /// Accepts what was signed with any of these secrets; there has to be one.
    ///
    /// - Parameters:
    ///   - secrets: The `signingSecret`s of subscriptions. One that is not base64 checks legacy signatures only.
    ///   - tolerance: How many seconds a timestamp may be off; 300 unless told otherwise.
    /// - Throws: ``LinqError/invalid(path:reason:)`` if a secret is none.
    public init(secrets: [String], tolerance: TimeInterval? = nil) throws {
        let tolerance = try Checked.seconds("tolerance", tolerance)
        verifier = try LinqError.translated {
            try LinqFFI.WebhookReceiver(secrets: secrets, tolerance: tolerance)
        }
    }

    /// Checks a delivery and gives its event.
    ///
    /// - Parameters:
    ///   - headers: All headers of the delivery, names in any case.
    ///   - body: Its bytes as they came.
    ///   - now: The present time.
    /// - Throws: ``LinqError/webhook(detail:status:)``, which says what to answer; ``LinqError/invalid(path:reason:)``
    ///   if `now` is in no year of four digits.
    public func unwrap(headers: [HTTPHeader], body: Data, now: Date = Date()) throws -> WebhookEvent {
        let now = try Checked.date("now", now)
        let verified = try LinqError.translated {
            try verifier.unwrap(headers: headers.map(\.core), body: body, now: now)
        }
        return WebhookEvent(verified, raw: body)
    }

    /// The same with headers by name.
    public func unwrap(headers: [String: String], body: Data, now: Date = Date()) throws -> WebhookEvent {
        try unwrap(headers: headers.map { HTTPHeader(name: $0.key, value: $0.value) }, body: body, now: now)
    }

    /// The headers that Linq would deliver `body` with: for tests of a receiver.
    ///
    /// - Throws: ``LinqError/invalid(path:reason:)`` if the secret is none, or the date is in no year of four digits.
    public static func sign(secret: String, id: String, at date: Date, body: Data) throws -> [HTTPHeader] {
        let date = try Checked.date("date", date)
        return try LinqError.translated {
            try LinqFFI.signWebhook(secret: secret, id: id, at: date, body: body).map(HTTPHeader.init)
        }
    }
}

extension WebhookReceiver: CustomStringConvertible, CustomReflectable {
    public var description: String { "WebhookReceiver" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
