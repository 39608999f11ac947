//! Builds the documentation, and checks what rustdoc does not: the anchors of links.

use crate::run::{cargo, run, target};
use anyhow::{Context, Result, ensure};
use std::{fs, path::Path};

/// Page and beginning of the anchors that operations link to: the sections with their setters.
const SETTERS: &str = "struct.Call.html#impl-Call";

/// Fails if a link of the documentation is broken, or an operation does not link to its setters.
pub(crate) fn check() -> Result<()> {
    let mut docs = cargo(&["doc", "--workspace", "--all-features", "--no-deps"]);
    docs.env("RUSTDOCFLAGS", "-D warnings");
    run(docs)?;
    check_setters(&target()?.join("doc/linq_core"))
}

fn check_setters(docs: &Path) -> Result<()> {
    let calls = read(&docs.join("call/struct.Call.html"))?;
    // `E` is any operation.
    let sections = calls.matches("id=\"impl-Call%3C'_,+C,+").count()
        - calls.matches("id=\"impl-Call%3C'_,+C,+E%3E\"").count();
    let links = check_folder(&docs.join("api"), &calls)?;
    ensure!(
        links == sections,
        "{sections} operations have setters, but {links} pages link to them"
    );
    Ok(())
}

/// Checks the pages of a folder, and returns the number of links to setters.
fn check_folder(folder: &Path, calls: &str) -> Result<usize> {
    let mut links = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            links += check_folder(&path, calls)?;
            continue;
        }
        let page = read(&path)?;
        for link in page.split(SETTERS).skip(1) {
            let anchor = link.split('"').next().unwrap_or_default();
            let anchor = anchor.replace("&#39;", "'").replace("&#x27;", "'");
            ensure!(
                calls.contains(&format!("id=\"impl-Call{anchor}\"")),
                "{}: no setters at {anchor}",
                path.display()
            );
            links += 1;
        }
    }
    Ok(links)
}

fn read(page: &Path) -> Result<String> {
    fs::read_to_string(page).with_context(|| page.display().to_string())
}
