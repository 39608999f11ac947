extension Message {
    /// The texts of its parts, one a line; empty if there are none.
    public var text: String { (parts ?? []).text }
}

extension SentMessage {
    /// The texts of its parts, one a line; empty if there are none.
    public var text: String { parts.text }
}

extension FirstMessage {
    /// The texts of its parts, one a line; empty if there are none.
    public var text: String { parts.text }
}

extension MessageView {
    /// Whether it came from the other side; false also where the payload does not say.
    public var isInbound: Bool { direction == .inbound }

    /// The texts of its parts, one a line; empty if there are none.
    public var text: String { parts.text }
}

extension [MessagePart] {
    /// The texts among them, in order.
    public var texts: [String] {
        compactMap { if case .text(let part) = $0 { part.value } else { nil } }
    }

    /// The texts among them, one a line; empty if there are none.
    public var text: String { texts.joined(separator: "\n") }
}
