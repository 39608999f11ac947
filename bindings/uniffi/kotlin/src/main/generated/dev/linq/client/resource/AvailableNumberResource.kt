// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.internal.Calls
import dev.linq.client.internal.reply
import dev.linq.client.model.AvailableNumberRetrieveResponse
import dev.linq.client.model.LineType

/** The line that is best to send from. */
public class AvailableNumberResource internal constructor(private val calls: Calls) {
    /**
     * Gives the line that is best to send from now, and a vCard of it.
     *
     * The line is not reserved. Without recipients it is the one of best reputation that was used least recently, so
     * that calls in a row spread over your lines; with them, the one that a chat with them is on already.
     *
     * Officially `available_number.retrieve`, `GET /v3/available_number`:
     * https://docs.linqapp.com/api/resources/available_number/methods/retrieve/
     *
     * @param excludeFrom Lines that are not to be chosen, nor to stand in the vCard.
     * @param to Whom the message is for: phone numbers and e-mail addresses.
     * @param type Only lines of this kind (503 if none is available).
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun retrieve(
        excludeFrom: List<String>? = null,
        to: List<String>? = null,
        type: LineType? = null,
        options: CallOptions = CallOptions(),
    ): AvailableNumberRetrieveResponse =
        calls.reply<AvailableNumberRetrieveResponse>("available_number.retrieve", options) {
            put("exclude_from", excludeFrom)
            put("to", to)
            put("type", type)
        }
}
