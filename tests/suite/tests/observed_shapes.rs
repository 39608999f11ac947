//! With `LINQ_EMULATOR_OBSERVED_SHAPES` set, the suite runs against observed shapes of responses.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use linq_emulator::Emulator;

#[test]
fn environment_enables_observed_shapes() {
    let emulator = Emulator::builder().start().unwrap();
    let builder = linq_ureq::Client::builder("any-key").base_url(emulator.base_url());
    let linq = builder.build().unwrap();
    for _ in 0..6 {
        let created = linq
            .chats()
            .create("+12223334444", ["+15556667777"], "Hi")
            .send()
            .unwrap();
        assert_eq!(
            linq.chats().retrieve(&created.chat.id).send().unwrap().id,
            created.chat.id
        );
    }
    let served: u64 = emulator
        .served_variants()
        .iter()
        .map(|variant| variant.served)
        .sum();
    let is_observed = std::env::var_os("LINQ_EMULATOR_OBSERVED_SHAPES").is_some();
    assert_eq!(served > 0, is_observed, "{served}");
    assert_eq!(emulator.messages().len(), 6);
}
