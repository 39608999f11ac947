//! uniffi's own generator, at the version of the scaffolding.

fn main() {
    uniffi::uniffi_bindgen_main();
}
