//! Checks that no layer of `linq-core` uses a higher one, and that the modules of other crates have no cycles.

use crate::run::root;
use anyhow::{Context, Result, anyhow, ensure};
use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// The modules of `linq-core` from the bottom to the top: a module uses only those in front of it.
///
/// `macros` may use wire types, and everything may use it.
const LAYERS: [(&str, &[&str]); 5] = [
    (
        "wire types",
        &[
            "surrogates",
            "timestamp",
            "json",
            "schema",
            "secret",
            "handle",
            "change",
            "id",
            "invalid_argument",
            "header",
            "model",
            "message",
            "macros",
        ],
    ),
    (
        "errors and declarations",
        &["response", "error", "rate_limit", "endpoint"],
    ),
    ("the call", &["exchange"]),
    (
        "the surface",
        &[
            "testing",
            "call",
            "api",
            "stored_call",
            "upload",
            "download",
            "webhook",
        ],
    ),
    ("by name", &["dynamic"]),
];

const CORE: &str = "crates/linq-core/src";

/// Other crates with many modules. These need no table: modules without cycles can be ordered.
const OTHERS: [&str; 5] = [
    "crates/linq-codegen/src",
    "crates/linq-durable/src",
    "crates/linq-emulator/src",
    "bindings/python/src",
    "bindings/uniffi/src",
];

/// Fails if a module of core uses a higher one, or if modules of another crate have a cycle, and names the lines.
pub(crate) fn check() -> Result<()> {
    let mut found = Vec::new();
    for Use { at, from, to } in uses_in(CORE)? {
        if to != "macros" && position(&to)? > position(&from)? {
            let (from, to) = (titled(&from), titled(&to));
            found.push(format!("{at}: {from} uses {to}, which is higher"));
        }
    }
    for folder in OTHERS {
        let mut uses = uses_in(folder)?;
        // One use of each pair of modules is enough.
        let pair = |each: &Use| (each.from.clone(), each.to.clone());
        uses.sort_by_key(pair);
        uses.dedup_by_key(|each| pair(each));
        for Use { at, from, to } in &uses {
            if reaches(&uses, to, from) {
                found.push(format!("{at}: `{from}` uses `{to}`, which uses it in turn"));
            }
        }
    }
    ensure!(found.is_empty(), "{}", found.join("\n"));
    println!(
        "no module of linq-core uses a higher one; the modules of other crates have no cycles"
    );
    Ok(())
}

/// A use of one module of a crate by another.
struct Use {
    /// File and line.
    at: String,
    from: String,
    to: String,
}

/// Returns the uses of a crate's modules by its other modules.
fn uses_in(folder: &str) -> Result<Vec<Use>> {
    let source = root().join(folder);
    let root_items = root_items(&tokens(&source.join("lib.rs"))?);
    let mut found = Vec::new();
    for file in files(&source)? {
        let name = file.strip_prefix(&source)?;
        let module = name.iter().next().unwrap_or_default().to_string_lossy();
        let module = module.trim_end_matches(".rs");
        if module == "lib" || is_test(name) {
            continue;
        }
        for (line, used) in uses(&tokens(&file)?, depth(name)) {
            let used = root_items.get(&used).unwrap_or(&used);
            if used != module {
                found.push(Use {
                    at: format!("{folder}/{}:{line}", name.display()),
                    from: module.to_owned(),
                    to: used.clone(),
                });
            }
        }
    }
    Ok(found)
}

/// Returns whether a module uses another one, directly or indirectly.
fn reaches(uses: &[Use], from: &str, to: &str) -> bool {
    let mut reached = BTreeSet::from([from]);
    loop {
        let count = reached.len();
        let next = uses.iter().filter(|each| reached.contains(&*each.from));
        let next: Vec<_> = next.map(|each| &*each.to).collect();
        reached.extend(next);
        if reached.contains(to) || reached.len() == count {
            return reached.contains(to);
        }
    }
}

/// Returns a module's position in the layers, from the bottom.
fn position(module: &str) -> Result<usize> {
    let mut modules = LAYERS.iter().flat_map(|(_, modules)| *modules);
    modules.position(|known| *known == module).ok_or_else(|| {
        anyhow!(
            "module `{module}` of linq-core is missing in the table of crates/xtask/src/layers.rs"
        )
    })
}

