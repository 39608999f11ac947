//! The documentation site: cheap checks of its sources, and its build by mdBook.

mod page;

use crate::run::{cargo, root, run, target};
use anyhow::{Context, Result, ensure};
use page::Page;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const MDBOOK: &str = "0.5.4";

/// Builds the site in `target/site`, and installs mdBook in `target/tools` first if it is missing.
pub(crate) fn build() -> Result<()> {
    check()?;
    let tools = target()?.join("tools");
    let mdbook = tools.join("bin/mdbook");
    if !is_installed(&mdbook) {
        let mut install = cargo(&["install", "mdbook", "--locked", "--version", MDBOOK]);
        install.args(["--no-default-features", "--features", "search", "--debug"]);
        install.arg("--root").arg(&tools);
        run(install)?;
    }
    let site = target()?.join("site");
    let mut book = Command::new(mdbook);
    book.arg("build").arg("docs").arg("--dest-dir").arg(&site);
    run(book)?;
    for name in pages(&summary()?) {
        let html = site.join(name).with_extension("html");
        let html = fs::read_to_string(&html).with_context(|| html.display().to_string())?;
        ensure!(!html.contains("{{#"), "{name}: not expanded by mdBook");
    }
    println!("{}", site.join("index.html").display());
    Ok(())
}

fn is_installed(mdbook: &Path) -> bool {
    let version = Command::new(mdbook).arg("--version").output();
    version.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).contains(MDBOOK))
}

/// Checks what mdBook does not: every include, link and anchor exists; every page is in the summary and in `llms.txt`;
/// every sample is in all languages and on a page.
pub(crate) fn check() -> Result<()> {
    let summary = summary()?;
    let listed: Vec<&str> = pages(&summary).collect();
    let mut read = BTreeMap::new();
    for entry in fs::read_dir(source())? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".md") && name != "SUMMARY.md" {
            read.insert(name.into_owned(), Page::read(&path)?);
        }
    }
    let mut problems = Vec::new();
    for name in listed.iter().filter(|name| !read.contains_key(**name)) {
        problems.push(format!("SUMMARY.md: {name} does not exist"));
    }
    let llms = fs::read_to_string(source().join("llms.txt"))?;
    for (name, page) in &read {
        if !listed.contains(&name.as_str()) {
            problems.push(format!("SUMMARY.md lacks {name}"));
        }
        let html = name.replace(".md", ".html");
        if !llms.contains(&format!("({html}): ")) {
            problems.push(format!("llms.txt lacks {html}"));
        }
        problems.extend(broken_links(name, page, &read));
        problems.extend(
            page.problems_of_samples()
                .map(|found| format!("{name}: {found}")),
        );
    }
    for target in llms
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
    {
        if !read.contains_key(&target.replace(".html", ".md")) {
            problems.push(format!("llms.txt: {target} does not exist"));
        }
    }
    let (_, tasks) = summary.split_once("# Tasks").context("no tasks")?;
    let (tasks, _) = tasks
        .split_once("\n# ")
        .context("nothing after the tasks")?;
    for name in pages(tasks) {
        if read
            .get(name)
            .is_some_and(|page| page.samples().next().is_none())
        {
            problems.push(format!("{name}: has no sample"));
        }
    }
    problems.extend(unused_samples(read.values())?);
    problems.extend(broken_links_of_readme(&read)?);
    ensure!(problems.is_empty(), "{}", problems.join("\n"));
    println!("{} pages", read.len());
    Ok(())
}

fn broken_links(name: &str, page: &Page, pages: &BTreeMap<String, Page>) -> Vec<String> {
    let broken = page.links().filter(|link| {
        let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
        let target = if file.is_empty() {
            Some(page)
        } else {
            pages.get(file)
        };
        match target {
            Some(target) => !anchor.is_empty() && !target.anchors().any(|known| known == anchor),
            None => !source().join(file).exists(),
        }
    });
    broken
        .map(|link| format!("{name}: {link} does not exist"))
        .collect()
}

/// Links of the repository's README, also to anchors of pages.
fn broken_links_of_readme(pages: &BTreeMap<String, Page>) -> Result<Vec<String>> {
    let readme = Page::read(&root().join("README.md"))?;
    let broken = readme.links().filter(|link| {
        let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
        let page = file
            .strip_prefix("docs/src/")
            .and_then(|name| pages.get(name));
        let page = if file.is_empty() { Some(&readme) } else { page };
        let has_anchor = |page: &Page| page.anchors().any(|known| known == anchor);
        !root().join(file).exists() || (!anchor.is_empty() && !page.is_some_and(has_anchor))
    });
    Ok(broken
        .map(|link| format!("README.md: {link} does not exist"))
        .collect())
}

fn unused_samples<'a>(pages: impl Iterator<Item = &'a Page>) -> Result<Vec<String>> {
    let used: BTreeSet<&str> = pages
        .flat_map(|page| &page.included)
        .map(String::as_str)
        .collect();
    let mut unused = Vec::new();
    for entry in fs::read_dir(source().join("../samples"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !used.contains(format!("../samples/{name}").as_str()) {
            unused.push(format!("samples/{name}: on no page"));
        }
    }
    Ok(unused)
}

fn summary() -> Result<String> {
    Ok(fs::read_to_string(source().join("SUMMARY.md"))?)
}

/// Returns the names of the pages in a part of the summary.
fn pages(summary: &str) -> impl Iterator<Item = &str> {
    summary
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
}

fn source() -> PathBuf {
    root().join("docs/src")
}
