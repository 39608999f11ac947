internal import LinqFFI

/// The idempotency of a request, which decides whether it is retried.
public enum Idempotency: Sendable {
    /// Idempotent: it reads, or sets a state to a given value.
    case idempotent
    /// Idempotent by the header `Idempotency-Key`.
    case keyed
    /// Not idempotent: it may take effect twice.
    case notIdempotent

    var core: LinqFFI.Idempotency {
        switch self {
        case .idempotent: .idempotent
        case .keyed: .keyed
        case .notIdempotent: .notIdempotent
        }
    }
}
