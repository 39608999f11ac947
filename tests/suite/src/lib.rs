//! Shared code of the tests: servers, transports, and vectors.

pub mod faults;
pub mod http2;
pub mod mock_server;
pub mod samples;
pub mod tls;
pub mod transports;

use std::{env, fs, path::PathBuf};

/// Returns the path of a file or folder below `tests/`.
#[must_use]
pub fn tests_folder(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(path)
}

/// Compares JSON with a file below `tests/vectors/`; with `BLESS=1` in the environment, writes it instead.
///
/// # Panics
///
/// Panics if the file differs or cannot be read.
pub fn compare_with_vector(path: &str, actual: &serde_json::Value) {
    let actual = serde_json::to_string_pretty(actual).expect("JSON") + "\n";
    compare_text_with_vector(path, &actual);
}

/// Compares text with a file below `tests/vectors/`; with `BLESS=1` in the environment, writes it instead.
///
/// # Panics
///
/// Panics if the file differs or cannot be read.
pub fn compare_text_with_vector(path: &str, actual: &str) {
    let file = tests_folder("vectors").join(path);
    if env::var_os("BLESS").is_some() {
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder to write to");
        fs::write(&file, actual).expect("a file to write to");
    }
    let expected = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert!(
        actual == expected,
        "{path} differs; set BLESS=1 to update it\n{actual}"
    );
}

/// Runs the samples of the READMEs.
#[cfg(doctest)]
#[doc = include_str!("../../../crates/linq-core/README.md")]
#[doc = include_str!("../../../crates/linq-reqwest/README.md")]
#[doc = include_str!("../../../crates/linq-ureq/README.md")]
struct Readme;
