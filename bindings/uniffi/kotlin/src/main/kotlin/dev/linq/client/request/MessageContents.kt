package dev.linq.client.request

import dev.linq.client.model.EffectKind

/** Returns a plain text message. */
public fun MessageContent(text: String): MessageContent = MessageContent(Text(text))

/** Returns a message with decorated text. */
public fun MessageContent(write: TextBuilder.() -> Unit): MessageContent = MessageContent(Text(write))

/** Returns a message of these parts. */
public fun MessageContent(first: OutgoingPart, vararg more: OutgoingPart): MessageContent =
    MessageContent(parts = listOf(first, *more))

/** Returns the message with a screen effect, such as `confetti`. */
public fun MessageContent.withScreenEffect(name: String): MessageContent =
    copy(effect = Effect(EffectKind.Screen, name))

/** Returns the message with a bubble effect, such as `slam`. */
public fun MessageContent.withBubbleEffect(name: String): MessageContent =
    copy(effect = Effect(EffectKind.Bubble, name))

/** Returns the message as a reply to another one, or to a part of it. */
public fun MessageContent.inReplyTo(messageId: String, partIndex: Long? = null): MessageContent =
    copy(replyTo = ReplyTarget(messageId, partIndex))

/** Returns a poll with these options. */
public fun OutgoingPoll(first: String, second: String, vararg more: String): OutgoingPoll =
    OutgoingPoll(listOf(first, second, *more).map { PollOption(it) })
