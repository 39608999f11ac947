internal import LinqFFI

/// A phone number or an e-mail address.
public enum Handle: Hashable, Sendable {
    /// A phone number in E.164, such as `+12052499136`.
    case phone(String)
    /// An e-mail address.
    case email(String)

    /// Reads a handle.
    ///
    /// - Throws: ``LinqError/invalid(path:reason:)``, which says what is wrong with it.
    public init(_ text: String) throws {
        let parsed = try LinqError.translated { try LinqFFI.parseHandle(text: text) }
        switch parsed.kind {
        case .phone: self = .phone(parsed.value)
        case .email: self = .email(parsed.value)
        }
    }

    /// As it was given.
    public var value: String {
        switch self {
        case .phone(let value), .email(let value): value
        }
    }
}
