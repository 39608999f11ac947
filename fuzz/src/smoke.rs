//! A small fuzzer without dependencies: seeds from files, seeded mutations, limited in number and time.

use fastrand::Rng;
use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

const MAX_TIME: usize = 16 * 1024;
const JSON_FRAGMENTS: [&[u8]; 12] = [
    b"null",
    b"true",
    b"-1",
    b"1e400",
    b"\"\"",
    b"[]",
    b"{}",
    b"\\ud83d",
    b"\xF0\x9F\x8E\x82",
    b"\"type\":",
    b",",
    b"18446744073709551616",
];

/// Runs a target on every seed below `folders` (relative to the root of the repository), and on `mutations` mutants of
/// them, the same ones every time, for at most `max_time`.
///
/// Returns the number of inputs.
pub fn run(target: fn(&[u8]), folders: &[&str], mutations: u32, max_time: Duration) -> u32 {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut seeds = Vec::new();
    for folder in folders {
        read(&root.join(folder), &mut seeds);
    }
    assert!(!seeds.is_empty(), "no seeds in {folders:?}");
    for seed in &seeds {
        target(seed);
    }
    let start = Instant::now();
    let mut rng = Rng::with_seed(7);
    for count in 0..mutations {
        if start.elapsed() > max_time {
            return count;
        }
        let mutant = mutant(&mut rng, &seeds);
        target(&mutant);
    }
    mutations
}

/// Reads seeds in the order of their names, so that every machine creates the same mutants.
fn read(folder: &Path, seeds: &mut Vec<Vec<u8>>) {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            read(&path, seeds);
        } else {
            seeds.push(fs::read(path).expect("a seed"));
        }
    }
}

fn mutant(rng: &mut Rng, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = seeds[rng.usize(..seeds.len())].clone();
    for _ in 0..rng.u8(1..=4) {
        mutate(rng, &mut bytes, seeds);
    }
    bytes.truncate(MAX_TIME);
    bytes
}

fn mutate(rng: &mut Rng, bytes: &mut Vec<u8>, seeds: &[Vec<u8>]) {
    let at = rng.usize(..=bytes.len());
    match rng.u8(..7) {
        0 => bytes.insert(at, rng.u8(..)),
        1 => bytes.truncate(at),
        2 => drop(bytes.drain(at..(at + rng.usize(..64)).min(bytes.len()))),
        3 => {
            let token = JSON_FRAGMENTS[rng.usize(..JSON_FRAGMENTS.len())];
            bytes.splice(at..at, token.iter().copied());
        }
        4 => {
            let other = &seeds[rng.usize(..seeds.len())];
            let from = rng.usize(..=other.len());
            bytes.truncate(at);
            bytes.extend_from_slice(&other[from..]);
        }
        5 => {
            let piece = bytes[at..(at + rng.usize(..64)).min(bytes.len())].to_vec();
            bytes.splice(at..at, piece);
        }
        _ => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << rng.u8(..8);
            }
        }
    }
}
