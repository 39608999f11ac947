package dev.linq.client

import dev.linq.client.model.AddOrRemove
import dev.linq.client.model.ReactionType
import dev.linq.client.model.SortOrder
import dev.linq.client.request.AppCard
import dev.linq.client.request.AppCardLayout
import dev.linq.client.request.AppClip
import dev.linq.client.request.ContinuationMessage
import dev.linq.client.request.ExperienceInvocation
import dev.linq.client.request.MessageContent
import dev.linq.client.request.MessagesApp
import dev.linq.client.request.PollOption
import dev.linq.client.request.StickerPlacement
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.put

internal typealias AddCase = (operation: String, calls: Array<out suspend () -> Any?>) -> Unit

private const val REACTION = "1f0c7a52-3a53-4a3e-8e0f-3c1f9d6f7a22"
private const val OPTION = "7f3e1a52-6a53-4f3e-8e0f-3c1f9d6f7a11"

private val app = MessagesApp("com.example.chess.messages", "Chess", "A1B2C3D4E5", appStoreId = 1_234_567_890)
private val layout = AppCardLayout(
    caption = "Your move",
    subcaption = "Game 17",
    trailingCaption = "0:42",
    trailingSubcaption = "White",
    imageUrl = Secret("https://cdn.example.com/board.png"),
    imageTitle = "Chess",
    imageSubtitle = "Move 12",
)

internal fun messageCalls(linq: Linq, register: AddCase) {
    fun add(operation: String, vararg calls: suspend () -> Any?) = register(operation, calls)
    val messages = linq.messages
    creations(linq, register)
    add("messages.retrieve", { messages.retrieve(MESSAGE) })
    add(
        "messages.update",
        { messages.update(MESSAGE, "At seven.") },
        { messages.update(MESSAGE, "At seven.", partIndex = 2) },
    )
    add("messages.delete", { messages.delete(MESSAGE) })
    add(
        "messages.list_messages_thread",
        { messages.thread(MESSAGE) },
        { messages.thread(MESSAGE, order = SortOrder.Descending, limit = 5, cursor = "c/d") },
    )
    add(
        "messages.update_app_card",
        { messages.updateAppCard(MESSAGE, AppCardLayout(caption = "Checkmate")) },
        {
            messages.updateAppCard(
                MESSAGE,
                layout,
                app = app,
                fallbackText = "Checkmate",
                interactive = false,
                url = "https://chess.example.com/games/17?over",
            )
        },
        {
            val experience = ExperienceInvocation("open", "link")
            messages.updateAppCard(MESSAGE, AppCardLayout(caption = "Paid"), experience = experience)
        },
    )
    reactions(linq, register)
    add("messages.poll.retrieve", { messages.poll.retrieve(MESSAGE) })
    val options = listOf(PollOption("Ramen"), PollOption("Tacos"))
    add("messages.poll.add_options", { messages.poll.addOptions(MESSAGE, options) })
    add(
        "messages.poll.vote",
        { messages.poll.vote(MESSAGE, AddOrRemove.Add, OPTION) },
        { messages.poll.vote(MESSAGE, AddOrRemove.Remove, OPTION) },
    )
}

private fun creations(linq: Linq, register: AddCase) {
    val calls = arrayOf<suspend () -> Any?>(
        { linq.messages.create(listOf(GUEST), MessageContent("hi")) },
        {
            linq.messages.create(
                to = listOf("user@example.com", GUEST),
                message = MessageContent("Your order is on its way.").copy(idempotencyKey = "order-17"),
                idempotencyKey = "order-17",
                excludeFrom = listOf(LINE),
                continuationMessage = ContinuationMessage("It is us, from a new number."),
                overrideOptout = true,
            )
        },
        {
            val link = "https://zero.linqapp.com/pay/acme?session=tok_1"
            val pay = ExperienceInvocation("request_payment", "agentpay", buildJsonObject { put("checkout_url", link) })
            linq.messages.create(listOf(GUEST), MessageContent(experience = pay))
        },
        {
            val card = AppCard(app, layout, "Your move", true, "https://chess.example.com/games/17")
            linq.messages.create(listOf(GUEST), MessageContent(card))
        },
        { linq.messages.create(listOf(GUEST), MessageContent(AppClip("https://example.com/clip"))) },
    )
    register("messages.create", calls)
}

private fun reactions(linq: Linq, register: AddCase) {
    val messages = linq.messages
    val placement = StickerPlacement(rotation = 15.0, scale = 1.5, x = 0.5, y = -0.5)
    val add = AddOrRemove.Add
    val calls = arrayOf<suspend () -> Any?>(
        { messages.addReaction(MESSAGE, add, ReactionType.Love) },
        { messages.addReaction(MESSAGE, add, ReactionType.Custom, customEmoji = "🎂", partIndex = 1) },
        { messages.addReaction(MESSAGE, AddOrRemove.Remove, ReactionType.Custom, customEmoji = "🎂") },
        { messages.addReaction(MESSAGE, add, ReactionType.Sticker, emoji = "🎂", placement = placement) },
        { messages.addReaction(MESSAGE, add, ReactionType.Sticker, attachmentId = ATTACHMENT) },
        { messages.addReaction(MESSAGE, add, ReactionType.Sticker, url = "https://cdn.linqapp.com/x.png") },
    )
    register("messages.add_reaction", calls)
    register(
        "messages.update_sticker_placement",
        arrayOf(
            { messages.updateStickerPlacement(MESSAGE, REACTION, placement) },
            { messages.updateStickerPlacement(MESSAGE, REACTION, StickerPlacement(scale = 0.05)) },
        ),
    )
}
