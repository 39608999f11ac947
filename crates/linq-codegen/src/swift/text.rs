//! Formatting of Swift source, with comments of at most 120 columns.

/// Maximum length of a comment line.
const WIDTH: usize = 120;

/// Returns a doc comment of these paragraphs, whose line breaks are kept.
pub(super) fn comment(indent: usize, paragraphs: &[String]) -> String {
    let space = " ".repeat(indent);
    let mut comment = String::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        if index > 0 {
            comment += &space;
            comment += "///\n";
        }
        for line in paragraph.lines() {
            for line in wrap(line, WIDTH - indent - 4) {
                comment.extend([&space, "/// ", &line, "\n"]);
            }
        }
    }
    comment
}

/// Wraps a line between words; continuation lines of a list item are indented as its text.
fn wrap(line: &str, width: usize) -> Vec<String> {
    let start = line.len() - line.trim_start().len();
    let is_item = line.trim_start().starts_with("- ");
    let hanging = " ".repeat(start + 2 * usize::from(is_item));
    let mut lines = Vec::new();
    let mut current = " ".repeat(start);
    let mut has_words = false;
    for word in line.split_whitespace() {
        let length = current.chars().count() + usize::from(has_words) + word.chars().count();
        if has_words && length > width {
            lines.push(std::mem::replace(&mut current, hanging.clone()));
            has_words = false;
        }
        if has_words {
            current.push(' ');
        }
        current += word;
        has_words = true;
    }
    lines.push(current);
    lines
}
