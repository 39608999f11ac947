//! `resources/`: the methods.

use super::{Writer, packages::Export};
use std::collections::BTreeMap;

pub(super) fn files(_writer: &Writer<'_>, _exports: &[Export]) -> BTreeMap<String, String> {
    BTreeMap::new()
}
