use crate::{Cases, GUEST, LINE};
use linq_core::{Client, DryRun, model::LineType};

pub(crate) fn add(cases: &mut Cases, linq: &Client<DryRun>) {
    let filtered = linq
        .available_number()
        .retrieve()
        .exclude_from([LINE, GUEST])
        .to(["user+tag@example.com", GUEST])
        .r#type(LineType::Rcs);
    let without_recipients = linq.available_number().retrieve().to([""; 0]);
    cases.add(
        "available_number.retrieve",
        [
            linq.available_number().retrieve().send(),
            filtered.send(),
            without_recipients.send(),
        ],
    );
}
