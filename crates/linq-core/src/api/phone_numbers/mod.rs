//! Your lines.

mod list;

pub use list::ListPhoneNumbers;

/// Your lines: see [`Client::phone_numbers`](crate::Client::phone_numbers).
#[derive(Clone, Copy, Debug)]
pub struct PhoneNumbers<'c, C> {
    caller: &'c C,
}

impl<'c, C> PhoneNumbers<'c, C> {
    pub(crate) fn new(caller: &'c C) -> Self {
        Self { caller }
    }
}
