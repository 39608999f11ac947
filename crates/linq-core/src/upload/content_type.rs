use crate::model::SupportedContentType;

/// What a file of this name is, in the API's words where it has some.
///
/// What the API does not list is passed on as it is commonly called: the server knows best.
pub(super) fn guess(filename: &str) -> Option<SupportedContentType> {
    let guesses = mime_guess::from_path(filename);
    let types = || {
        guesses
            .iter()
            .map(|guess| apis_name(guess.essence_str()).into())
    };
    types()
        .find(SupportedContentType::is_known)
        .or_else(|| types().next())
        .or_else(|| unregistered(filename).map(Into::into))
}

/// What the registry of extensions lacks.
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

/// The API knows some types by another name than the registry of extensions.
fn apis_name(name: &str) -> &str {
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
    fn every_documented_kind_is_guessed_in_the_apis_words() {
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
    fn what_the_api_does_not_list_is_passed_on() {
        assert_eq!(guess("a.flac").unwrap().as_str(), "audio/flac");
        assert_eq!(guess("a.nonsense"), None);
        assert_eq!(guess("jpg"), None);
    }
}
