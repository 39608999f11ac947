extension MessageContent: ExpressibleByStringInterpolation {
    /// Creates a plain text message.
    public init(stringLiteral text: String) {
        self = .text(text)
    }

    /// Returns a message of these parts.
    public static func parts(_ parts: OutgoingPart...) -> MessageContent {
        MessageContent(parts: parts)
    }

    /// Returns a plain text message.
    public static func text(_ text: String) -> MessageContent {
        .text(OutgoingText(value: text))
    }

    /// Returns a text message, such as one built by a ``TextBuilder``.
    public static func text(_ text: OutgoingText) -> MessageContent {
        MessageContent(parts: [.text(text)])
    }

    /// Returns a message with an uploaded file.
    public static func media(attachmentID: String) -> MessageContent {
        MessageContent(parts: [.media(OutgoingMedia(attachmentID: attachmentID))])
    }

    /// Returns a message with a file that the server downloads from an `https` URL.
    public static func media(url: String) -> MessageContent {
        MessageContent(parts: [.media(OutgoingMedia(url: url))])
    }

    /// Returns a message with a link preview. Not allowed as the first message of a chat.
    public static func link(_ url: String) -> MessageContent {
        MessageContent(parts: [.link(OutgoingLink(value: url))])
    }

    /// Returns a message with a card of Linq's iMessage app.
    public static func experience(_ experience: ExperienceInvocation) -> MessageContent {
        MessageContent(experience: experience)
    }
}

extension OutgoingPart: ExpressibleByStringInterpolation {
    /// Creates a plain text part.
    public init(stringLiteral text: String) {
        self = .text(OutgoingText(value: text))
    }
}

extension OutgoingText: ExpressibleByStringInterpolation {
    /// Creates a plain text.
    public init(stringLiteral text: String) {
        self.init(value: text)
    }
}

extension PollOption: ExpressibleByStringInterpolation {
    /// Creates an option with this text.
    public init(stringLiteral text: String) {
        self.init(text: text)
    }
}

extension ContinuationMessage: ExpressibleByStringInterpolation {
    /// Creates a message with this text.
    public init(stringLiteral text: String) {
        self.init(text: text)
    }
}

extension OutgoingPoll {
    /// Returns a poll with these options, at least two.
    public static func options(_ options: String...) -> OutgoingPoll {
        OutgoingPoll(options: options.map { PollOption(text: $0) })
    }
}
