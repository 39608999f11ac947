internal import LinqFFI

/// A value of a response or event that was skipped because it does not match the schema.
///
/// Does not contain the value, which may be private.
public struct DecodeWarning: Hashable, Sendable, CustomStringConvertible {
    /// Path of the value, such as `messages[3].created_at`.
    public let path: String
    /// The problem, such as `not an RFC 3339 date-time`.
    public let problem: String

    /// Creates a warning, for previews and tests.
    public init(path: String, problem: String) {
        self.path = path
        self.problem = problem
    }

    public var description: String { "\(path): \(problem)" }
}

extension DecodeWarning {
    init(_ warning: LinqFFI.DecodeWarning) {
        self.init(path: warning.path, problem: warning.problem)
    }
}
