// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// How far an upload is.
///
/// A value that this version does not know is kept as it came.
public struct AttachmentStatus: OpenEnum {
    /// The file has not arrived yet.
    public static let pending = AttachmentStatus(rawValue: "pending")
    /// The file can be sent.
    public static let complete = AttachmentStatus(rawValue: "complete")
    /// The file was not taken.
    public static let failed = AttachmentStatus(rawValue: "failed")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
