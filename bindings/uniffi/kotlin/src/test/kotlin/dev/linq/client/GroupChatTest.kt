package dev.linq.client

import dev.linq.client.model.AddOrRemove
import dev.linq.client.model.ParticipantStatus
import dev.linq.client.model.ReactionType
import dev.linq.client.model.TextAnimation
import dev.linq.client.model.TextPart
import dev.linq.client.request.MessageContent
import dev.linq.client.request.OutgoingPoll
import dev.linq.client.request.inReplyTo
import dev.linq.client.request.withScreenEffect
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.test.runTest
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.MethodSource

class GroupChatTest {
    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `group chat from start to end`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        val group = linq.chats.create(LINE, listOf(ANN, BOB), MessageContent("Welcome to the group!")).chat
        documented { assertEquals(true, group.isGroup) }

        linq.chats.update(group.id, displayName = "Project Team")
        val renamed = linq.chats.retrieve(group.id)
        documented { assertEquals("Project Team", renamed.displayName) }

        linq.chats.participants.add(group.id, GUEST)
        val joined = linq.chats.retrieve(group.id).handles
        documented {
            val active = joined.filter { it.status == ParticipantStatus.Active }
            assertEquals(setOf(LINE, ANN, BOB, GUEST), active.map { it.handle }.toSet())
        }

        val greeting = MessageContent {
            bold("Hello ")
            plain("wörld 🎂")
            animated("!", TextAnimation.Shake)
        }
        val sent = linq.chats.messages.send(group.id, greeting.withScreenEffect("confetti")).message
        val reply = MessageContent("Thanks").inReplyTo(sent.id)
        linq.chats.messages.send(group.id, reply)
        linq.messages.addReaction(sent.id, AddOrRemove.Add, ReactionType.Love)
        val message = linq.messages.retrieve(sent.id)
        documented {
            assertEquals("Hello wörld 🎂!", message.text)
            val text = message.parts.orEmpty().single() as TextPart
            assertEquals(listOf(ReactionType.Love), text.reactions?.map { it.type })
            assertEquals(listOf(14L, 15L), text.textDecorations?.last()?.range)
        }

        val poll = linq.chats.polls.create(group.id, OutgoingPoll("Pizza", "Sushi"))
        documented {
            val option = poll.poll.options.firstNotNullOf { it.optionId }
            val voted = linq.messages.poll.vote(poll.messageId, AddOrRemove.Add, option)
            assertEquals(1, voted.poll.totalVoters)
        }

        linq.chats.typing.start(group.id)
        linq.chats.typing.stop(group.id)
        linq.chats.markAsRead(group.id)
        assertTrue(linq.chats.messages.listAll(group.id).toList().size >= 3)

        linq.chats.participants.remove(group.id, GUEST)
        linq.chats.participants.add(group.id, GUEST)
        linq.chats.leave(group.id)
        val rejected = assertFailsWith<LinqException.Api> { linq.chats.typing.start(group.id) }
        assertEquals(2013, rejected.code)
    }
}
