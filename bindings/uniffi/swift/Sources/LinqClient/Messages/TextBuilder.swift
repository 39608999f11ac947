import Foundation
internal import LinqFFI

/// Puts a text together piece by piece, so that nobody counts UTF-16 units.
///
/// ```swift
/// let text = try TextBuilder().bold("Hello ").plain("wörld 🎂").animated("!", .shake).build()
/// try await linq.chats.messages.send(chatId: id, message: .text(text))
/// ```
public struct TextBuilder: Sendable {
    private var pieces: [LinqFFI.TextPiece] = []

    /// An empty text.
    public init() {}

    /// Adds words as they are.
    public func plain(_ words: String) -> TextBuilder {
        adding(.plain(words: words))
    }

    /// Adds words in styles.
    public func styled(_ words: String, _ styles: TextStyle...) -> TextBuilder {
        adding(.styled(words: words, styles: styles.map(\.rawValue)))
    }

    /// Adds bold words.
    public func bold(_ words: String) -> TextBuilder { styled(words, .bold) }

    /// Adds words in italics.
    public func italic(_ words: String) -> TextBuilder { styled(words, .italic) }

    /// Adds underlined words.
    public func underline(_ words: String) -> TextBuilder { styled(words, .underline) }

    /// Adds words that are struck out.
    public func strikethrough(_ words: String) -> TextBuilder { styled(words, .strikethrough) }

    /// Adds words that move.
    public func animated(_ words: String, _ animation: TextAnimation) -> TextBuilder {
        adding(.animated(words: words, animation: animation.rawValue))
    }

    /// Adds the name of a participant, who is notified; once a part, in group chats only.
    ///
    /// - Parameters:
    ///   - name: The bare name, without an `@`.
    ///   - handle: The participant's phone number (E.164) or e-mail address.
    public func mention(_ name: String, handle: String) -> TextBuilder {
        adding(.mention(name: name, handle: handle))
    }

    /// Adds a sticker, and what is sent in its place over RCS and SMS.
    ///
    /// - Parameters:
    ///   - standIn: Such as an emoji or `[cake]`.
    ///   - attachmentId: The image, uploaded ahead.
    public func sticker(_ standIn: String, attachmentId: String) -> TextBuilder {
        adding(.sticker(standIn: standIn, attachmentId: attachmentId))
    }

    /// The text.
    ///
    /// - Throws: ``LinqError/invalid(path:reason:)`` if a mention's handle is none.
    public func build() throws -> OutgoingText {
        let json = try LinqError.translated { try LinqFFI.composeText(pieces: pieces) }
        return try JSONDecoder.linq.decode(OutgoingText.self, from: Data(json.utf8))
    }

    private func adding(_ piece: LinqFFI.TextPiece) -> TextBuilder {
        var longer = self
        longer.pieces.append(piece)
        return longer
    }
}
