internal import LinqFFI

/// What sending a request twice may do.
public enum Idempotency: Sendable {
    /// Nothing: it reads, or it sets a state to a given value.
    case idempotent
    /// Nothing, since both carry the same header `Idempotency-Key`.
    case keyed
    /// Two of what one should make.
    case notIdempotent

    var core: LinqFFI.Idempotency {
        switch self {
        case .idempotent: .idempotent
        case .keyed: .keyed
        case .notIdempotent: .notIdempotent
        }
    }
}
