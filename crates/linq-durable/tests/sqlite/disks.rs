//! Disks that are full, or cannot be written.

use super::{CLAIM, create, entry, keys, now, processes::command};
use linq_durable::store::{Inserted, SqliteStore, Store, StoreError};
use std::{
    fs::{self, Permissions},
    os::unix::{
        fs::{MetadataExt, PermissionsExt},
        process::CommandExt,
    },
    path::Path,
    process::Command,
};

/// The user `nobody`: the permissions of files do not apply to `root`.
const NOBODY: u32 = 65534;

pub(crate) fn other_process(role: &str, path: &Path) {
    match role {
        "read-only file" | "read-only directory" | "read-only new file" => {
            match SqliteStore::open(path) {
                Err(StoreError::ReadOnly(_)) => {}
                // The directory is only written to when something is inserted.
                Ok(store) if role == "read-only directory" => {
                    let error = store.insert(&entry("new", "x"), now()).unwrap_err();
                    assert!(matches!(error, StoreError::ReadOnly(_)), "{error:?}");
                }
                other => panic!("{other:?}"),
            }
        }
        "full disk" => fill_disk(path),
        role => panic!("{role}"),
    }
}

/// Runs a part of a test in another process, as another user if this is `root`.
fn run_as_user(role: &str, path: &Path) {
    let mut command = command(role, path);
    if fs::metadata(path.parent().unwrap()).unwrap().uid() == 0 {
        command.uid(NOBODY).gid(NOBODY);
    }
    match command.output() {
        Ok(output) => assert!(output.status.success(), "{}", text(&output.stderr)),
        Err(error) => println!("skipped: cannot run the test as another user: {error}"),
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn read_only_file_is_an_error() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("outbox.db");
    create(&path, 2);
    fs::set_permissions(directory.path(), Permissions::from_mode(0o777)).unwrap();
    fs::set_permissions(&path, Permissions::from_mode(0o444)).unwrap();
    run_as_user("read-only file", &path);
    assert_eq!(keys(&SqliteStore::open(&path).unwrap()), ["0", "1"]);
}

#[test]
fn read_only_directory_is_an_error() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("outbox.db");
    create(&path, 2);
    fs::set_permissions(&path, Permissions::from_mode(0o666)).unwrap();
    fs::set_permissions(directory.path(), Permissions::from_mode(0o555)).unwrap();
    run_as_user("read-only directory", &path);
    run_as_user("read-only new file", &directory.path().join("new.db"));
    fs::set_permissions(directory.path(), Permissions::from_mode(0o777)).unwrap();
    assert_eq!(keys(&SqliteStore::open(&path).unwrap()), ["0", "1"]);
}

/// Mounts a small disk where only the process of the test sees it.
#[cfg(target_os = "linux")]
#[test]
fn full_disk_is_an_error() {
    let directory = tempfile::tempdir().unwrap();
    let test = command("full disk", &directory.path().join("outbox.db"));
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "sh", "-c"]);
    command.arg("mount -t tmpfs -o size=600k tmpfs \"$0\" || exit 9; exec \"$@\"");
    command
        .arg(directory.path())
        .arg(test.get_program())
        .args(test.get_args());
    command.envs(
        test.get_envs()
            .filter_map(|(name, value)| Some((name, value?))),
    );
    match command.output() {
        Ok(output) if output.status.success() => {}
        Ok(output) if text(&output.stdout).contains("running 1 test") => {
            panic!("{}{}", text(&output.stdout), text(&output.stderr));
        }
        Ok(output) => println!("skipped: cannot mount a disk: {}", text(&output.stderr)),
        Err(error) => println!("skipped: cannot mount a disk: {error}"),
    }
}

fn fill_disk(path: &Path) {
    let store = SqliteStore::open(path).unwrap();
    let mut inserted = 0;
    // Smaller and smaller things: until nothing at all can be written.
    let ballast = path.with_extension("ballast");
    for bytes in [0, 20_000, 100_000, 150_000, 600_000] {
        let is_full = fs::write(&ballast, vec![1; bytes]).is_err();
        let error = loop {
            match store.insert(&entry(&inserted.to_string(), "x"), now()) {
                Ok(Inserted::New(_)) => inserted += 1,
                Ok(Inserted::Existing(_)) => panic!("{inserted} was not inserted"),
                Err(error) => break error,
            }
        };
        assert!(
            matches!(error, StoreError::DiskFull(_)),
            "{is_full}: {error:?}"
        );
        let claim = store.advance(&[], Some(&CLAIM), now());
        if let Err(error) = claim {
            assert!(matches!(error, StoreError::DiskFull(_)), "{error:?}");
        }
        let keys = keys(&store);
        let expected = (0..inserted).map(|number| number.to_string());
        assert!(keys.iter().cloned().eq(expected), "{keys:?}");
        let second = SqliteStore::open(path.with_extension("second"));
        assert!(second.is_err(), "there is no place for another");
        fs::remove_file(&ballast).unwrap();
        let _ = fs::remove_file(path.with_extension("second"));
    }
    assert!(inserted > 10, "{inserted}");
    drop(store);
    let store = SqliteStore::open(path).unwrap();
    assert_eq!(keys(&store).len(), inserted);
}
