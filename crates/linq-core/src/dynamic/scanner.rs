//! Finds the values of a JSON text by their brackets and quotes.

use super::document::Node;
use crate::surrogates::{UnicodeEscape, unicode_escape};
use std::ops::Range;

/// Deeper than anything the API says. What is nested deeper is one value, which nobody looks into.
const DEEPEST: usize = 128;
/// A number of so many characters fits into 64 bits, whole or not.
const LONGEST_NUMBER: usize = 17;

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
        scanner.skip_space();
        scanner.value(0, None)?;
        scanner.skip_space();
        (scanner.at == json.len()).then_some(scanner)
    }

    /// A value, which is probably made like an earlier one: what stands at the same place of the last item.
    fn value(&mut self, depth: usize, like: Option<u32>) -> Option<()> {
        let start = self.at;
        match self.json.get(start)? {
            b'"' => self.text()?,
            b'{' | b'[' if depth >= DEEPEST => self.nested()?,
            b'{' => return self.object(depth, like),
            b'[' => return self.array(depth, like),
            b'n' if self.is_word(b"null") => self.at += 4,
            b't' if self.is_word(b"true") => self.at += 4,
            b'f' if self.is_word(b"false") => self.at += 5,
            _ => self.word()?,
        }
        self.leaf(start);
        Some(())
    }

    /// A value without values in it, which ends here.
    fn leaf(&mut self, start: usize) {
        self.nodes.push(Node {
            start: place(start),
            end: place(self.at),
            after: place(self.nodes.len() + 1),
        });
    }

    fn object(&mut self, depth: usize, like: Option<u32>) -> Option<()> {
        let index = self.nodes.len();
        let mut earlier = self.children(like);
        self.leaf(self.at);
        if self.opens(b'}')? {
            loop {
                let like = self.next_of(&mut earlier);
                self.key(like)?;
                let like = self.next_of(&mut earlier);
                self.value(depth + 1, like)?;
                if !self.goes_on(b'}')? {
                    break;
                }
            }
        }
        self.close(index);
        Some(())
    }

    fn array(&mut self, depth: usize, like: Option<u32>) -> Option<()> {
        let index = self.nodes.len();
        let mut earlier = self.children(like);
        self.leaf(self.at);
        if self.opens(b']')? {
            let mut like = self.next_of(&mut earlier);
            loop {
                let item = place(self.nodes.len());
                self.value(depth + 1, like)?;
                if !self.goes_on(b']')? {
                    break;
                }
                like = Some(item);
            }
        }
        self.close(index);
        Some(())
    }

    /// A key. One that was there before has the place where it was first.
    fn key(&mut self, like: Option<u32>) -> Option<()> {
        let start = self.at;
        (*self.json.get(start)? == b'"').then_some(())?;
        if let Some(same) = like.and_then(|like| self.same_text(like)) {
            self.at += (same.end - same.start) as usize;
            let after = place(self.nodes.len() + 1);
            self.nodes.push(Node { after, ..same });
        } else {
            self.text()?;
            self.leaf(start);
        }
        self.skip_space();
        (*self.json.get(self.at)? == b':').then_some(())?;
        self.at += 1;
        self.skip_space();
        Some(())
    }

    /// An earlier value, if it stands here once more.
    fn same_text(&self, like: u32) -> Option<Node> {
        let node = self.nodes[like as usize];
        let text = &self.json[node.start as usize..node.end as usize];
        self.json[self.at..].starts_with(text).then_some(node)
    }

    /// The values in an earlier object or array, keys included.
    fn children(&self, of: Option<u32>) -> Range<u32> {
        of.map_or(0..0, |of| of + 1..self.nodes[of as usize].after)
    }

    fn next_of(&self, children: &mut Range<u32>) -> Option<u32> {
        let next = (children.start < children.end).then_some(children.start)?;
        children.start = self.nodes[next as usize].after;
        Some(next)
    }

    /// Passes the first bracket, and the last one too if there is nothing between.
    fn opens(&mut self, close: u8) -> Option<bool> {
        self.at += 1;
        self.skip_space();
        let is_empty = *self.json.get(self.at)? == close;
        self.at += usize::from(is_empty);
        Some(!is_empty)
    }

    /// Passes a comma or the last bracket.
    fn goes_on(&mut self, close: u8) -> Option<bool> {
        self.skip_space();
        let next = *self.json.get(self.at)?;
        self.at += 1;
        if next == b',' {
            self.skip_space();
            return Some(true);
        }
        (next == close).then_some(false)
    }

    fn close(&mut self, index: usize) {
        self.nodes[index].end = place(self.at);
        self.nodes[index].after = place(self.nodes.len());
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
            self.at = next_special(self.json, self.at)? + 1;
            match self.json[self.at - 1] {
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
            b'u' => match unicode_escape(self.json, self.at - 1) {
                Some(UnicodeEscape::Whole { length }) => self.at += length - 1,
                Some(UnicodeEscape::Half) | None => self.odd(),
            },
            _ => self.odd(),
        }
        Some(())
    }

    /// An escape that stands for nothing.
    fn odd(&mut self) {
        self.is_plain = false;
        self.at += 1;
    }

    /// Whether this word stands here, and no longer one.
    fn is_word(&self, word: &[u8]) -> bool {
        let rest = self.json[self.at..].strip_prefix(word);
        rest.is_some_and(|rest| !rest.first().is_some_and(|byte| is_of_word(*byte)))
    }

    /// A number, or what is no JSON.
    fn word(&mut self) -> Option<()> {
        let rest = &self.json[self.at..];
        let length = rest.iter().position(|byte| !is_of_word(*byte));
        let length = length.unwrap_or(rest.len());
        let word = &rest[..length];
        self.is_plain &= is_plain_number(word);
        self.at += length;
        (length > 0).then_some(())
    }

    fn skip_space(&mut self) {
        while matches!(self.json.get(self.at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }
}

fn is_of_word(byte: u8) -> bool {
    matches!(byte, b'+' | b'-' | b'.') || byte.is_ascii_alphanumeric()
}

/// Where the next byte is at which reading a text stops: its end, an escape, what must not be in it.
fn next_special(json: &[u8], mut from: usize) -> Option<usize> {
    while let Some(bytes) = json.get(from..)?.first_chunk() {
        match specials(u64::from_le_bytes(*bytes)) {
            0 => from += size_of::<u64>(),
            found => return Some(from + found.trailing_zeros() as usize / 8),
        }
    }
    let is_special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..0x20);
    let found = json[from..].iter().position(is_special)?;
    Some(from + found)
}

/// The highest bit of the first of eight bytes that is special; those above it may be set for nothing,
/// by what was borrowed.
fn specials(bytes: u64) -> u64 {
    const EACH: u64 = u64::MAX / 0xFF;
    let less_than = |bytes: u64, limit: u64| bytes.wrapping_sub(EACH * limit) & !bytes;
    let are = |byte: u8| less_than(bytes ^ (EACH * u64::from(byte)), 1);
    (are(b'"') | are(b'\\') | less_than(bytes, 0x20)) & (EACH << 7)
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
