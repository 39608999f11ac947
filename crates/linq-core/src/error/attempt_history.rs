/// What is known of a call apart from its last attempt.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct AttemptHistory {
    /// Whether the call has no effect at all.
    pub(crate) reads_only: bool,
    /// Whether an earlier attempt may have come to the server.
    pub(crate) reached_server: bool,
    /// Whether an earlier attempt may have been carried out although the caller saw no success.
    pub(crate) may_have_taken_effect: bool,
}

impl AttemptHistory {
    /// That of a call that has not been tried yet.
    pub(crate) fn new(reads_only: bool) -> Self {
        Self {
            reads_only,
            ..Self::default()
        }
    }
}
