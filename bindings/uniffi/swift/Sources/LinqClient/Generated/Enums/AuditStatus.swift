// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// How far an audit is.
///
/// A value that this version does not know is kept as it came.
public struct AuditStatus: OpenEnum {
    /// The report is being made: ask again.
    public static let pending = AuditStatus(rawValue: "pending")
    /// The report is there.
    public static let complete = AuditStatus(rawValue: "complete")
    /// There will be no report.
    public static let error = AuditStatus(rawValue: "error")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
