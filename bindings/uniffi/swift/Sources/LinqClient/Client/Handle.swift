internal import LinqFFI

/// A phone number or an e-mail address.
public enum Handle: Hashable, Sendable {
    /// An E.164 phone number, such as `+12052499136`.
    case phone(String)
    /// An e-mail address.
    case email(String)

    /// Parses a handle.
    ///
    /// - Throws: ``LinqError/invalidArgument(path:reason:)`` if the text is neither.
    public init(_ text: String) throws {
        let parsed = try LinqError.rethrowing { try LinqFFI.parseHandle(text: text) }
        switch parsed.kind {
        case .phone: self = .phone(parsed.value)
        case .email: self = .email(parsed.value)
        }
    }

    /// The handle, verbatim.
    public var value: String {
        switch self {
        case .phone(let value), .email(let value): value
        }
    }
}
