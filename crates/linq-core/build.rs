//! Who builds for size (`opt-level = "z"` or `"s"`, as phones do) gets a reader of JSON that is smaller and
//! slower.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rustc-check-cfg=cfg(for_size)");
    if matches!(std::env::var("OPT_LEVEL").as_deref(), Ok("s" | "z")) {
        println!("cargo:rustc-cfg=for_size");
    }
}
