import LinqClient

private let app = MessagesApp(
    bundleID: "com.example.chess.messages", name: "Chess", teamID: "A1B2C3D4E5", appStoreID: 1_234_567_890)
private let layout = AppCardLayout(
    caption: "Your move", imageSubtitle: "Move 12", imageTitle: "Chess",
    imageURL: "https://cdn.example.com/board.png", subcaption: "Game 17", trailingCaption: "0:42",
    trailingSubcaption: "White")

let messageCases: [String: [RequestCase]] = [
    "messages.create": [
        { try await $0.messages.create(to: [guest], message: "hi") },
        {
            try await $0.messages.create(
                to: ["user@example.com", guest], message: "Your order is on its way.",
                excludeFrom: [line], continuationMessage: "It is us, from a new number.", overrideOptout: true,
                idempotencyKey: "order-17", options: CallOptions(idempotencyKey: "order-17"))
        },
        {
            let pay = ExperienceInvocation(
                action: "request_payment", name: "agentpay",
                params: ["checkout_url": "https://zero.linqapp.com/pay/acme?session=tok_1"])
            return try await $0.messages.create(to: [guest], message: .experience(pay))
        },
        {
            let card = AppCard(
                app: app, layout: layout, fallbackText: "Your move", interactive: true,
                url: "https://chess.example.com/games/17")
            return try await $0.messages.create(to: [guest], message: .parts(.iMessageApp(card)))
        },
        {
            let clip = AppClip(value: "https://example.com/clip")
            return try await $0.messages.create(to: [guest], message: .parts(.appClip(clip)))
        },
    ],
    "messages.retrieve": [{ try await $0.messages.retrieve(messageID: message) }],
    "messages.update": [
        { try await $0.messages.update(messageID: message, text: "At seven.") },
        { try await $0.messages.update(messageID: message, text: "At seven.", partIndex: 2) },
    ],
    "messages.delete": [{ try await $0.messages.delete(messageID: message); return nil }],
    "messages.list_messages_thread": [
        { try await $0.messages.thread(messageID: message).page().items },
        {
            let thread = $0.messages.thread(messageID: message, cursor: "c/d", limit: 5, order: .descending)
            return try await thread.page().items
        },
    ],
    "messages.poll.retrieve": [{ try await $0.messages.poll.retrieve(messageID: message) }],
    "messages.poll.add_options": [
        { try await $0.messages.poll.addOptions(messageID: message, options: ["Ramen", "Tacos"]) }
    ],
    "messages.poll.vote": [
        { try await $0.messages.poll.vote(messageID: message, operation: .add, optionID: option) },
        { try await $0.messages.poll.vote(messageID: message, operation: .remove, optionID: option) },
    ],
]

let cardCases: [String: [RequestCase]] = [
    "messages.update_app_card": [
        { try await $0.messages.updateAppCard(messageID: message, layout: AppCardLayout(caption: "Checkmate")) },
        {
            try await $0.messages.updateAppCard(
                messageID: message, layout: layout, app: app, fallbackText: "Checkmate", interactive: false,
                url: "https://chess.example.com/games/17?over")
        },
        {
            try await $0.messages.updateAppCard(
                messageID: message, layout: AppCardLayout(caption: "Paid"),
                experience: ExperienceInvocation(action: "open", name: "link"))
        },
    ]
]

private let placement = StickerPlacement(rotation: 15, scale: 1.5, x: 0.5, y: -0.5)

let reactionCases: [String: [RequestCase]] = [
    "messages.add_reaction": [
        { try await $0.messages.addReaction(messageID: message, operation: .add, type: .love) },
        {
            try await $0.messages.addReaction(
                messageID: message, operation: .add, type: .custom, customEmoji: "🎂", partIndex: 1)
        },
        {
            try await $0.messages.addReaction(
                messageID: message, operation: .remove, type: .custom, customEmoji: "🎂")
        },
        {
            try await $0.messages.addReaction(
                messageID: message, operation: .add, type: .sticker, emoji: "🎂", placement: placement)
        },
        {
            try await $0.messages.addReaction(
                messageID: message, operation: .add, type: .sticker, attachmentID: attachment)
        },
        {
            try await $0.messages.addReaction(
                messageID: message, operation: .add, type: .sticker, url: "https://cdn.linqapp.com/x.png")
        },
    ],
    "messages.update_sticker_placement": [
        {
            try await $0.messages.updateStickerPlacement(
                messageID: message, reactionID: reaction, placement: placement)
        },
        {
            try await $0.messages.updateStickerPlacement(
                messageID: message, reactionID: reaction, placement: StickerPlacement(scale: 0.05))
        },
    ],
]

