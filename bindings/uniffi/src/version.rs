//! The version of the native library.

use std::ffi::c_char;

/// Returns the name and version of the library, such as `linq_ffi/0.1.0`.
///
/// A plain C function, so that a package can check the version before it uses uniffi's functions, which differ between
/// versions.
#[unsafe(no_mangle)]
pub extern "C" fn linq_ffi_version() -> *const c_char {
    concat!("linq_ffi/", env!("CARGO_PKG_VERSION"), "\0")
        .as_ptr()
        .cast()
}
