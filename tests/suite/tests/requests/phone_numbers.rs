use crate::{Cases, GUEST, LINE};
use linq_core::{Change, Client, DryRun};

const LINE_ID: &str = "4d1a3e9c-5c57-4d7b-9f0c-0a8f2f4f6f11";
const AUDIT: &str = "9d1a3e9c-5c57-4d7b-9f0c-0a8f2f4f6f99";

pub(crate) fn add(cases: &mut Cases, linq: &Client<DryRun>) {
    let numbers = linq.phone_numbers();
    cases.add("phone_numbers.list", [numbers.list().send()]);
    cases.add(
        "phone_numbers.update",
        [
            numbers.update(LINE_ID, GUEST).send(),
            numbers.update(LINE_ID, Change::Clear).send(),
            numbers.update(LINE_ID, "").send(),
        ],
    );
    cases.add(
        "phone_numbers.start_reputation_audit",
        [numbers.start_reputation_audit(LINE).send()],
    );
    cases.add(
        "phone_numbers.get_reputation_audit",
        [numbers.reputation_audit(LINE, AUDIT).send()],
    );
    #[allow(deprecated)]
    let deprecated = linq.phonenumbers().list();
    cases.add("phonenumbers.list", [deprecated.send()]);
}
