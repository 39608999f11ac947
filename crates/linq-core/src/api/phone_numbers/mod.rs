//! Your lines: phone numbers assigned to your account.

mod list;
mod reputation_audit;
mod start_reputation_audit;
mod update;

pub use list::ListPhoneNumbers;
pub use reputation_audit::RetrieveReputationAudit;
pub use start_reputation_audit::StartReputationAudit;
pub use update::UpdatePhoneNumber;

/// The phone-numbers resource: see [`Client::phone_numbers`](crate::Client::phone_numbers).
#[derive(Clone, Copy, Debug)]
pub struct PhoneNumbers<'c, C> {
    transport: &'c C,
}

impl<'c, C> PhoneNumbers<'c, C> {
    pub(crate) fn new(transport: &'c C) -> Self {
        Self { transport }
    }
}
