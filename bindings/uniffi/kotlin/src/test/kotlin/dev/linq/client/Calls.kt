package dev.linq.client

import dev.linq.client.model.AddOrRemove
import dev.linq.client.model.BackgroundStyle
import dev.linq.client.model.BackgroundType
import dev.linq.client.model.EventType
import dev.linq.client.model.LineType
import dev.linq.client.model.ServiceType
import dev.linq.client.model.SupportedContentType
import dev.linq.client.model.TextAnimation
import dev.linq.client.model.TextStyle
import dev.linq.client.request.MessageContent
import dev.linq.client.request.OutgoingLink
import dev.linq.client.request.OutgoingMedia
import dev.linq.client.request.OutgoingPoll
import dev.linq.client.request.OutgoingText
import dev.linq.client.request.inReplyTo
import dev.linq.client.request.withScreenEffect

internal const val CHAT = "550e8400-e29b-41d4-a716-446655440000"
internal const val MESSAGE = "69a37c7d-af4f-4b5e-af42-e28e98ce873a"
internal const val ATTACHMENT = "abc12345-1234-5678-9abc-def012345678"
private const val SUBSCRIPTION = "b2c3d4e5-f6a7-8901-bcde-f23456789012"
private const val HOOK = "https://example.com/linq?version=2026-02-03"
private const val LINE_ID = "4d1a3e9c-5c57-4d7b-9f0c-0a8f2f4f6f11"
private const val AUDIT = "9d1a3e9c-5c57-4d7b-9f0c-0a8f2f4f6f99"
private const val PHOTO = "https://cdn.example.com/ann.jpg"

/** The calls of every operation, with the arguments of its vectors. */
internal class Calls(private val linq: Linq) {
    val all: Map<String, List<suspend () -> Any?>>
        get() = cases

    private val cases = mutableMapOf<String, List<suspend () -> Any?>>()

    private fun add(operation: String, vararg calls: suspend () -> Any?) {
        cases[operation] = calls.toList()
    }

    init {
        chats()
        chatResources()
        lines()
        subscriptions()
        messageCalls(linq, ::add)
        paymentCalls(linq, ::add)
    }

    private fun chats() {
        add(
            "chats.create",
            { linq.chats.create(LINE, listOf(ANN, BOB), MessageContent("Welcome to the group!")) },
            {
                val options = CallOptions(idempotencyKey = "order-17")
                linq.chats.create(LINE, listOf("user@example.com"), MessageContent("Hi"), true, options)
            },
        )
        add("chats.retrieve", { linq.chats.retrieve(CHAT) })
        add(
            "chats.update",
            { linq.chats.update(CHAT, "Project Team", "https://cdn.example.com/team-icon.png") },
            { linq.chats.update(CHAT, displayName = "Project Team") },
        )
        add("chats.leave_chat", { linq.chats.leave(CHAT) })
        add(
            "chats.list_chats",
            { linq.chats.list() },
            { linq.chats.list(from = LINE, to = "user+tag@example.com", limit = 100, cursor = "a b&c=d/é") },
        )
        add("chats.mark_as_read", { linq.chats.markAsRead(CHAT) })
        add("chats.share_contact_card", { linq.chats.shareContactCard(CHAT) })
        add(
            "chats.messages.list",
            { linq.chats.messages.list(CHAT) },
            { linq.chats.messages.list(CHAT, limit = 1, cursor = "c") },
        )
        val sends: List<suspend () -> Any?> = contents().map { content -> { linq.chats.messages.send(CHAT, content) } }
        add("chats.messages.send", *sends.toTypedArray())
        add("chats.participants.add", { linq.chats.participants.add(CHAT, GUEST) })
        add("chats.participants.remove", { linq.chats.participants.remove(CHAT, GUEST) })
        add("chats.typing.start", { linq.chats.typing.start(CHAT) })
        add("chats.typing.stop", { linq.chats.typing.stop(CHAT) })
    }

    /** Returns messages of every kind. */
    private fun contents() = listOf(
        MessageContent("hi"),
        MessageContent {
            bold("Hello ")
            plain("wörld 🎂")
            animated("!", TextAnimation.Shake)
            styled(" all", listOf(TextStyle.Italic, TextStyle.Underline))
        },
        MessageContent {
            plain("Sip ")
            sticker("🥤", ATTACHMENT)
        },
        MessageContent {
            plain("Hey ")
            mention("Ann", ANN)
        },
        MessageContent(OutgoingText("look"), OutgoingMedia(url = "https://cdn.example.com/cat.jpg")),
        MessageContent(OutgoingMedia(attachmentId = ATTACHMENT, sticker = true)),
        MessageContent(OutgoingLink("https://example.com/?a=1&b=2")),
        MessageContent("yes").withScreenEffect("confetti").inReplyTo(MESSAGE, 1)
            .copy(preferredService = ServiceType.IMessage),
    )

