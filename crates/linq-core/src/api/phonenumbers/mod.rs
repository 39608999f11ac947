//! Your lines at the deprecated endpoint `/v3/phonenumbers`.

mod list;

pub use list::ListLegacyPhoneNumbers;

/// The deprecated phone-numbers resource: use [`Client::phone_numbers`](crate::Client::phone_numbers) instead.
#[derive(Clone, Copy, Debug)]
pub struct LegacyPhoneNumbers<'c, C> {
    transport: &'c C,
}

impl<'c, C> LegacyPhoneNumbers<'c, C> {
    pub(crate) fn new(transport: &'c C) -> Self {
        Self { transport }
    }
}
