//! Minimal URL parsing for validation.

/// Returns whether a URL has one of these schemes, in any case, and is not empty after it.
pub(super) fn has_scheme(url: &str, schemes: &[&str]) -> bool {
    url.split_once("://")
        .is_some_and(|(scheme, rest)| is_one_of(scheme, schemes) && !rest.is_empty())
}

/// Returns whether the URL's host is the domain or one of its subdomains.
pub(super) fn is_hosted_by(url: &str, domain: &str) -> bool {
    let Some((_, rest)) = url.split_once("://") else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority
        .rsplit('@')
        .next()
        .and_then(|host| host.split(':').next())
        .unwrap_or_default()
        .to_ascii_lowercase();
    host.strip_suffix(domain)
        .is_some_and(|parent| parent.is_empty() || parent.ends_with('.'))
}

/// Returns the byte offset of the first `http://` or `https://` URL in a text.
pub(super) fn find(text: &str) -> Option<usize> {
    text.match_indices("://").find_map(|(at, colon)| {
        let scheme = text[..at].rsplit(|c: char| !c.is_alphanumeric()).next()?;
        let has_host =
            text[at + colon.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '[');
        (has_host && is_one_of(scheme, &["https", "http"])).then_some(at - scheme.len())
    })
}

fn is_one_of(scheme: &str, schemes: &[&str]) -> bool {
    schemes
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offset_of_the_first_url() {
        let found = [
            ("https://example.com", 0),
            ("see HTTP://example.com", 4),
            ("ü(https://bücher.example)", 3),
            ("a:// and http://[::1]/", 9),
            ("http:// https://x", 8),
        ];
        for (text, at) in found {
            assert_eq!(find(text), Some(at), "{text}");
        }
        for text in [
            "",
            "://",
            "example.com",
            "use http:// or https://",
            "ftp://example.com",
            "xhttps://example.com",
            "https:/example.com",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }

    #[test]
    fn lookalike_hosts_are_not_matched() {
        for url in [
            "https://linqapp.com",
            "https://cdn.linqapp.com/a?b",
            "https://u@CDN.linqapp.com:443/a",
        ] {
            assert!(is_hosted_by(url, "linqapp.com"), "{url}");
        }
        for url in [
            "",
            "https://",
            "https://notlinqapp.com/a",
            "https://linqapp.com.example",
            "https://example.com/linqapp.com",
            "https://example.com#@linqapp.com",
        ] {
            assert!(!is_hosted_by(url, "linqapp.com"), "{url}");
        }
    }
}
