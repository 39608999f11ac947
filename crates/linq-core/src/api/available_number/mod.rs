//! The line that is best to send from now.

mod retrieve;

pub use retrieve::RetrieveAvailableNumber;

/// The choice of a line: see [`Client::available_number`](crate::Client::available_number).
#[derive(Clone, Copy, Debug)]
pub struct AvailableNumber<'c, C> {
    transport: &'c C,
}

impl<'c, C> AvailableNumber<'c, C> {
    pub(crate) fn new(transport: &'c C) -> Self {
        Self { transport }
    }
}
