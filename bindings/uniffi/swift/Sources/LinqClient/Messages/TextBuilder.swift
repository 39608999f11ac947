import Foundation
internal import LinqFFI

/// A builder of decorated text, which computes the ranges in UTF-16 code units.
///
/// ```swift
/// let text = try TextBuilder().bold("Hello ").plain("wörld 🎂").animated("!", .shake).build()
/// try await linq.chats.messages.send(chatID: id, message: .text(text))
/// ```
public struct TextBuilder: Sendable {
    private var pieces: [LinqFFI.TextPiece] = []

    /// Creates an empty text.
    public init() {}

    /// Adds plain text.
    public func plain(_ text: String) -> TextBuilder {
        adding(.plain(text: text))
    }

    /// Adds text in styles.
    public func styled(_ text: String, _ styles: TextStyle...) -> TextBuilder {
        adding(.styled(text: text, styles: styles.map(\.rawValue)))
    }

    /// Adds bold text.
    public func bold(_ text: String) -> TextBuilder { styled(text, .bold) }

    /// Adds italic text.
    public func italic(_ text: String) -> TextBuilder { styled(text, .italic) }

    /// Adds underlined text.
    public func underline(_ text: String) -> TextBuilder { styled(text, .underline) }

    /// Adds struck-through text.
    public func strikethrough(_ text: String) -> TextBuilder { styled(text, .strikethrough) }

    /// Adds animated text.
    public func animated(_ text: String, _ animation: TextAnimation) -> TextBuilder {
        adding(.animated(text: text, animation: animation.rawValue))
    }

    /// Adds a mention of a participant, who is notified; at most once in a part, in group chats only.
    ///
    /// - Parameters:
    ///   - name: The participant's name, without an `@`.
    ///   - handle: The participant's phone number (E.164) or e-mail address.
    public func mention(_ name: String, handle: String) -> TextBuilder {
        adding(.mention(name: name, handle: handle))
    }

    /// Adds an inline sticker.
    ///
    /// - Parameters:
    ///   - fallback: The text sent in its place over RCS and SMS, such as an emoji or `[cake]`.
    ///   - attachmentID: The identifier of the uploaded image.
    public func sticker(_ fallback: String, attachmentID: String) -> TextBuilder {
        adding(.sticker(fallback: fallback, attachmentId: attachmentID))
    }

    /// Returns the text.
    ///
    /// - Throws: ``LinqError/invalidArgument(path:reason:)`` if the handle of a mention is invalid.
    public func build() throws -> OutgoingText {
        let json = try LinqError.rethrowing { try LinqFFI.composeText(pieces: pieces) }
        return try JSONDecoder.linq.decode(OutgoingText.self, from: Data(json.utf8))
    }

    private func adding(_ piece: LinqFFI.TextPiece) -> TextBuilder {
        var copy = self
        copy.pieces.append(piece)
        return copy
    }
}

extension OutgoingText {
    /// Splits the text into texts that fit into messages. Joined, they are the original text: no character is removed.
    ///
    /// The text is cut at paragraphs, lines, sentences or words, preferably, and always between characters; never inside a
    /// decoration, a sticker or a mention, whose ranges are those of their new text. A text that is short enough is
    /// returned unchanged.
    ///
    /// - Parameter maxCharacters: The maximum number of Unicode scalars of a text: 10,000 by default, which is also the
    ///   maximum of a message.
    /// - Throws: ``LinqError/invalidArgument(path:reason:)`` if a range is invalid, or a decoration, a sticker, a mention
    ///   or a character is longer than the maximum.
    public func split(maxCharacters: Int? = nil) throws -> [OutgoingText] {
        let json = String(decoding: try JSONEncoder.data(of: self, "text"), as: UTF8.self)
        let max = try Checked.count("maxCharacters", maxCharacters)
        let texts = try LinqError.rethrowing(["max_characters": "maxCharacters"]) {
            try LinqFFI.splitText(text: json, maxCharacters: max)
        }
        return try texts.map { try JSONDecoder.linq.decode(OutgoingText.self, from: Data($0.utf8)) }
    }
}
