// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.internal.Calls
import dev.linq.client.internal.reply
import dev.linq.client.model.AddOrRemove
import dev.linq.client.model.PollEnvelope
import dev.linq.client.request.PollOption

/** A poll that was sent. */
public class MessagesPollResource internal constructor(private val calls: Calls) {
    /**
     * Gives a poll and how the vote stands.
     *
     * Officially `messages.poll.retrieve`, `GET /v3/messages/{message_id}/poll`:
     * https://docs.linqapp.com/api/resources/messages/subresources/poll/methods/retrieve/
     *
     * @param messageId The message that the poll is.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun retrieve(
        messageId: String,
        options: CallOptions = CallOptions(),
    ): PollEnvelope =
        calls.reply<PollEnvelope>("messages.poll.retrieve", options) {
            put("message_id", messageId)
        }

    /**
     * Adds options to a poll. None can be changed or taken away.
     *
     * On a line with zero-day retention name the options that are there as well, in their order, since Linq does not
     * keep their texts.
     *
     * Officially `messages.poll.add_options`, `POST /v3/messages/{message_id}/poll/options`:
     * https://docs.linqapp.com/api/resources/messages/subresources/poll/methods/add_options/
     *
     * @param messageId The message that the poll is.
     * @param newOptions What to add: one option or more.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun addOptions(
        messageId: String,
        newOptions: List<PollOption>,
        options: CallOptions = CallOptions(),
    ): PollEnvelope =
        calls.reply<PollEnvelope>("messages.poll.add_options", options) {
            put("message_id", messageId)
            put("options", newOptions)
        }

    /**
     * Votes for one option of a poll, or takes the vote back. Several options can have your vote.
     *
     * Officially `messages.poll.vote`, `POST /v3/messages/{message_id}/poll/votes`:
     * https://docs.linqapp.com/api/resources/messages/subresources/poll/methods/vote/
     *
     * @param messageId The message that the poll is.
     * @param operation Whether to vote or to take the vote back.
     * @param optionId The option.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun vote(
        messageId: String,
        operation: AddOrRemove,
        optionId: String,
        options: CallOptions = CallOptions(),
    ): PollEnvelope =
        calls.reply<PollEnvelope>("messages.poll.vote", options) {
            put("message_id", messageId)
            put("operation", operation)
            put("option_id", optionId)
        }
}
