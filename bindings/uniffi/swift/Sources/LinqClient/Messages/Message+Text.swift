extension Message {
    /// The texts of its parts, joined by line breaks; empty if there are none.
    public var text: String { (parts ?? []).text }
}

extension SentMessage {
    /// The texts of its parts, joined by line breaks; empty if there are none.
    public var text: String { parts.text }
}

extension FirstMessage {
    /// The texts of its parts, joined by line breaks; empty if there are none.
    public var text: String { parts.text }
}

extension MessageView {
    /// True if the message is from a recipient; false if the payload does not say.
    public var isInbound: Bool { direction == .inbound }

    /// The texts of its parts, joined by line breaks; empty if there are none.
    public var text: String { parts.text }
}

extension [MessagePart] {
    /// The texts of the text parts, in order.
    public var texts: [String] {
        compactMap { if case .text(let part) = $0 { part.value } else { nil } }
    }

    /// The texts of the text parts, joined by line breaks; empty if there are none.
    public var text: String { texts.joined(separator: "\n") }
}
