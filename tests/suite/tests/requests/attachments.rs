use crate::{ATTACHMENT, Cases};
use linq_core::{Client, DryRun, model::SupportedContentType};

pub(crate) fn add(cases: &mut Cases, linq: &Client<DryRun>) {
    let attachments = linq.attachments();
    cases.add(
        "attachments.create",
        [
            attachments
                .create("cake.jpg", SupportedContentType::Jpeg, 1_024_000)
                .send(),
            attachments
                .create("Grüße 🎂.usdz", "model/vnd.usdz+zip", 104_857_600_u64)
                .send(),
        ],
    );
    cases.add(
        "attachments.retrieve",
        [attachments.retrieve(ATTACHMENT).send()],
    );
    cases.add(
        "attachments.delete",
        [attachments.delete(ATTACHMENT).send()],
    );
}
