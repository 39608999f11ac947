use crate::model::SupportedContentType;

/// Guesses the content type of a file from its name, preferring a type that the API lists.
///
/// A type that the API does not list is returned nevertheless, and validated by the server.
pub(super) fn guess(filename: &str) -> Option<SupportedContentType> {
    let guesses = mime_guess::from_path(filename);
    let types = || {
        guesses
            .iter()
            .map(|guess| api_name(guess.essence_str()).into())
    };
    types()
        .find(SupportedContentType::is_known)
        .or_else(|| types().next())
        .or_else(|| unregistered(filename).map(Into::into))
}

/// Returns the content type of an extension that `mime_guess` lacks.
fn unregistered(filename: &str) -> Option<&'static str> {
    let (_, extension) = filename.rsplit_once('.')?;
    match extension.to_ascii_lowercase().as_str() {
        "amr" => Some("audio/amr"),
        "key" => Some("application/x-iwork-keynote-sffkey"),
        "numbers" => Some("application/x-iwork-numbers-sffnumbers"),
        "pages" => Some("application/x-iwork-pages-sffpages"),
        "pkpass" => Some("application/vnd.apple.pkpass"),
        _ => None,
    }
}

/// Returns the API's name of a content type that it names differently from `mime_guess`.
fn api_name(name: &str) -> &str {
    match name {
        "application/gzip" => "application/x-gzip",
        "application/rtf" => "text/rtf",
        "application/x-zip-compressed" => "application/zip",
        "application/xml" => "text/xml",
        "audio/aiff" => "audio/x-aiff",
        "audio/m4a" | "audio/mp4" => "audio/x-m4a",
        "audio/mp3" => "audio/mpeg",
        "audio/mid" => "audio/midi",
        "audio/wav" => "audio/x-wav",
        "text/x-vcard" => "text/vcard",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::guess;

    #[test]
    fn documented_types_are_guessed_by_their_api_name() {
        for (extension, expected) in [
            ("jpg", "image/jpeg"),
            ("JPEG", "image/jpeg"),
            ("png", "image/png"),
            ("gif", "image/gif"),
            ("heic", "image/heic"),
            ("heif", "image/heif"),
            ("tif", "image/tiff"),
            ("bmp", "image/bmp"),
            ("svg", "image/svg+xml"),
            ("webp", "image/webp"),
            ("ico", "image/x-icon"),
            ("mp4", "video/mp4"),
            ("mov", "video/quicktime"),
            ("mpeg", "video/mpeg"),
            ("m4v", "video/x-m4v"),
            ("avi", "video/x-msvideo"),
            ("3gp", "video/3gpp"),
            ("mp3", "audio/mpeg"),
            ("m4a", "audio/x-m4a"),
            ("caf", "audio/x-caf"),
            ("wav", "audio/x-wav"),
            ("aif", "audio/x-aiff"),
            ("aiff", "audio/x-aiff"),
            ("aac", "audio/aac"),
            ("mid", "audio/midi"),
            ("amr", "audio/amr"),
            ("pdf", "application/pdf"),
            ("pkpass", "application/vnd.apple.pkpass"),
            ("txt", "text/plain"),
            ("md", "text/markdown"),
            ("vcf", "text/vcard"),
            ("rtf", "text/rtf"),
            ("csv", "text/csv"),
            ("html", "text/html"),
            ("ics", "text/calendar"),
            ("doc", "application/msword"),
            (
                "docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ),
            ("xls", "application/vnd.ms-excel"),
            (
                "xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ),
            ("ppt", "application/vnd.ms-powerpoint"),
            (
                "pptx",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            ),
            ("pages", "application/x-iwork-pages-sffpages"),
            ("numbers", "application/x-iwork-numbers-sffnumbers"),
            ("key", "application/x-iwork-keynote-sffkey"),
            ("epub", "application/epub+zip"),
            ("xml", "text/xml"),
            ("json", "application/json"),
            ("zip", "application/zip"),
            ("gz", "application/x-gzip"),
        ] {
            let guessed = guess(&format!("cake.{extension}")).map(|kind| kind.as_str().to_owned());
            assert_eq!(guessed.as_deref(), Some(expected), "{extension}");
        }
    }

    #[test]
    fn undocumented_types_are_guessed_too() {
        assert_eq!(guess("a.flac").unwrap().as_str(), "audio/flac");
        assert_eq!(guess("a.nonsense"), None);
        assert_eq!(guess("jpg"), None);
    }
}
