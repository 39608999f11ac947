import Foundation
internal import LinqFFI

/// A receiver of webhook deliveries, which verifies their signatures.
///
/// ```swift
/// let receiver = try WebhookReceiver(secrets: [secret])
/// let event = try receiver.verify(headers: request.headers, body: request.body)
/// switch event.data {
/// case .messageReceived: print(event.message?.text ?? "")
/// default: break
/// }
/// ```
public final class WebhookReceiver: Sendable {
    private let verifier: LinqFFI.WebhookReceiver

    /// Creates a receiver of deliveries that are signed with any of these secrets.
    ///
    /// - Parameters:
    ///   - secrets: The `signingSecret`s of subscriptions, at least one. A secret that is not base64 verifies legacy
    ///     signatures only.
    ///   - tolerance: Maximum seconds between a delivery's timestamp and the clock; 300 by default.
    /// - Throws: ``LinqError/invalidArgument(path:reason:)`` if there is no secret, or one is invalid.
    public init(secrets: [String], tolerance: TimeInterval? = nil) throws {
        let tolerance = try Checked.seconds("tolerance", tolerance)
        verifier = try LinqError.rethrowing {
            try LinqFFI.WebhookReceiver(secrets: secrets, tolerance: tolerance)
        }
    }

    /// Verifies the signature of a delivery and returns its event.
    ///
    /// - Parameters:
    ///   - headers: All headers of the delivery; names are case-insensitive.
    ///   - body: The raw body.
    ///   - now: The current time.
    /// - Throws: ``LinqError/webhook(detail:status:)``, with the status to respond with;
    ///   ``LinqError/invalidArgument(path:reason:)`` if the year of `now` does not have four digits.
    public func verify(headers: [HTTPHeader], body: Data, now: Date = Date()) throws -> WebhookEvent {
        let now = try Checked.date("now", now)
        let verified = try LinqError.rethrowing {
            try verifier.verify(headers: headers.map(\.core), body: body, now: now)
        }
        return WebhookEvent(verified, raw: body)
    }

    /// Verifies the signature of a delivery, with one value for each header, and returns its event.
    public func verify(headers: [String: String], body: Data, now: Date = Date()) throws -> WebhookEvent {
        try verify(headers: headers.map { HTTPHeader(name: $0.key, value: $0.value) }, body: body, now: now)
    }

    /// Returns the headers of a signed delivery of `body`, for tests of a receiver.
    ///
    /// - Throws: ``LinqError/invalidArgument(path:reason:)`` if the secret is invalid, or the year of the date does not
    ///   have four digits.
    public static func sign(secret: String, id: String, at date: Date, body: Data) throws -> [HTTPHeader] {
        let date = try Checked.date("date", date)
        return try LinqError.rethrowing {
            try LinqFFI.signWebhook(secret: secret, id: id, at: date, body: body).map(HTTPHeader.init)
        }
    }
}

extension WebhookReceiver: CustomStringConvertible, CustomReflectable {
    public var description: String { "WebhookReceiver" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
