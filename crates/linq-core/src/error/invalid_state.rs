/// The error of a driver that violates the contract of a state machine, such as a step after the last one.
///
/// Only a mistake in the program causes it, never an argument, a response or a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("invalid state: {0}")]
pub struct InvalidState(&'static str);

impl InvalidState {
    pub(crate) const fn new(problem: &'static str) -> Self {
        Self(problem)
    }
}
