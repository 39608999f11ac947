/// The idempotency of an operation: the effect of sending the same request twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Idempotency {
    /// The request only reads, and has no effect.
    ReadOnly,
    /// Idempotent: the request sets a state to a given value.
    Idempotent,
    /// Idempotent, since both requests have the same idempotency key.
    Keyed,
    /// Idempotent in its effect, but the second request may be *rejected* because the first succeeded.
    Convergent,
    /// Not idempotent: a second request may have a second effect. Not retried once it may have reached the server,
    /// unless the server asks for a retry.
    NotIdempotent,
}
