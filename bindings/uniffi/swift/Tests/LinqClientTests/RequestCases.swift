import LinqClient

let line = "+12223334444"
let guest = "+12052499136"
let chat = "550e8400-e29b-41d4-a716-446655440000"
let message = "69a37c7d-af4f-4b5e-af42-e28e98ce873a"
let attachment = "abc12345-1234-5678-9abc-def012345678"
let reaction = "1f0c7a52-3a53-4a3e-8e0f-3c1f9d6f7a22"
let option = "7f3e1a52-6a53-4f3e-8e0f-3c1f9d6f7a11"

/// A call and its result.
typealias RequestCase = @Sendable (Linq) async throws -> (any Encodable)?

/// Returns the calls of the Rust tests by operation, with as few and as many arguments as possible.
func requestCases() throws -> [String: [RequestCase]] {
    var cases: [String: [RequestCase]] = [:]
    for part in [
        attachmentCases, handleCases, try chatCases(), chatPartCases, messageCases, cardCases, reactionCases,
        paymentCases, paymentRequestCases, lineCases, webhookCases,
    ] {
        cases.merge(part) { first, _ in first }
    }
    return cases
}

let attachmentCases: [String: [RequestCase]] = [
    "attachments.create": [
        { try await $0.attachments.create(contentType: .jpeg, filename: "cake.jpg", sizeBytes: 1_024_000) },
        {
            try await $0.attachments.create(
                contentType: "model/vnd.usdz+zip", filename: "Grüße 🎂.usdz", sizeBytes: 104_857_600)
        },
    ],
    "attachments.retrieve": [{ try await $0.attachments.retrieve(attachmentID: attachment) }],
    "attachments.delete": [{ try await $0.attachments.delete(attachmentID: attachment); return nil }],
]

private let handleCases: [String: [RequestCase]] = [
    "available_number.retrieve": [
        { try await $0.availableNumber.retrieve() },
        {
            try await $0.availableNumber.retrieve(
                excludeFrom: [line, guest], to: ["user+tag@example.com", guest], type: .rcs)
        },
        { try await $0.availableNumber.retrieve(to: []) },
    ],
    "blocked_handles.list": [{ try await $0.blockedHandles.list() }],
    "blocked_handles.block": [
        { try await $0.blockedHandles.block(handle: guest) },
        { try await $0.blockedHandles.block(handle: "user@example.com") },
        { try await $0.blockedHandles.block(handle: "262966") },
        { try await $0.blockedHandles.block(handle: "MyBank", reason: "advertisements") },
    ],
    "blocked_handles.unblock": [{ try await $0.blockedHandles.unblock(handle: guest); return nil }],
    "capability.check_i_message": [
        { try await $0.capability.checkIMessage(address: "user@example.com") },
        { try await $0.capability.checkIMessage(address: guest, from: line) },
    ],
    "capability.check_RCS": [
        { try await $0.capability.checkRCS(address: guest) },
        { try await $0.capability.checkRCS(address: guest, from: line) },
    ],
    "contact_card.create": [
        { try await $0.contactCard.create(firstName: "Ann", phoneNumber: line) },
        { try await $0.contactCard.create(firstName: "Ann", phoneNumber: line, imageURL: photo, lastName: "Lee") },
    ],
    "contact_card.retrieve": [
        { try await $0.contactCard.retrieve() },
        { try await $0.contactCard.retrieve(phoneNumber: line) },
    ],
    "contact_card.update": [
        { try await $0.contactCard.update(phoneNumber: line, firstName: "Anna") },
        { try await $0.contactCard.update(phoneNumber: line, firstName: "Anna", imageURL: photo, lastName: "Li") },
    ],
    "experiences.list": [{ try await $0.experiences.list() }],
    "experiences.retrieve": [{ try await $0.experiences.retrieve(experience: "agentpay") }],
]

private let photo = "https://cdn.example.com/ann.jpg"

