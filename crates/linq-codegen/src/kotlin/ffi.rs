//! Edits the source that uniffi writes.

use super::visibility::make_internal;

/// uniffi's default name of the native library, by which JNA searches the system before the class path.
const NAME: &str = "    return \"linq_ffi\"\n";

/// Function that returns the path of the library in the class path, and checks its version.
const LOCATE: &str = "    return dev.linq.client.internal.NativeLibrary.locate()\n";

/// uniffi's own override of the name, which is in the function above.
const OVERRIDE: &str = r#"    val libOverride = System.getProperty("uniffi.component.$componentName.libraryOverride")
    if (libOverride != null) {
        return libOverride
    }
"#;

/// Returns uniffi's source with internal declarations, and with the package's own search for the native library.
#[must_use]
pub fn edit_ffi(source: &str) -> String {
    make_internal(source)
        .replacen(OVERRIDE, "", 1)
        .replacen(NAME, LOCATE, 1)
}

#[cfg(test)]
mod tests {
    use super::{LOCATE, NAME, OVERRIDE, edit_ffi};

    #[test]
    fn library_is_located_by_the_package() {
        let source =
            format!("fun findLibraryName(componentName: String): String {{\n{OVERRIDE}{NAME}}}\n");
        let expected =
            format!("internal fun findLibraryName(componentName: String): String {{\n{LOCATE}}}\n");
        assert_eq!(edit_ffi(&source), expected);
    }
}
