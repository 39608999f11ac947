internal import LinqFFI

/// What sending a request twice may do.
public enum Repetition: Sendable {
    /// Nothing: it reads, or it sets a state to a given value.
    case harmless
    /// Nothing, since both carry the same header `Idempotency-Key`.
    case keyed
    /// Two of what one should make.
    case duplicating

    var core: LinqFFI.Repeat {
        switch self {
        case .harmless: .harmless
        case .keyed: .keyed
        case .duplicating: .duplicating
        }
    }
}
