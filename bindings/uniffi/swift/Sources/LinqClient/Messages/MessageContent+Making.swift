extension MessageContent: ExpressibleByStringInterpolation {
    /// A plain text.
    public init(stringLiteral text: String) {
        self = .text(text)
    }

    /// A message of these parts.
    public static func parts(_ parts: OutgoingPart...) -> MessageContent {
        MessageContent(parts: parts)
    }

    /// A plain text.
    public static func text(_ words: String) -> MessageContent {
        .text(OutgoingText(value: words))
    }

    /// A text, such as one that a ``TextBuilder`` made.
    public static func text(_ text: OutgoingText) -> MessageContent {
        MessageContent(parts: [.text(text)])
    }

    /// A file that was uploaded ahead.
    public static func media(attachmentId: String) -> MessageContent {
        MessageContent(parts: [.media(OutgoingMedia(attachmentId: attachmentId))])
    }

    /// A file that the server downloads from an `https` URL.
    public static func media(url: String) -> MessageContent {
        MessageContent(parts: [.media(OutgoingMedia(url: url))])
    }

    /// A page, shown as a card. Not in the first message of a chat.
    public static func link(_ url: String) -> MessageContent {
        MessageContent(parts: [.link(OutgoingLink(value: url))])
    }

    /// A card of Linq's own iMessage app.
    public static func experience(_ experience: ExperienceInvocation) -> MessageContent {
        MessageContent(experience: experience)
    }
}

extension OutgoingPart: ExpressibleByStringInterpolation {
    /// A plain text.
    public init(stringLiteral words: String) {
        self = .text(OutgoingText(value: words))
    }
}

extension OutgoingText: ExpressibleByStringInterpolation {
    /// A plain text.
    public init(stringLiteral words: String) {
        self.init(value: words)
    }
}

extension PollOption: ExpressibleByStringInterpolation {
    /// An option that says this.
    public init(stringLiteral text: String) {
        self.init(text: text)
    }
}

extension ContinuationMessage: ExpressibleByStringInterpolation {
    /// A message that says this.
    public init(stringLiteral text: String) {
        self.init(text: text)
    }
}

extension OutgoingPoll {
    /// A poll with these options, two or more.
    public static func options(_ options: String...) -> OutgoingPoll {
        OutgoingPoll(options: options.map { PollOption(text: $0) })
    }
}
