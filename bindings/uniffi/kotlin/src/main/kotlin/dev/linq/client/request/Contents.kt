package dev.linq.client.request

import dev.linq.client.model.EffectKind

/** A message of plain words. */
public fun MessageContent(words: String): MessageContent = MessageContent(Text(words))

/** A message of decorated words. */
public fun MessageContent(write: TextBuilder.() -> Unit): MessageContent = MessageContent(Text(write))

/** A message of these parts, in their order. */
public fun MessageContent(first: OutgoingPart, vararg more: OutgoingPart): MessageContent =
    MessageContent(parts = listOf(first, *more))

/** The same message with an effect over the whole screen, such as `confetti`. */
public fun MessageContent.withScreenEffect(name: String): MessageContent =
    copy(effect = Effect(EffectKind.Screen, name))

/** The same message with an effect of its bubble, such as `slam`. */
public fun MessageContent.withBubbleEffect(name: String): MessageContent =
    copy(effect = Effect(EffectKind.Bubble, name))

/** The same message as an answer to another one, or to a part of it. */
public fun MessageContent.inReplyTo(messageId: String, partIndex: Long? = null): MessageContent =
    copy(replyTo = ReplyTarget(messageId, partIndex))

/** A poll with these options. */
public fun OutgoingPoll(first: String, second: String, vararg more: String): OutgoingPoll =
    OutgoingPoll(listOf(first, second, *more).map { PollOption(it) })
