//! The best line to send from at the moment.

mod retrieve;

pub use retrieve::RetrieveAvailableNumber;

/// The available-number resource: see [`Client::available_number`](crate::Client::available_number).
#[derive(Clone, Copy, Debug)]
pub struct AvailableNumber<'c, C> {
    transport: &'c C,
}

impl<'c, C> AvailableNumber<'c, C> {
    pub(crate) fn new(transport: &'c C) -> Self {
        Self { transport }
    }
}
