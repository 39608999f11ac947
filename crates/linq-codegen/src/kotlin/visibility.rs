//! Makes uniffi's declarations internal.

/// Keywords with which a top-level declaration can begin, besides `public`.
const DECLARATIONS: &[&str] = &[
    "abstract",
    "class",
    "const",
    "data",
    "enum",
    "external",
    "fun",
    "inline",
    "interface",
    "object",
    "open",
    "sealed",
    "suspend",
    "typealias",
    "val",
    "var",
];

/// Returns the source with all top-level declarations `internal`, for which uniffi has no option: its records and
/// errors have the names of the package's own, and print keys.
pub(super) fn make_internal(source: &str) -> String {
    source.lines().map(internal).collect()
}

/// Top-level declarations are not indented, except functions, which uniffi writes behind an annotation, or behind the
/// end of a comment if they cannot fail.
fn internal(line: &str) -> String {
    let function = line.trim_start();
    if function.starts_with("@Throws(")
        && let Some((annotation, rest)) = function.split_once(") fun ")
    {
        return format!("{annotation})\ninternal fun {rest}\n");
    }
    if let Some((indent, rest)) = line.split_once("*/ fun ") {
        return format!("{indent}*/\ninternal fun {rest}\n");
    }
    let text = line.strip_prefix("public ").unwrap_or(line);
    let word = text.split([' ', '<']).next().unwrap_or_default();
    if DECLARATIONS.contains(&word) {
        format!("internal {text}\n")
    } else {
        format!("{line}\n")
    }
}

#[cfg(test)]
mod tests {
    use super::make_internal;

    #[test]
    fn only_top_level_declarations_become_internal() {
        let source = "\
package a
/**
 * A class {
 */
public interface Interface {
    @Throws(E::class)
    fun inside()
    @Throws(E::class)override fun `inside`()
}
data class Record (
    val name: String
) {
    fun inside() {}
}
private class Hidden
internal object Already
    @Throws(E::class) fun `call`(a: Int) {
        val local = 1
    }
        /**
         * A comment.
         */ fun `infallible`(a: Int) {
}
fun<T> generic() {}
@Synchronized
private fun hidden() {}
";
        let expected = "\
package a
/**
 * A class {
 */
internal interface Interface {
    @Throws(E::class)
    fun inside()
    @Throws(E::class)override fun `inside`()
}
internal data class Record (
    val name: String
) {
    fun inside() {}
}
private class Hidden
internal object Already
@Throws(E::class)
internal fun `call`(a: Int) {
        val local = 1
    }
        /**
         * A comment.
         */
internal fun `infallible`(a: Int) {
}
internal fun<T> generic() {}
@Synchronized
private fun hidden() {}
";
        assert_eq!(make_internal(source), expected);
    }
}
