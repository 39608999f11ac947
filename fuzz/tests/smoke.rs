//! A few thousand inputs for each target, the same ones every time.

use linq_fuzz::smoke::run;
use std::time::Duration;

/// Limit on slow machines.
const MAX_TIME: Duration = Duration::from_secs(15);

#[test]
fn webhooks() {
    let folders = ["fuzz/seeds/webhook", "tests/vectors/webhooks"];
    println!(
        "{} mutants",
        run(linq_fuzz::webhook, &folders, 20_000, MAX_TIME)
    );
}

#[test]
fn responses() {
    println!(
        "{} mutants",
        run(
            linq_fuzz::response,
            &["tests/vectors/responses"],
            2_000,
            MAX_TIME
        )
    );
}

#[test]
fn handles() {
    println!(
        "{} mutants",
        run(linq_fuzz::handle, &["fuzz/seeds/handle"], 200_000, MAX_TIME)
    );
}

#[test]
fn texts() {
    println!(
        "{} mutants",
        run(linq_fuzz::text, &["fuzz/seeds/text"], 20_000, MAX_TIME)
    );
}

#[test]
#[should_panic(expected = "found")]
fn mutation_finds_a_planted_bug() {
    // No seed contains two consecutive zeros.
    let target = |data: &[u8]| assert!(!data.windows(2).any(|window| window == [0, 0]), "found");
    run(target, &["fuzz/seeds/text"], 200_000, MAX_TIME);
}
