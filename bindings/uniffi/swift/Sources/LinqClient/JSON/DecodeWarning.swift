internal import LinqFFI

/// A value of a response or an event that was set aside, since it does not fit. Without the value, which may be private.
public struct DecodeWarning: Hashable, Sendable, CustomStringConvertible {
    /// Where it was, such as `messages[3].created_at`.
    public let path: String
    /// What was wrong with it, such as `not an RFC 3339 date-time`.
    public let problem: String

    /// Creates one, for previews and tests.
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
