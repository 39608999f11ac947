//! vCards of lines.

use super::State;
use super::line::{Card, parse_kind};

impl State {
    /// Returns the vCard of a line, with the other available lines as backups.
    pub(crate) fn vcard(&self, number: &str, without: &[&str], kind: &str) -> Option<String> {
        let line = self.line(number)?;
        let mut lines = vec!["BEGIN:VCARD".to_owned(), "VERSION:3.0".to_owned()];
        lines.extend(name(number, line.card.as_ref()));
        lines.push(format!("TEL;TYPE=CELL,PREF:{number}"));
        let backups = self.available_lines(without, parse_kind(kind));
        lines.extend(
            backups
                .into_iter()
                .filter(|backup| backup.number != number)
                .map(|backup| format!("TEL;TYPE=CELL:{}", backup.number)),
        );
        lines.push("END:VCARD\r\n".to_owned());
        Some(lines.join("\r\n"))
    }
}

/// Returns the name and photo of a contact card, or else the number.
fn name(number: &str, card: Option<&Card>) -> Vec<String> {
    let Some(card) = card else {
        return vec!["N:;;;;".to_owned(), format!("FN:{number}")];
    };
    let first = escaped(&card.first_name);
    let last = card.last_name.as_deref().map(escaped);
    let mut lines = vec![
        format!("N:{};{first};;;", last.as_deref().unwrap_or_default()),
        match &last {
            Some(last) => format!("FN:{first} {last}"),
            None => format!("FN:{first}"),
        },
    ];
    let photo = card.image_url.as_deref().map(escaped);
    lines.extend(photo.map(|url| format!("PHOTO;VALUE=URI:{url}")));
    lines
}

/// Escapes text for a vCard's value.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace('\r', "")
        .replace('\n', "\\n")
}
