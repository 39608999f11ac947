use crate::{Cases, GUEST, LINE};
use linq_core::{Client, DryRun};

pub(crate) fn add(cases: &mut Cases, linq: &Client<DryRun>) {
    let capability = linq.capability();
    cases.add(
        "capability.check_i_message",
        [
            capability.check_imessage("user@example.com").send(),
            capability.check_imessage(GUEST).from(LINE).send(),
        ],
    );
    cases.add(
        "capability.check_RCS",
        [
            capability.check_rcs(GUEST).send(),
            capability.check_rcs(GUEST).from(LINE).send(),
        ],
    );
}
