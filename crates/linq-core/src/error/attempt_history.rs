/// The history of a call before its last attempt.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct AttemptHistory {
    /// True if the call is read-only, and so has no effect.
    pub(crate) reads_only: bool,
    /// True if an earlier attempt may have reached the server.
    pub(crate) reached_server: bool,
    /// True if an earlier attempt may have taken effect although it failed.
    pub(crate) may_have_taken_effect: bool,
}

impl AttemptHistory {
    /// Returns the history of a call without attempts.
    pub(crate) fn new(reads_only: bool) -> Self {
        Self {
            reads_only,
            ..Self::default()
        }
    }
}
