use std::fmt;

/// A URL whose `Debug` omits the query, which may contain a signature.
pub(crate) struct Redacted<'a>(pub(crate) &'a str);

impl fmt::Debug for Redacted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.split_once('?') {
            Some((address, _)) => fmt::Debug::fmt(&format!("{address}?…"), f),
            None => fmt::Debug::fmt(self.0, f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Redacted;

    #[test]
    fn debug_omits_the_query() {
        assert_eq!(
            format!("{:?}", Redacted("https://host/a.png?X-Sig=s3cret?b#c")),
            "\"https://host/a.png?…\""
        );
        assert_eq!(
            format!("{:?}", Redacted("https://host/a\n.png")),
            "\"https://host/a\\n.png\""
        );
        assert_eq!(
            format!("{:?}", Redacted("https://host/a\n.png?b")),
            "\"https://host/a\\n.png?…\""
        );
    }
}
