use crate::Cases;
use linq_core::{Client, DryRun};

pub(crate) fn add(cases: &mut Cases, linq: &Client<DryRun>) {
    cases.add("phone_numbers.list", [linq.phone_numbers().list().send()]);
}