private func chatCases() throws -> [String: [RequestCase]] {
    let decorated = try TextBuilder().bold("Hello ").plain("wörld 🎂").animated("!", .shake)
        .styled(" all", .italic, .underline).build()
    let stickers = try TextBuilder().plain("Sip ").sticker("🥤", attachmentID: attachment).build()
    let mention = try TextBuilder().plain("Hey ").mention("Ann", handle: "+15556667777").build()
    var answer: MessageContent = "yes"
    answer.effect = .confetti
    answer.replyTo = ReplyTarget(messageID: message, partIndex: 1)
    answer.preferredService = .iMessage
    let contents: [MessageContent] = [
        "hi", .text(decorated), .text(stickers), .text(mention),
        .parts("look", .media(OutgoingMedia(url: "https://cdn.example.com/cat.jpg"))),
        .parts(.media(OutgoingMedia(attachmentID: attachment, sticker: true))),
        .link("https://example.com/?a=1&b=2"), answer,
    ]
    return [
        "chats.create": [
            {
                try await $0.chats.create(
                    from: line, to: ["+15556667777", "+18889990000"], message: "Welcome to the group!")
            },
            {
                try await $0.chats.create(
                    from: line, to: ["user@example.com"], message: "Hi", overrideOptout: true,
                    options: CallOptions(idempotencyKey: "order-17"))
            },
        ],
        "chats.retrieve": [{ try await $0.chats.retrieve(chatID: chat) }],
        "chats.update": [
            {
                try await $0.chats.update(
                    chatID: chat, displayName: "Project Team",
                    groupChatIcon: "https://cdn.example.com/team-icon.png")
            },
            { try await $0.chats.update(chatID: chat, displayName: "Project Team") },
        ],
        "chats.leave_chat": [{ try await $0.chats.leave(chatID: chat) }],
        "chats.list_chats": [
            { try await $0.chats.list().page().items },
            {
                let list = $0.chats.list(cursor: "a b&c=d/é", from: line, limit: 100, to: "user+tag@example.com")
                return try await list.page().items
            },
        ],
        "chats.mark_as_read": [{ try await $0.chats.markAsRead(chatID: chat); return nil }],
        "chats.share_contact_card": [{ try await $0.chats.shareContactCard(chatID: chat); return nil }],
        "chats.messages.list": [
            { try await $0.chats.messages.list(chatID: chat).page().items },
            { try await $0.chats.messages.list(chatID: chat, cursor: "c", limit: 1).page().items },
        ],
        "chats.messages.send": contents.map { content in
            { try await $0.chats.messages.send(chatID: chat, message: content) }
        },
        "chats.participants.add": [{ try await $0.chats.participants.add(chatID: chat, handle: guest) }],
        "chats.participants.remove": [{ try await $0.chats.participants.remove(chatID: chat, handle: guest) }],
        "chats.typing.start": [{ try await $0.chats.typing.start(chatID: chat); return nil }],
        "chats.typing.stop": [{ try await $0.chats.typing.stop(chatID: chat); return nil }],
    ]
}

private let chatPartCases: [String: [RequestCase]] = [
    "chats.background.set": [
        { try await $0.chats.background.set(chatID: chat, type: .color, variant: "mango"); return nil },
        {
            try await $0.chats.background.set(
                chatID: chat, type: .color, shades: ["#F2C4E1", "#F5A623"], variant: "custom")
            return nil
        },
        { try await $0.chats.background.set(chatID: chat, type: .dynamic, style: .sky, variant: "dusk"); return nil },
        {
            try await $0.chats.background.set(chatID: chat, type: .dynamic, style: .water, variant: "light")
            return nil
        },
        {
            try await $0.chats.background.set(chatID: chat, type: .dynamic, style: .aurora, variant: "green")
            return nil
        },
        {
            try await $0.chats.background.set(chatID: chat, type: .dynamic, style: "lava", variant: "hot")
            return nil
        },
        {
            try await $0.chats.background.set(
                chatID: chat, type: .photo, imageURL: "https://cdn.example.com/bg.jpg")
            return nil
        },
    ],
    "chats.background.remove": [{ try await $0.chats.background.remove(chatID: chat); return nil }],
    "chats.location.retrieve": [{ try await $0.chats.location.retrieve(chatID: chat) }],
    "chats.location.request": [{ try await $0.chats.location.request(chatID: chat) }],
    "chats.location.stop": [
        { try await $0.chats.location.stop(chatID: chat, handle: guest) },
        { try await $0.chats.location.stop(chatID: chat, handle: "user@example.com") },
    ],
    "chats.polls.create": [
        { try await $0.chats.polls.create(chatID: chat, poll: .options("Pizza", "Sushi")) },
        {
            var poll = OutgoingPoll.options("Pizza", "Sushi", "🥗")
            poll.idempotencyKey = "lunch-17"
            return try await $0.chats.polls.create(chatID: chat, poll: poll)
        },
        {
            try await $0.chats.polls.create(
                chatID: chat, poll: .options("a", "b"), options: CallOptions(idempotencyKey: "lunch-18"))
        },
    ],
    "chats.send_voicememo": [
        {
            try await $0.chats.sendVoiceMemo(chatID: chat, voiceMemoURL: "https://cdn.example.com/hello.m4a")
        },
        { try await $0.chats.sendVoiceMemo(chatID: chat, attachmentID: attachment, overrideOptout: true) },
    ],
]
