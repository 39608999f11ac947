//! Finds the values of a JSON text by their brackets and quotes.

use super::document::Node;

/// Deeper than anything the API says. What is nested deeper is one value, which nobody looks into.
const DEEPEST: usize = 128;
/// A number of so many characters fits into 64 bits, whole or not.
const LONGEST_NUMBER: usize = 17;

/// The bytes at which reading a text stops: its end, an escape, what must not be in it.
const IS_SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut control = 0;
    while control < 0x20 {
        special[control] = true;
        control += 1;
    }
    special[b'"' as usize] = true;
    special[b'\\' as usize] = true;
    special
};

pub(super) struct Scanner<'a> {
    json: &'a [u8],
    at: usize,
    pub(super) nodes: Vec<Node>,
    /// Whether everything so far is JSON and can be held by anybody.
    pub(super) is_plain: bool,
    /// Whether there is an escape in any text.
    pub(super) has_escapes: bool,
}

impl<'a> Scanner<'a> {
    /// `None` if it is no JSON, judged by brackets and quotes.
    pub(super) fn scan(json: &'a [u8]) -> Option<Self> {
        u32::try_from(json.len()).ok()?;
        let mut scanner = Self {
            json,
            at: 0,
            nodes: Vec::with_capacity(json.len() / 12 + 1),
            is_plain: true,
            has_escapes: false,
        };
        scanner.value(0)?;
        scanner.skip_space();
        (scanner.at == json.len()).then_some(scanner)
    }

    fn value(&mut self, depth: usize) -> Option<()> {
        self.skip_space();
        let (index, start) = (self.nodes.len(), self.at);
        self.nodes.push(Node {
            start: place(start),
            end: 0,
            after: 0,
        });
        match self.json.get(start)? {
            b'"' => self.text()?,
            b'{' | b'[' if depth >= DEEPEST => self.nested()?,
            b'{' => self.members(b'}', depth)?,
            b'[' => self.members(b']', depth)?,
            _ => self.word()?,
        }
        self.nodes[index].end = place(self.at);
        self.nodes[index].after = place(self.nodes.len());
        Some(())
    }

    fn members(&mut self, close: u8, depth: usize) -> Option<()> {
        self.at += 1;
        self.skip_space();
        if *self.json.get(self.at)? == close {
            self.at += 1;
            return Some(());
        }
        loop {
            if close == b'}' {
                self.skip_space();
                (*self.json.get(self.at)? == b'"').then_some(())?;
                self.value(depth)?;
                self.skip_space();
                (*self.json.get(self.at)? == b':').then_some(())?;
                self.at += 1;
            }
            self.value(depth + 1)?;
            self.skip_space();
            let next = *self.json.get(self.at)?;
            self.at += 1;
            match next {
                b',' => {}
                _ if next == close => return Some(()),
                _ => return None,
            }
        }
    }

    /// An object or an array, to its last bracket.
    fn nested(&mut self) -> Option<()> {
        self.is_plain = false;
        let mut open = 0_usize;
        loop {
            match self.json.get(self.at)? {
                b'"' => {
                    self.text()?;
                    continue;
                }
                b'{' | b'[' => open += 1,
                b'}' | b']' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return Some(());
            }
        }
    }

    fn text(&mut self) -> Option<()> {
        self.at += 1;
        loop {
            let rest = self.json.get(self.at..)?;
            let special = rest
                .iter()
                .position(|byte| IS_SPECIAL[usize::from(*byte)])?;
            self.at += special + 1;
            match rest[special] {
                b'"' => return Some(()),
                b'\\' => self.escape()?,
                _ => self.is_plain = false,
            }
        }
    }

    /// What follows a backslash.
    fn escape(&mut self) -> Option<()> {
        self.has_escapes = true;
        match self.json.get(self.at)? {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => self.at += 1,
            b'u' => match self.unit(self.at) {
                Some(0xD800..0xDC00) if self.is_second_half(self.at + 5) => self.at += 11,
                Some(0..0xD800 | 0xE000..) => self.at += 5,
                _ => self.odd(),
            },
            _ => self.odd(),
        }
        Some(())
    }

    /// The UTF-16 unit that is written `uXXXX` here.
    fn unit(&self, at: usize) -> Option<u16> {
        let digits = self.json.get(at + 1..at + 5)?;
        let is_hexadecimal = digits.iter().all(u8::is_ascii_hexdigit);
        let digits = std::str::from_utf8(digits)
            .ok()
            .filter(|_| is_hexadecimal)?;
        u16::from_str_radix(digits, 16).ok()
    }

    fn is_second_half(&self, at: usize) -> bool {
        self.json.get(at..at + 2) == Some(b"\\u")
            && matches!(self.unit(at + 1), Some(0xDC00..0xE000))
    }

    /// An escape that stands for nothing.
    fn odd(&mut self) {
        self.is_plain = false;
        self.at += 1;
    }

    /// A number, `true`, `false` or `null`.
    fn word(&mut self) -> Option<()> {
        let rest = &self.json[self.at..];
        let is_part =
            |byte: &u8| matches!(byte, b'+' | b'-' | b'.') || byte.is_ascii_alphanumeric();
        let length = rest.iter().position(|byte| !is_part(byte));
        let length = length.unwrap_or(rest.len());
        let word = &rest[..length];
        self.is_plain &= matches!(word, b"true" | b"false" | b"null") || is_plain_number(word);
        self.at += length;
        (length > 0).then_some(())
    }

    fn skip_space(&mut self) {
        while matches!(self.json.get(self.at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }
}

/// A number without an exponent, of moderate length.
fn is_plain_number(word: &[u8]) -> bool {
    let digits = word.strip_prefix(b"-").unwrap_or(word);
    let mut parts = digits.split(|byte| *byte == b'.');
    let are_digits = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_digit);
    let whole = parts.next().unwrap_or_default();
    let is_whole = are_digits(whole) && (whole.len() == 1 || whole[0] != b'0');
    let fraction = parts.next();
    word.len() <= LONGEST_NUMBER
        && is_whole
        && fraction.is_none_or(are_digits)
        && parts.next().is_none()
}

/// A place in a text whose length was seen to fit.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
