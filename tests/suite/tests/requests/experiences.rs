use crate::Cases;
use linq_core::{Client, DryRun};

pub(crate) fn add(cases: &mut Cases, linq: &Client<DryRun>) {
    let experiences = linq.experiences();
    cases.add("experiences.list", [experiences.list().send()]);
    cases.add(
        "experiences.retrieve",
        [experiences.retrieve("agentpay").send()],
    );
}
