// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// How far a message got.
///
/// A value that this version does not know is kept as it came.
public struct DeliveryStatus: OpenEnum {
    /// Taken on.
    public static let pending = DeliveryStatus(rawValue: "pending")
    /// Waiting to be sent.
    public static let queued = DeliveryStatus(rawValue: "queued")
    /// Sent.
    public static let sent = DeliveryStatus(rawValue: "sent")
    /// Arrived at the recipient.
    public static let delivered = DeliveryStatus(rawValue: "delivered")
    /// Arrived from the other side.
    public static let received = DeliveryStatus(rawValue: "received")
    /// Read by the recipient.
    public static let read = DeliveryStatus(rawValue: "read")
    /// Not sent.
    public static let failed = DeliveryStatus(rawValue: "failed")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