/// Returns a module's name with its layer.
fn titled(module: &str) -> String {
    let layer = LAYERS
        .iter()
        .zip(1..)
        .find(|((_, modules), _)| modules.contains(&module));
    match layer {
        Some(((title, _), number)) => format!("`{module}` (layer {number}, {title})"),
        None => format!("`{module}`"),
    }
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Returns the number of `super`s from a file to the root of the crate.
fn depth(file: &Path) -> usize {
    let parts = file.with_extension("");
    parts.iter().filter(|part| *part != "mod").count()
}

fn is_test(file: &Path) -> bool {
    file.with_extension("")
        .iter()
        .any(|part| part.to_string_lossy().ends_with("tests"))
}

fn tokens(file: &Path) -> Result<Vec<TokenTree>> {
    let text = fs::read_to_string(file)?;
    let tokens: TokenStream = text
        .parse()
        .map_err(|error| anyhow!("{error}"))
        .with_context(|| file.display().to_string())?;
    Ok(tokens.into_iter().collect())
}

/// Returns the names that the root of the crate re-exports from its modules, such as `Handle`, each with its module.
fn root_items(library: &[TokenTree]) -> BTreeMap<String, String> {
    let mut items = BTreeMap::new();
    for statement in library.split(|token| token.to_string() == ";") {
        let mut words = statement.iter();
        if words.any(|word| word.to_string() == "use")
            && let [module, .., last] = words.as_slice()
        {
            let names = match last {
                TokenTree::Group(group) => heads(group).map(|(_, name)| name).collect(),
                other => vec![other.to_string()],
            };
            items.extend(names.into_iter().map(|name| (name, module.to_string())));
        }
    }
    items
}

/// Returns each `crate::…` path, or path of as many `super`s: the line and the first name. Ignores test code.
fn uses(tokens: &[TokenTree], depth: usize) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut left = tokens;
    while let Some((first, rest)) = left.split_first() {
        left = rest;
        match (first, rest) {
            (TokenTree::Punct(hash), [TokenTree::Group(attribute), rest @ ..])
                if hash.as_char() == '#'
                    && attribute.to_string().replace(' ', "") == "[cfg(test)]" =>
            {
                let ends = |token: &TokenTree| match token {
                    TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                    other => other.to_string() == ";",
                };
                let end = rest.iter().position(ends).map_or(rest.len(), |end| end + 1);
                left = &rest[end..];
            }
            (TokenTree::Ident(name), [TokenTree::Punct(colon), _, rest @ ..])
                if (name == "crate" || name == "super")
                    && colon.as_char() == ':'
                    && colon.spacing() == Spacing::Joint =>
            {
                let (supers, rest) = after_supers(rest);
                left = rest;
                let is_root = name == "crate" || supers + 1 == depth;
                match rest.first().filter(|_| is_root) {
                    Some(TokenTree::Group(group)) => found.extend(heads(group)),
                    Some(other) => found.push((other.span().start().line, other.to_string())),
                    None => {}
                }
            }
            (TokenTree::Group(group), _) => {
                let inner: Vec<_> = group.stream().into_iter().collect();
                found.extend(uses(&inner, depth));
            }
            _ => {}
        }
    }
    found
}

/// Counts the leading `super::`, and returns the rest.
fn after_supers(mut tokens: &[TokenTree]) -> (usize, &[TokenTree]) {
    let mut count = 0;
    while let [TokenTree::Ident(name), _, _, rest @ ..] = tokens
        && name == "super"
    {
        count += 1;
        tokens = rest;
    }
    (count, tokens)
}

/// Returns the first name of each item of a `use` list, with its line.
fn heads(list: &Group) -> impl Iterator<Item = (usize, String)> + use<> {
    let mut is_first = true;
    list.stream().into_iter().filter_map(move |token| {
        let is_head = std::mem::replace(&mut is_first, token.to_string() == ",");
        is_head.then(|| (token.span().start().line, token.to_string()))
    })
}
