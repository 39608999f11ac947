use crate::{Cases, GUEST};
use linq_core::{Client, DryRun};

pub(crate) fn add(cases: &mut Cases, linq: &Client<DryRun>) {
    let blocked = linq.blocked_handles();
    cases.add("blocked_handles.list", [blocked.list().send()]);
    cases.add(
        "blocked_handles.block",
        [
            blocked.block(GUEST).send(),
            blocked.block("user@example.com").send(),
            blocked.block("262966").send(),
            blocked.block("MyBank").reason("advertisements").send(),
        ],
    );
    cases.add("blocked_handles.unblock", [blocked.unblock(GUEST).send()]);
}
