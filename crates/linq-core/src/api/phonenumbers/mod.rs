//! Your lines by their old address, for what still uses it.

mod list;

pub use list::ListLegacyPhoneNumbers;

/// Your lines, deprecated: see [`Client::phone_numbers`](crate::Client::phone_numbers) instead.
#[derive(Clone, Copy, Debug)]
pub struct LegacyPhoneNumbers<'c, C> {
    transport: &'c C,
}

impl<'c, C> LegacyPhoneNumbers<'c, C> {
    pub(crate) fn new(transport: &'c C) -> Self {
        Self { transport }
    }
}