    private fun chatResources() {
        val background = linq.chats.background
        add(
            "chats.background.set",
            { background.set(CHAT, BackgroundType.Color, variant = "mango") },
            { background.set(CHAT, BackgroundType.Color, listOf("#F2C4E1", "#F5A623"), variant = "custom") },
            { background.set(CHAT, BackgroundType.Dynamic, style = BackgroundStyle.Sky, variant = "dusk") },
            { background.set(CHAT, BackgroundType.Dynamic, style = BackgroundStyle.Water, variant = "light") },
            { background.set(CHAT, BackgroundType.Dynamic, style = BackgroundStyle.Aurora, variant = "green") },
            { background.set(CHAT, BackgroundType.Dynamic, style = BackgroundStyle("lava"), variant = "hot") },
            { background.set(CHAT, BackgroundType.Photo, imageUrl = "https://cdn.example.com/bg.jpg") },
        )
        add("chats.background.remove", { background.remove(CHAT) })
        add("chats.location.retrieve", { linq.chats.location.retrieve(CHAT) })
        add("chats.location.request", { linq.chats.location.request(CHAT) })
        add(
            "chats.location.stop",
            { linq.chats.location.stop(CHAT, GUEST) },
            { linq.chats.location.stop(CHAT, "user@example.com") },
        )
        val polls = linq.chats.polls
        add(
            "chats.polls.create",
            { polls.create(CHAT, OutgoingPoll("Pizza", "Sushi")) },
            { polls.create(CHAT, OutgoingPoll("Pizza", "Sushi", "🥗").copy(idempotencyKey = "lunch-17")) },
            { polls.create(CHAT, OutgoingPoll("a", "b"), CallOptions(idempotencyKey = "lunch-18")) },
        )
        add(
            "chats.send_voicememo",
            { linq.chats.sendVoiceMemo(CHAT, voiceMemoUrl = "https://cdn.example.com/hello.m4a") },
            { linq.chats.sendVoiceMemo(CHAT, attachmentId = ATTACHMENT, overrideOptout = true) },
        )
    }

    private fun lines() {
        add(
            "attachments.create",
            { linq.attachments.create(SupportedContentType.Jpeg, "cake.jpg", 1_024_000) },
            { linq.attachments.create(SupportedContentType("model/vnd.usdz+zip"), "Grüße 🎂.usdz", 104_857_600) },
        )
        add("attachments.retrieve", { linq.attachments.retrieve(ATTACHMENT) })
        add("attachments.delete", { linq.attachments.delete(ATTACHMENT) })
        add(
            "available_number.retrieve",
            { linq.availableNumber.retrieve() },
            {
                val to = listOf("user+tag@example.com", GUEST)
                linq.availableNumber.retrieve(listOf(LINE, GUEST), to, LineType.Rcs)
            },
            { linq.availableNumber.retrieve(to = emptyList()) },
        )
        add("blocked_handles.list", { linq.blockedHandles.list() })
        add(
            "blocked_handles.block",
            { linq.blockedHandles.block(GUEST) },
            { linq.blockedHandles.block("user@example.com") },
            { linq.blockedHandles.block("262966") },
            { linq.blockedHandles.block("MyBank", "advertisements") },
        )
        add("blocked_handles.unblock", { linq.blockedHandles.unblock(GUEST) })
        add(
            "capability.check_i_message",
            { linq.capability.checkIMessage("user@example.com") },
            { linq.capability.checkIMessage(GUEST, from = LINE) },
        )
        add(
            "capability.check_RCS",
            { linq.capability.checkRcs(GUEST) },
            { linq.capability.checkRcs(GUEST, from = LINE) },
        )
        add(
            "contact_card.create",
            { linq.contactCard.create("Ann", LINE) },
            { linq.contactCard.create("Ann", LINE, lastName = "Lee", imageUrl = PHOTO) },
        )
        add(
            "contact_card.retrieve",
            { linq.contactCard.retrieve() },
            { linq.contactCard.retrieve(LINE) },
        )
        add(
            "contact_card.update",
            { linq.contactCard.update(LINE, "Anna") },
            { linq.contactCard.update(LINE, "Anna", lastName = "Li", imageUrl = PHOTO) },
        )
        add("experiences.list", { linq.experiences.list() })
        add("experiences.retrieve", { linq.experiences.retrieve("agentpay") })
        add("phone_numbers.list", { linq.phoneNumbers.list() })
        add(
            "phone_numbers.update",
            { linq.phoneNumbers.update(LINE_ID, Change.Set(GUEST)) },
            { linq.phoneNumbers.update(LINE_ID, Change.Clear) },
            { linq.phoneNumbers.update(LINE_ID, Change.Set("")) },
        )
        add("phone_numbers.start_reputation_audit", { linq.phoneNumbers.startReputationAudit(LINE) })
        add("phone_numbers.get_reputation_audit", { linq.phoneNumbers.reputationAudit(LINE, AUDIT) })
        @Suppress("DEPRECATION")
        add("phonenumbers.list", { linq.phonenumbers.list() })
    }

    private fun subscriptions() {
        val subscriptions = linq.webhookSubscriptions
        add("webhook_events.list", { linq.webhookEvents.list() })
        add(
            "webhook_subscriptions.create",
            { subscriptions.create(listOf(EventType.MessageReceived, EventType.ParticipantAdded), HOOK) },
            {
                subscriptions.create(
                    listOf(EventType.MessageReceived),
                    HOOK,
                    phoneNumbers = listOf(LINE),
                    routingKeyHeader = "Linq-Route",
                    routingIdHeader = "Linq-Chat",
                )
            },
        )
        add("webhook_subscriptions.delete", { subscriptions.delete(SUBSCRIPTION) })
        add("webhook_subscriptions.list", { subscriptions.list() })
        add("webhook_subscriptions.retrieve", { subscriptions.retrieve(SUBSCRIPTION) })
        add(
            "webhook_subscriptions.update",
            { subscriptions.update(SUBSCRIPTION, isActive = false) },
            {
                subscriptions.update(
                    SUBSCRIPTION,
                    phoneNumbers = Change.Clear,
                    routingKeyHeader = Change.Clear,
                    routingIdHeader = Change.Set("Linq-Chat"),
                    subscribedEvents = listOf(EventType.MessageReceived),
                    targetUrl = HOOK,
                )
            },
        )
    }
}
