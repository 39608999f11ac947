use linq_core::message::{
    MessageContent, StickerImage, Text, TextAnimation, TextStyle, Utf16Range,
};

/// Target: a text built of pieces.
///
/// Its value is the concatenation of the pieces; every range covers its piece; validation does not panic; and the text
/// survives a JSON round trip.
pub fn text(data: &[u8]) {
    let mut text = Text::new();
    let (mut words, mut decorated, mut covered) = (String::new(), Vec::new(), Vec::new());
    for piece in pieces(data) {
        let added = piece.words.as_str();
        words.push_str(added);
        text = match piece.kind {
            0 => text.bold(added),
            1 => text.animate(added, TextAnimation::Shake),
            2 => text.styled(added, [TextStyle::Italic, TextStyle::Underline]),
            3 => text.sticker(added, StickerImage::attachment("a")),
            4 => text.mention(added, handle()),
            _ => text.plain(added),
        };
        let times = match piece.kind {
            0 | 1 => 1,
            2 => 2,
            _ => 0,
        };
        if !added.is_empty() {
            decorated.extend(std::iter::repeat_n(piece.words.clone(), times));
        }
        if piece.kind == 3 {
            covered.push(piece.words);
        }
    }
    assert_eq!(text.value, words);
    let cut = |range: Utf16Range| {
        range
            .slice(&words)
            .expect("a range of the words")
            .to_owned()
    };
    let ranges = text
        .text_decorations
        .iter()
        .map(|decoration| cut(decoration.range.expect("every decoration has a range")));
    assert_eq!(ranges.collect::<Vec<_>>(), decorated);
    let ranges = text
        .inline_stickers
        .iter()
        .map(|sticker| cut(sticker.range));
    assert_eq!(ranges.collect::<Vec<_>>(), covered);
    round_trip(text);
    arbitrary_ranges(data, &words);
}

fn round_trip(text: Text) {
    let content = MessageContent::from(text);
    // Only the builder knows of a duplicate mention.
    let _ = content.check();
    let json = serde_json::to_string(&content).expect("JSON");
    let again: MessageContent = serde_json::from_str(&json).expect("what was written");
    assert_eq!(serde_json::to_string(&again).expect("JSON"), json);
}

/// Checks that arbitrary ranges are invalid, or split no character.
fn arbitrary_ranges(data: &[u8], words: &str) {
    let units: Vec<u16> = words.encode_utf16().collect();
    for pair in data.chunks_exact(2).take(16) {
        let range = Utf16Range::new(pair[0].into(), pair[1].into());
        let expected = units.get(usize::from(pair[0])..usize::from(pair[1]));
        let expected = expected.and_then(|units| String::from_utf16(units).ok());
        if pair[0] < pair[1] {
            assert_eq!(range.slice(words), expected.as_deref());
        }
        let sliced = range.slice(words);
        assert!(sliced.is_none_or(|cut| words.contains(cut)));
    }
}

struct Piece {
    kind: u8,
    words: String,
}

/// Splits the input: a byte for the kind, one for the length, then that many bytes of text.
fn pieces(mut data: &[u8]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    while let [kind, length, rest @ ..] = data {
        let (words, more) = rest.split_at(usize::from(*length).min(rest.len()));
        pieces.push(Piece {
            kind: kind % 6,
            words: String::from_utf8_lossy(words).into_owned(),
        });
        data = more;
    }
    pieces
}

fn handle() -> linq_core::Handle {
    "+15556667777".parse().expect("a handle")
}
