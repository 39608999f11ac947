//! Where the values of a JSON text are: read once, then looked up without reading again.

use bytes::Bytes;
use std::{borrow::Cow, sync::Arc};

/// Deeper than anything the API says. What is nested deeper is one value, which nobody looks into: to
/// read it as Python would take as many calls, one in another.
const DEEPEST: usize = 128;

/// A JSON text and the places of its values, in the order of the text.
pub(crate) struct Document {
    json: Bytes,
    nodes: Vec<Node>,
}

/// One value, and the first node that is not part of it. An object's children are keys and values in
/// turn.
#[derive(Clone, Copy)]
struct Node {
    start: u32,
    end: u32,
    after: u32,
}

/// A value within a document, which it keeps alive.
#[derive(Clone)]
pub(crate) struct View {
    document: Arc<Document>,
    index: u32,
}

/// What kind of value it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Object,
    Array,
    Text,
    Number,
    True,
    False,
    Null,
}

impl View {
    /// The whole of a text; `None` if it is no JSON.
    pub(crate) fn read(json: impl Into<Bytes>) -> Option<Self> {
        let json = json.into();
        let nodes = Scanner::scan(&json)?;
        Some(Self {
            document: Arc::new(Document { json, nodes }),
            index: 0,
        })
    }

    fn node(&self) -> Node {
        self.document.nodes[self.index as usize]
    }

    fn at(&self, index: u32) -> Self {
        Self {
            document: Arc::clone(&self.document),
            index,
        }
    }

    /// The value's text.
    pub(crate) fn json(&self) -> &[u8] {
        let Node { start, end, .. } = self.node();
        &self.document.json[start as usize..end as usize]
    }

    pub(crate) fn kind(&self) -> Kind {
        match self.json().first() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b'"') => Kind::Text,
            Some(b't') => Kind::True,
            Some(b'f') => Kind::False,
            Some(b'n') => Kind::Null,
            _ => Kind::Number,
        }
    }

    /// Whether it is nested so deep that nothing within it can be found.
    pub(crate) fn is_too_deep(&self) -> bool {
        let json = self.json();
        self.node().after == self.index + 1
            && matches!(self.kind(), Kind::Object | Kind::Array)
            && !json[1..json.len() - 1].trim_ascii().is_empty()
    }

    /// The text, if it is one. What is not UTF-8 is replaced.
    pub(crate) fn text(&self) -> Option<Cow<'_, str>> {
        unquoted(self.json())
    }

    /// The items of an array.
    pub(crate) fn items(&self) -> impl Iterator<Item = View> {
        let inside = self.kind() == Kind::Array;
        let end = self.node().after;
        let mut next = self.index + 1;
        std::iter::from_fn(move || {
            if !inside || next >= end {
                return None;
            }
            let item = self.at(next);
            next = item.node().after;
            Some(item)
        })
    }

    /// The fields of an object, in the order of the text.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (Cow<'_, str>, View)> {
        self.places().map(|(key, value)| {
            let name = unquoted(self.raw(key)).unwrap_or_default();
            (name, self.at(value))
        })
    }

    /// A field of an object; the last of that name, if there are several.
    pub(crate) fn field(&self, name: &str) -> Option<View> {
        let found = self.places().filter(|(key, _)| {
            let key = self.raw(*key);
            key.get(1..key.len() - 1) == Some(name.as_bytes())
                || (key.contains(&b'\\') && unquoted(key).as_deref() == Some(name))
        });
        found.last().map(|(_, value)| self.at(value))
    }

    fn places(&self) -> impl Iterator<Item = (u32, u32)> {
        let inside = self.kind() == Kind::Object;
        let end = self.node().after;
        let mut next = self.index + 1;
        std::iter::from_fn(move || {
            if !inside || next + 1 >= end {
                return None;
            }
            let place = (next, next + 1);
            next = self.document.nodes[next as usize + 1].after;
            Some(place)
        })
    }

    fn raw(&self, index: u32) -> &[u8] {
        let node = self.document.nodes[index as usize];
        &self.document.json[node.start as usize..node.end as usize]
    }
}

/// A JSON string without its quotes and escapes.
fn unquoted(json: &[u8]) -> Option<Cow<'_, str>> {
    let inner = json.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
    if inner.contains(&b'\\') {
        return serde_json::from_slice(json).ok().map(Cow::Owned);
    }
    Some(String::from_utf8_lossy(inner))
}

/// Finds values by their brackets and quotes. It is not strict: what has to be JSON was checked before.
struct Scanner<'a> {
    json: &'a [u8],
    at: usize,
    nodes: Vec<Node>,
}

impl<'a> Scanner<'a> {
    fn scan(json: &'a [u8]) -> Option<Vec<Node>> {
        u32::try_from(json.len()).ok()?;
        let mut scanner = Self {
            json,
            at: 0,
            nodes: Vec::with_capacity(json.len() / 12 + 1),
        };
        scanner.value(0)?;
        scanner.skip_space();
        (scanner.at == json.len()).then_some(scanner.nodes)
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
            b'"' => self.skip_text()?,
            b'{' | b'[' if depth >= DEEPEST => self.skip_nested()?,
            b'{' => self.members(b'}', depth)?,
            b'[' => self.members(b']', depth)?,
            _ => self.skip_word()?,
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
    fn skip_nested(&mut self) -> Option<()> {
        let mut open = 0_usize;
        loop {
            match self.json.get(self.at)? {
                b'"' => {
                    self.skip_text()?;
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

    fn skip_text(&mut self) -> Option<()> {
        self.at += 1;
        loop {
            let rest = self.json.get(self.at..)?;
            let found = rest.iter().position(|byte| matches!(byte, b'"' | b'\\'))?;
            self.at += found + 1;
            if rest[found] == b'"' {
                return Some(());
            }
            self.at += 1;
        }
    }

    /// A number, `true`, `false` or `null`.
    fn skip_word(&mut self) -> Option<()> {
        let start = self.at;
        let is_part =
            |byte: &u8| matches!(byte, b'+' | b'-' | b'.') || byte.is_ascii_alphanumeric();
        while self.json.get(self.at).is_some_and(is_part) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn skip_space(&mut self) {
        while matches!(self.json.get(self.at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }
}

/// A place in a text whose length was seen to fit.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
