@file:JvmName("Messages")

package dev.linq.client.request

import dev.linq.client.model.EffectKind

/** Returns a plain text message. */
@JvmName("text")
public fun MessageContent(text: String): MessageContent = MessageContent(OutgoingText(text))

/** Returns a message with decorated text. */
@JvmSynthetic
public fun MessageContent(write: TextBuilder.() -> Unit): MessageContent = MessageContent(OutgoingText(write))

/** Returns a message of these parts. */
@JvmName("of")
public fun MessageContent(first: OutgoingPart, vararg more: OutgoingPart): MessageContent =
    MessageContent(parts = listOf(first, *more))

/** Returns the message with an effect, such as [Effect.Confetti]. */
public fun MessageContent.withEffect(effect: Effect): MessageContent = copy(effect = effect)

/** Returns the message with a screen effect by its name in the API, such as `confetti`. */
public fun MessageContent.withScreenEffect(name: String): MessageContent = withEffect(Effect(EffectKind.Screen, name))

/** Returns the message with a bubble effect by its name in the API, such as `slam`. */
public fun MessageContent.withBubbleEffect(name: String): MessageContent = withEffect(Effect(EffectKind.Bubble, name))

/** Returns the message as a reply to another one, or to a part of it. */
@JvmOverloads
public fun MessageContent.inReplyTo(messageId: String, partIndex: Long? = null): MessageContent =
    copy(replyTo = ReplyTarget(messageId, partIndex))

/** Returns a poll with these options. */
@JvmName("poll")
public fun OutgoingPoll(first: String, second: String, vararg more: String): OutgoingPoll =
    OutgoingPoll(listOf(first, second, *more).map { PollOption(it) })
