//! Index of the positions of a JSON text's values.

use bytes::Bytes;
use jiter::{Jiter, JiterErrorType, JiterResult, JsonErrorType, JsonValue, Peek};
use linq_core::surrogates::replace_lone_surrogates;
use memchr::memchr;
use serde::de::IgnoredAny;
use std::{borrow::Cow, ops::Range};

/// Maximum depth of values that are indexed. An array or object at this depth counts as one value.
const MAX_DEPTH: usize = 128;

/// A JSON text and the positions of its values, which are decoded when they are read.
///
/// Values are numbered in the order of the text; the root is number 0.
#[derive(Debug)]
pub(crate) struct JsonIndex {
    json: Bytes,
    nodes: Vec<Node>,
    has_escapes: bool,
}

/// Range of a value's text, and the number of the first value behind its descendants. The children of an object are
/// alternating keys and values.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    start: u32,
    end: u32,
    after: u32,
}

impl JsonIndex {
    /// Indexes a text; `None` if it is not JSON, or has 4 GiB or more. Invalid UTF-8 and lone surrogates are replaced by
    /// U+FFFD.
    pub(crate) fn read(json: Bytes) -> Option<Self> {
        let json = match std::str::from_utf8(&json) {
            Ok(_) => json,
            Err(_) => String::from_utf8_lossy(&json).into_owned().into(),
        };
        let read = Self::of_utf8(json.clone());
        read.or_else(|| match replace_lone_surrogates(&json) {
            Cow::Borrowed(_) => None,
            Cow::Owned(repaired) => Self::of_utf8(repaired.into()),
        })
    }

    fn of_utf8(json: Bytes) -> Option<Self> {
        u32::try_from(json.len()).ok()?;
        let nodes = Indexer::index(&json).ok()?;
        let has_escapes = memchr(b'\\', &json).is_some();
        Some(Self {
            json,
            nodes,
            has_escapes,
        })
    }

    /// Returns the JSON text of a value.
    pub(crate) fn json(&self, value: u32) -> &[u8] {
        let Node { start, end, .. } = self.nodes[value as usize];
        &self.json[start as usize..end as usize]
    }

    /// Returns the number of the first value behind the descendants of this one.
    pub(crate) fn after(&self, value: u32) -> u32 {
        self.nodes[value as usize].after
    }

    /// Returns an object's field; the last one if the name is repeated.
    pub(crate) fn field(&self, object: u32, name: &str) -> Option<u32> {
        let (mut key, end) = (object + 1, self.after(object));
        let mut found = None;
        while key < end {
            let value = key + 1;
            if self.is_text(key, name) {
                found = Some(value);
            }
            key = self.after(value);
        }
        found
    }

    /// Returns the decoded text of a string.
    pub(crate) fn text(&self, value: u32) -> Option<Cow<'_, str>> {
        if let [b'"', inner @ .., b'"'] = self.json(value)
            && !(self.has_escapes && inner.contains(&b'\\'))
        {
            return std::str::from_utf8(inner).ok().map(Cow::Borrowed);
        }
        match JsonValue::parse(self.json(value), false) {
            Ok(JsonValue::Str(text)) => Some(text),
            _ => None,
        }
    }

    fn is_text(&self, value: u32, text: &str) -> bool {
        let Node { start, end, .. } = self.nodes[value as usize];
        if (end - start) as usize == text.len() + 2 {
            let inner = &self.json[start as usize + 1..end as usize - 1];
            if inner == text.as_bytes() {
                return true;
            }
        }
        // Escaped text is longer than the text itself.
        self.has_escapes
            && (end - start) as usize > text.len() + 2
            && self.json(value).contains(&b'\\')
            && self.text(value).is_some_and(|found| found == text)
    }
}

/// Builder of the index, on top of the parser.
struct Indexer<'a> {
    json: &'a [u8],
    /// Parser of the text after `base`.
    jiter: Jiter<'a>,
    base: usize,
    nodes: Vec<Node>,
}

impl<'a> Indexer<'a> {
    fn index(json: &'a [u8]) -> JiterResult<Vec<Node>> {
        let mut indexer = Self {
            json,
            jiter: Jiter::new(json),
            base: 0,
            nodes: Vec::with_capacity(json.len() / 12 + 1),
        };
        let peek = indexer.jiter.peek()?;
        indexer.value(peek, 0)?;
        indexer.jiter.finish()?;
        Ok(indexer.nodes)
    }

    fn value(&mut self, peek: Peek, depth: usize) -> JiterResult<()> {
        let start = self.position();
        match peek {
            Peek::String => self.jiter.known_bytes().map(drop)?,
            Peek::Object | Peek::Array if depth == MAX_DEPTH => self.skip(start)?,
            Peek::Object => return self.object(start, depth),
            Peek::Array => return self.array(start, depth),
            Peek::True | Peek::False => self.jiter.known_bool(peek).map(drop)?,
            Peek::Null => self.jiter.known_null()?,
            _ => self.number(peek, start)?,
        }
        self.record(start, self.position());
        Ok(())
    }

    fn object(&mut self, start: usize, depth: usize) -> JiterResult<()> {
        let (json, node) = (self.json, self.nodes.len());
        self.record(start, start);
        let mut key = self.jiter.next_object_bytes()?;
        while let Some(Range { start, end }) = key.map(|key| range_of(key, json)) {
            self.record(start - 1, end + 1);
            let peek = self.jiter.peek()?;
            self.value(peek, depth + 1)?;
            key = self.jiter.next_key_bytes()?;
        }
        self.close(node);
        Ok(())
    }

    fn array(&mut self, start: usize, depth: usize) -> JiterResult<()> {
        let node = self.nodes.len();
        self.record(start, start);
        let mut item = self.jiter.known_array()?;
        while let Some(peek) = item {
            self.value(peek, depth + 1)?;
            item = self.jiter.array_step()?;
        }
        self.close(node);
        Ok(())
    }

    fn number(&mut self, peek: Peek, start: usize) -> JiterResult<()> {
        const LONG: JiterErrorType = JiterErrorType::JsonError(JsonErrorType::NumberOutOfRange);
        match self.jiter.known_number_bytes(peek).map(drop) {
            Err(error) if error.error_type == LONG => self.skip(start),
            read => read,
        }
    }

    /// Skips values that jiter rejects: those nested deeper than 200, and integers of more than 4,300 digits.
    #[cold]
    fn skip(&mut self, start: usize) -> JiterResult<()> {
        let rest = &self.json[start..];
        let mut values = serde_json::Deserializer::from_slice(rest).into_iter::<IgnoredAny>();
        if let Some(Ok(_)) = values.next() {
            self.base = start + values.byte_offset();
            self.jiter = Jiter::new(&self.json[self.base..]);
            return Ok(());
        }
        // Not JSON: jiter returns the error.
        self.jiter.next_skip()
    }

    fn record(&mut self, start: usize, end: usize) {
        self.nodes.push(Node {
            start: as_position(start),
            end: as_position(end),
            after: as_position(self.nodes.len() + 1),
        });
    }

    fn close(&mut self, node: usize) {
        self.nodes[node].end = as_position(self.position());
        self.nodes[node].after = as_position(self.nodes.len());
    }

    fn position(&self) -> usize {
        self.base + self.jiter.current_index()
    }
}

/// Returns the range of a part of a text.
fn range_of(part: &[u8], whole: &[u8]) -> Range<usize> {
    let start = part.as_ptr().addr() - whole.as_ptr().addr();
    start..start + part.len()
}

/// Converts a position in a text of less than 4 GiB.
fn as_position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