let paymentCases: [String: [RequestCase]] = [
    "payment_handles.connect": [
        { try await $0.paymentHandles.connect(handle: guest) },
        { try await $0.paymentHandles.connect(handle: "user+tag@example.com") },
    ],
    "payment_handles.connection": [{ try await $0.paymentHandles.connection(handle: guest) }],
    "payment_handles.revoke": [{ try await $0.paymentHandles.revoke(handle: guest) }],
    "payment_handles.verify": [
        { try await $0.paymentHandles.verify(handle: guest, code: "012345", connectID: "con_1") }
    ],
    "payment_providers.connect": [
        {
            try await $0.paymentProviders.connect(
                provider: "agentcard", returnURL: "https://example.com/done?a=1&b=2")
        }
    ],
    "payment_providers.retrieve": [{ try await $0.paymentProviders.retrieve(provider: "agentcard") }],
    "payments.create": [
        { try await $0.payments.create(amountCents: 1, currency: "usd", handle: guest) },
        {
            try await $0.payments.create(
                amountCents: 1_999, currency: "usd", handle: "user@example.com", description: "Two shirts",
                merchant: MerchantDetails(name: "Acme", url: "https://acme.example"),
                metadata: ["order": "1042"], idempotencyKey: "order-1042")
        },
    ],
    "payments.retrieve": [{ try await $0.payments.retrieve(paymentID: "pay_1QAbCdEf") }],
    "payments.cancel": [{ try await $0.payments.cancel(paymentID: "pay_1QAbCdEf") }],
    "payments.credentials": [{ try await $0.payments.credentials(paymentID: "pay_1QAbCdEf") }],
]

let paymentRequestCases: [String: [RequestCase]] = [
    "payment_requests.create": [
        { try await $0.paymentRequests.create(amount: 50, currency: "usd", mode: .payment) },
        {
            try await $0.paymentRequests.create(
                amount: 2_500, currency: "usd", customerID: "cus_1", description: "Lunch", from: line,
                metadata: ["chat": "17", "order": "1042"], mode: .payment, payerHandle: guest, rail: .natural,
                idempotencyKey: "order-1042")
        },
        {
            try await $0.paymentRequests.create(
                discount: SubscriptionDiscount(coupon: "7fKCMvBh", label: "50% OFF"), mode: .subscription,
                priceID: "price_1", quantity: 3, trialPeriodDays: 14)
        },
        {
            try await $0.paymentRequests.create(
                discount: SubscriptionDiscount(promotionCode: "promo_1"), mode: .subscription,
                priceID: "price_1", trialEnd: "2027-01-01T00:00:00Z")
        },
        {
            try await $0.paymentRequests.create(mode: .subscription, priceID: "price_1", trialEnd: "2027-01-01")
        },
    ],
    "payment_requests.retrieve": [{ try await $0.paymentRequests.retrieve(paymentRequestID: "preq_1QAbCdEf") }],
    "payment_requests.list": [
        { try await $0.paymentRequests.list() },
        { try await $0.paymentRequests.list(limit: 100, offset: 200, status: .succeeded) },
    ],
    "payment_requests.cancel": [{ try await $0.paymentRequests.cancel(paymentRequestID: "preq_1QAbCdEf") }],
]

private let lineID = "4d1a3e9c-5c57-4d7b-9f0c-0a8f2f4f6f11"

let lineCases: [String: [RequestCase]] = [
    "phone_numbers.list": [{ try await $0.phoneNumbers.list() }],
    "phone_numbers.update": [
        { try await $0.phoneNumbers.update(phoneNumberID: lineID, forwardingNumber: .set(guest)) },
        { try await $0.phoneNumbers.update(phoneNumberID: lineID, forwardingNumber: .clear) },
        { try await $0.phoneNumbers.update(phoneNumberID: lineID, forwardingNumber: .set("")) },
    ],
    "phone_numbers.start_reputation_audit": [{ try await $0.phoneNumbers.startReputationAudit(phoneNumber: line) }],
    "phone_numbers.get_reputation_audit": [
        {
            try await $0.phoneNumbers.reputationAudit(
                phoneNumber: line, auditID: "9d1a3e9c-5c57-4d7b-9f0c-0a8f2f4f6f99")
        }
    ],
    "phonenumbers.list": [{ try await ($0 as any DeprecatedOperations).listPhonenumbers() }],
]

/// Deprecated operations. Calls through a protocol cause no warnings.
private protocol DeprecatedOperations {
    func listPhonenumbers() async throws -> PhonenumberListResponse
}

extension Linq: DeprecatedOperations {
    @available(*, deprecated, message: "deprecated by the API")
    func listPhonenumbers() async throws -> PhonenumberListResponse { try await phonenumbers.list() }
}

private let subscription = "b2c3d4e5-f6a7-8901-bcde-f23456789012"
private let hook = "https://example.com/linq?version=2026-02-03"

let webhookCases: [String: [RequestCase]] = [
    "webhook_events.list": [{ try await $0.webhookEvents.list() }],
    "webhook_subscriptions.create": [
        {
            try await $0.webhookSubscriptions.create(
                subscribedEvents: [.messageReceived, .participantAdded], targetURL: hook)
        },
        {
            try await $0.webhookSubscriptions.create(
                subscribedEvents: ["message.received"], targetURL: hook, phoneNumbers: [line],
                routingIDHeader: "Linq-Chat", routingKeyHeader: "Linq-Route")
        },
    ],
    "webhook_subscriptions.delete": [
        { try await $0.webhookSubscriptions.delete(subscriptionID: subscription); return nil }
    ],
    "webhook_subscriptions.list": [{ try await $0.webhookSubscriptions.list() }],
    "webhook_subscriptions.retrieve": [{ try await $0.webhookSubscriptions.retrieve(subscriptionID: subscription) }],
    "webhook_subscriptions.update": [
        { try await $0.webhookSubscriptions.update(subscriptionID: subscription, isActive: false) },
        {
            try await $0.webhookSubscriptions.update(
                subscriptionID: subscription, phoneNumbers: .clear, routingIDHeader: .set("Linq-Chat"),
                routingKeyHeader: .clear, subscribedEvents: [.messageReceived], targetURL: hook)
        },
    ],
]
